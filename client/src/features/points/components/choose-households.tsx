import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { TextButton } from '@/ui/text-button';

type Household = OutputOf<typeof registerContract.households>['households'][number];

interface Props {
  readonly group: { readonly id: string; readonly name: string };
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** The households of a group, each in or out; all of them in with one tap. */
export function ChooseHouseholds({ group, chosen, onChange }: Props) {
  const [households, setHouseholds] = useState<readonly Household[]>();
  const unfold = useAction(async () => setHouseholds(await allOf(group.id)));
  const mine = households?.filter(({ id }) => chosen.has(id)).length ?? 0;

  function set(ids: readonly string[], isIn: boolean) {
    const next = new Set(chosen);
    for (const id of ids) isIn ? next.add(id) : next.delete(id);
    onChange(next);
  }
  if (!households)
    return (
      <Card flush>
        <Row title={group.name} note={unfold.busy ? '正在取名单…' : '打开名单'} onPress={unfold.run} />
        <ProblemNote problem={unfold.problem} />
      </Card>
    );
  const ids = households.map(({ id }) => id);
  return (
    <Card
      title={`${group.name}，${mine} / ${households.length} 户`}
      aside={
        <TextButton onPress={() => set(ids, mine < households.length)}>
          {mine < households.length ? '都来了' : '都去掉'}
        </TextButton>
      }
      flush
    >
      {households.map(({ id, number, maskedHeadName, door, courtyardName }) => (
        <Row
          key={id}
          lead={number}
          title={maskedHeadName}
          note={door || courtyardName}
          aside={chosen.has(id) ? <Tag tone="tea">来了</Tag> : '没来'}
          onPress={() => set([id], !chosen.has(id))}
        />
      ))}
    </Card>
  );
}

/** Every household of a group: a handful of pages. Throws ApiProblem. */
async function allOf(regionId: string): Promise<Household[]> {
  const all: Household[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: OutputOf<typeof registerContract.households> = await api(registerContract.households, {
      regionId,
      ...(after !== '' && { after }),
    });
    all.push(...page.households);
    after = page.next;
  }
  return all;
}
