import { identityContract, NAME_MAX_CHARACTERS } from '@xiangyue/shared/features/identity/identity.contract';
import { useState } from 'react';
import { writeSoon } from '@/platform/queue/queue';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

interface Props {
  readonly name: string;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** Writing one's own name. */
export function NameForm({ name, onSaved, onCancel }: Props) {
  const [typed, setTyped] = useState(name);
  const rename = useAction(async () => {
    await writeSoon(identityContract.rename, { name: typed }, `改姓名：${typed.trim()}`);
    onSaved();
  });
  const mistake = rename.problem && (rename.problem.mistakeAt('name') ?? rename.problem.title);

  return (
    <Card title="填写姓名">
      <TextField
        label="您的姓名"
        value={typed}
        onChange={setTyped}
        maxCharacters={NAME_MAX_CHARACTERS}
        mistake={mistake}
      />
      <Ways>
        <ActionButton onPress={onCancel}>先不填</ActionButton>
        <ActionButton filled onPress={rename.run}>
          {rename.busy ? '正在保存…' : '保存姓名'}
        </ActionButton>
      </Ways>
    </Card>
  );
}
