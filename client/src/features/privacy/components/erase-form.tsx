import { ERASE_WORD, privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

/** Room for a slip of the finger. */
const WORD_MAX_CHARACTERS = 10;

/** The word that nobody types by mistake, and the button. */
export function EraseForm({ onErased }: { readonly onErased: (told: OutputOf<typeof privacyContract.erase>) => void }) {
  const [word, setWord] = useState('');
  const erase = useAction(async () => {
    onErased(await api(privacyContract.erase, { word: word.trim() as typeof ERASE_WORD }));
  });
  const mistake = erase.problem?.mistakeAt('word');
  return (
    <Card title="确实要注销吗？">
      <Prose>所有设备马上退出登录，担任的职务到此为止。看村规不受影响。</Prose>
      <TextField
        label={`请在下面写“${ERASE_WORD}”两个字`}
        value={word}
        onChange={setWord}
        maxCharacters={WORD_MAX_CHARACTERS}
        mistake={mistake}
      />
      {mistake === undefined && <ProblemNote problem={erase.problem} />}
      <Ways>
        <ActionButton filled onPress={() => backOr(paths.me)}>
          先不注销
        </ActionButton>
        <ActionButton onPress={erase.run}>{erase.busy ? '正在注销…' : '注销账号'}</ActionButton>
      </Ways>
    </Card>
  );
}
