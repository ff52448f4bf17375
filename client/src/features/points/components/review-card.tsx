import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/points/offices';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import { type DeskClaim, DeskFacts } from './desk-facts';

interface Props {
  readonly claim: DeskClaim;
  readonly stage: 'group' | 'panel';
  readonly onDone: () => void;
}

const POINTS_CHARACTERS = 3;

/** One claim at a desk: agreed with, or not and why. */
export function ReviewCard({ claim, stage, onDone }: Props) {
  const [isRefusing, setRefusing] = useState(false);
  const [points, setPoints] = useState(String(claim.points));
  const isRange = stage === 'panel' && claim.minPoints !== claim.maxPoints;
  const review = useAction(async (fields: { approves: boolean; words: string }) => {
    const chosen = isRange && fields.approves ? { points: Number(points) } : {};
    const { id: claimId, revision } = claim;
    await api(pointsDesksContract.review, { claimId, revision, stage, ...fields, ...chosen });
    onDone();
  });
  return (
    <>
      <Card title={`${claim.householdName}家，${claim.itemTitle}，${claim.points} 分`}>
        <DeskFacts claim={claim} />
        {claim.conflict === null && !isRefusing && (
          <>
            {isRange && (
              <TextField
                numeric
                label={`给多少分（${claim.minPoints}–${claim.maxPoints} 分）`}
                value={points}
                onChange={setPoints}
                maxCharacters={POINTS_CHARACTERS}
                mistake={review.problem?.mistakeAt('points')}
              />
            )}
            <ProblemNote problem={review.problem} />
            <Ways>
              <ActionButton onPress={() => setRefusing(true)}>不同意</ActionButton>
              <ActionButton filled onPress={() => review.run({ approves: true, words: '' })}>
                {review.busy ? '正在办…' : stage === 'group' ? '情况属实' : '同意公示'}
              </ActionButton>
            </Ways>
          </>
        )}
      </Card>
      {isRefusing && (
        <Refuse
          review={review}
          onRefuse={(words) => review.run({ approves: false, words })}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  );
}

interface RefuseProps {
  readonly review: Pick<ReturnType<typeof useAction>, 'busy' | 'problem'>;
  readonly onRefuse: (words: string) => void;
  readonly onClose: () => void;
}

function Refuse({ review, onRefuse, onClose }: RefuseProps) {
  const [words, setWords] = useState('');
  return (
    <FormCard
      title="为什么不同意"
      of={review}
      beside={['words']}
      act="告诉他家"
      acting="正在办…"
      onAct={words.trim() === '' ? undefined : () => onRefuse(words.trim())}
      leave="再想想"
      onLeave={onClose}
    >
      <Prose>这句话会发给他家里人。</Prose>
      <TextArea
        label="原因"
        value={words}
        onChange={setWords}
        maxCharacters={WORDS_MAX_CHARACTERS}
        mistake={review.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}
