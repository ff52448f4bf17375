import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { scanQr } from '@/platform/scan-qr';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

export type FoundPerson = OutputOf<typeof identityContract.findPersonByCode>;

/** Eight characters, a space, and room for what a thumb adds. */
const TYPED_MAX_CHARACTERS = 12;

interface Props {
  readonly regionId: string;
  readonly found: FoundPerson | undefined;
  readonly onFound: (person: FoundPerson | undefined) => void;
}

/** Finding a person by the code that they show: typed, or on a phone scanned. There is no search among people. */
export function PersonFinder({ regionId, found, onFound }: Props) {
  const [typed, setTyped] = useState('');
  const find = useAction(async (code: string) => {
    onFound(await api(identityContract.findPersonByCode, { regionId, code }));
    setTyped('');
  });

  async function scan() {
    const scanned = await scanQr({ onlyFromCamera: true });
    if (scanned !== undefined) find.run(scanned);
  }

  if (found)
    return (
      <Card title={found.personName}>
        <Prose>就是他出示的编号。名字不对，就不要往下办。</Prose>
        <Ways>
          <ActionButton onPress={() => onFound(undefined)}>换一个人</ActionButton>
        </Ways>
      </Card>
    );
  return (
    <Card title="是谁">
      <Prose>请他在自己手机上打开“我的”，点“我的编号”，给您看八个字母和数字。</Prose>
      <TextField label="他的编号" value={typed} onChange={setTyped} maxCharacters={TYPED_MAX_CHARACTERS} />
      <Ways>
        <ActionButton onPress={() => find.run(typed)}>{find.busy ? '正在找…' : '找这个人'}</ActionButton>
        {process.env.TARO_ENV === 'weapp' && <ActionButton onPress={() => void scan()}>扫他的码</ActionButton>}
      </Ways>
      <ProblemNote problem={find.problem} />
    </Card>
  );
}
