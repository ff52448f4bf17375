import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/points/offices';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { daysBetween, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { Segmented } from '@/ui/segmented';
import { Tag } from '@/ui/tag';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import { stateLook } from '../claim-words';
import { DeskFacts } from './desk-facts';

type Objection = OutputOf<typeof pointsDesksContract.objections>['objections'][number];
type Outcome = 'dismissed' | 'cancelled' | 'amended';

const OUTCOMES: readonly { value: Outcome; text: string }[] = [
  { value: 'dismissed', text: '不成立' },
  { value: 'cancelled', text: '成立，不给分' },
  { value: 'amended', text: '成立，改分' },
];
const POINTS_CHARACTERS = 3;

interface Props {
  readonly objection: Objection;
  readonly onDone: () => void;
}

/** An objection, the claim that it is about, and the answer. */
export function ObjectionCard({ objection, onDone }: Props) {
  const { claim, objectionId, byName, words, dueOn, handlerName, isMine } = objection;
  const [isAnswering, setAnswering] = useState(false);
  const takeOver = useAction(async () => {
    await api(pointsDesksContract.takeOver, { claimId: claim.id, objectionId });
    onDone();
  });
  return (
    <>
      <Card title={`${claim.householdName}家，${claim.itemTitle}，${claim.points} 分`} aside={<Due dueOn={dueOn} />}>
        <Note tone="ochre" title={`${byName}提的异议`}>
          {words}
        </Note>
        <DeskFacts claim={claim} />
        <Note tone="indigo">
          {handlerName ? `经办人：${handlerName}${isMine ? '（您）' : ''}` : '还没有人经办'}，现在“
          {stateLook(claim.state).word}”
        </Note>
        <ProblemNote problem={takeOver.problem} />
        {!isAnswering && claim.conflict === null && (
          <Ways>
            {!isMine && <ActionButton onPress={takeOver.run}>我来办</ActionButton>}
            <ActionButton filled onPress={() => setAnswering(true)}>
              答复
            </ActionButton>
          </Ways>
        )}
      </Card>
      {isAnswering && <Answer objection={objection} onDone={onDone} onClose={() => setAnswering(false)} />}
    </>
  );
}

/** Until when, and whether that is over. */
function Due({ dueOn }: { readonly dueOn: string }) {
  const days = daysBetween(localDateOf(Date.now()), dueOn);
  if (days < 0) return <Tag tone="madder">{`过期 ${-days} 天`}</Tag>;
  return <Tag tone="ochre">{days === 0 ? '今天到期' : `${sayDate(dueOn).slice(5)}到期`}</Tag>;
}

function Answer({ objection, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const { claim, objectionId } = objection;
  const [outcome, setOutcome] = useState<Outcome>();
  const [points, setPoints] = useState('');
  const [words, setWords] = useState('');
  const answer = useAction(async (chosen: Outcome) => {
    await api(pointsDesksContract.answer, {
      claimId: claim.id,
      objectionId,
      outcome: chosen,
      words: words.trim(),
      ...(chosen === 'amended' && { points: Number(points) }),
    });
    onDone();
  });
  const options = OUTCOMES.filter(({ value }) => value !== 'amended' || claim.minPoints !== claim.maxPoints);
  return (
    <FormCard
      title="答复异议"
      of={answer}
      beside={['words', 'points']}
      act="答复"
      acting="正在办…"
      onAct={outcome && words.trim() !== '' ? () => answer.run(outcome) : undefined}
      leave="先不答复"
      onLeave={onClose}
    >
      <Segmented labelled label="核实下来" options={options} value={outcome} onChange={setOutcome} />
      {outcome === 'amended' && (
        <TextField
          numeric
          label={`应该是多少分（${claim.minPoints}–${claim.maxPoints} 分）`}
          value={points}
          onChange={setPoints}
          maxCharacters={POINTS_CHARACTERS}
          mistake={answer.problem?.mistakeAt('points')}
        />
      )}
      <TextArea
        label="怎么核实的，写给提异议的人看"
        value={words}
        onChange={setWords}
        maxCharacters={WORDS_MAX_CHARACTERS}
        mistake={answer.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}
