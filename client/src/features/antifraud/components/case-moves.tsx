import { CASE_MOVES, movesFor, type STAFF_MOVES } from '@xiangyue/shared/features/antifraud/case.rules';
import { CASE_WHY_MAX_CHARACTERS, fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { TextArea } from '@/ui/text-area';
import { Ways } from '@/ui/ways';
import type { DeskCase } from '../case-words';

type Move = (typeof STAFF_MOVES)[number];

/** What can be done with a case that is no draft any more; a reason is asked for where somebody has to know it. */
export function CaseMoves({ of: known, onMoved }: { readonly of: DeskCase; readonly onMoved: () => void }) {
  const [asked, setAsked] = useState<Move>();
  const [why, setWhy] = useState('');
  const { regionId, id: caseId, revision } = known;
  const move = useAction(async (name: Move) => {
    await api(fraudCasesContract.move, { regionId, caseId, revision, move: name, why: why.trim() || undefined });
    setAsked(undefined);
    onMoved();
  });
  const moves = movesFor(known.state, known.hasWritten);
  if (asked)
    return (
      <FormCard
        title={CASE_MOVES[asked].name}
        of={move}
        act={CASE_MOVES[asked].name}
        acting="正在办…"
        onAct={why.trim() ? () => move.run(asked) : undefined}
        leave="不了"
        onLeave={() => setAsked(undefined)}
      >
        <TextArea label="为什么" value={why} onChange={setWhy} maxCharacters={CASE_WHY_MAX_CHARACTERS} />
      </FormCard>
    );
  if (moves.length === 0) return null;
  return (
    <Card>
      {known.state === 'review' && known.hasWritten && (
        <Note tone="ochre">您写过这个案例，请另一位民警、综治专干或镇办公室的人来公布。</Note>
      )}
      <ProblemNote problem={move.problem} />
      <Ways>
        {moves.map((name) => (
          <ActionButton
            key={name}
            filled={name === 'publish'}
            onPress={() => (CASE_MOVES[name].needsWhy ? setAsked(name) : move.run(name))}
          >
            {CASE_MOVES[name].name}
          </ActionButton>
        ))}
      </Ways>
    </Card>
  );
}
