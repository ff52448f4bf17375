import { View } from '@tarojs/components';
import { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import { ruleWorkContract, TITLE_MAX_CHARACTERS } from '@xiangyue/shared/features/rules/work.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Row } from '@/ui/row';
import { TextField } from '@/ui/text-field';
import './new-draft.scss';

/** Beginning a rule: a new version of one in force, or one that never was. */
export function NewDraft({ villageId }: { readonly villageId: string }) {
  const rules = useApi(rulesContract.inForce, { villageId });
  const [title, setTitle] = useState('');
  const begin = useAction(async (name: string, basedOn?: string) => {
    const { id } = await api(ruleWorkContract.createDraft, { villageId, title: name, basedOn });
    open(paths.ruleDraft(id));
  });
  return (
    <>
      {rules.data && rules.data.documents.length > 0 && (
        <Card title="改一份现行的" flush>
          {rules.data.documents.map((document) => (
            <Row
              key={document.id}
              title={document.title}
              note={`从现在的第 ${document.version} 版改起，旧的照样有效，直到新的实行`}
              onPress={() => begin.run(document.title, document.id)}
            />
          ))}
        </Card>
      )}
      <Card title="起草一份新的">
        <TextField
          label="叫什么"
          value={title}
          onChange={setTitle}
          maxCharacters={TITLE_MAX_CHARACTERS}
          example="比如：扎营村用水公约"
        />
        <View className="new-draft__action">
          <ActionButton onPress={() => begin.run(title)}>{begin.busy ? '正在打开…' : '开始写'}</ActionButton>
        </View>
      </Card>
      <ProblemNote problem={begin.problem} />
    </>
  );
}
