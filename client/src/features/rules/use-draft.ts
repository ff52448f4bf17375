import type { Explanation } from '@xiangyue/shared/features/rules/clause-check.rules';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/platform/api';
import { ApiProblem } from '@/platform/api-problem';
import type { RuleWork } from './use-desk';

export type DraftClause = RuleWork['clauses'][number];

export interface Draft {
  readonly title: string;
  readonly clauses: readonly DraftClause[];
  readonly explanations: readonly Explanation[];
}

/** saved: the service has all of it. conflict: somebody else wrote or moved it since; nothing more is sent until one chooses. */
export type SaveState = 'saved' | 'typing' | 'saving' | 'failed' | 'conflict';

/** A pause in the typing; long enough not to send every word, short enough that little is lost. */
const PAUSE_MS = 1_200;

/** The draft as it is being written. It saves itself at every pause, under the revision that it began from. */
export function useDraft(work: RuleWork) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(work));
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<ApiProblem>();
  const revision = useRef(work.revision);
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isSaving = useRef(false);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (isSaving.current) return;
    isSaving.current = true;
    setState('saving');
    const sent = latest.current;
    try {
      const saved = await api(ruleWorkContract.saveDraft, {
        documentId: work.id,
        revision: revision.current,
        ...sendable(sent),
      });
      revision.current = saved.revision;
      setProblem(undefined);
      setState(latest.current === sent ? 'saved' : 'typing');
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setProblem(failure);
      setState(failure.code === 'rules.movedOn' ? 'conflict' : 'failed');
      return;
    } finally {
      isSaving.current = false;
    }
    // What was written meanwhile goes with the next one.
    if (latest.current !== sent) timer.current = setTimeout(() => void save(), PAUSE_MS);
  }, [work.id]);

  useEffect(
    () => () => {
      // Leaving the page is a pause as well.
      if (timer.current !== undefined) void save();
    },
    [save],
  );

  function change(next: Draft) {
    latest.current = next;
    setDraft(next);
    if (state === 'conflict') return;
    setState('typing');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      void save();
    }, PAUSE_MS);
  }

  /** Takes what the service has in place of what is written here. */
  function takeTheirs(newest: RuleWork) {
    clearTimeout(timer.current);
    timer.current = undefined;
    revision.current = newest.revision;
    latest.current = draftOf(newest);
    setDraft(latest.current);
    setProblem(undefined);
    setState('saved');
  }

  /** Writes what is here over what the service has, knowingly. */
  function keepMine(newest: RuleWork) {
    revision.current = newest.revision;
    void save();
  }

  return { draft, state, problem, change, save, takeTheirs, keepMine };
}

function draftOf({ title, clauses, explanations }: RuleWork): Draft {
  return { title, clauses, explanations };
}

/** An empty line among the articles is still being written: it is not sent. */
function sendable({ title, clauses, explanations }: Draft) {
  return {
    title: title.trim() || '没有题目的草案',
    clauses: clauses.map((clause) => ({
      ...clause,
      basis: clause.basis.filter(({ law, article }) => law.trim() && article.trim()),
    })),
    explanations: explanations.filter(({ words }) => words.trim()).map((explanation) => ({ ...explanation })),
  };
}

/** A name for a new clause that no clause of this rule has or had. */
export function newClauseKey(nowMs: number, clauses: readonly Pick<DraftClause, 'key'>[]): string {
  let at = nowMs;
  while (clauses.some(({ key }) => key === `k${at.toString(36)}`)) at += 1;
  return `k${at.toString(36)}`;
}

/** The clauses with one moved by so many places; at the ends nothing moves. */
export function moveClause(clauses: readonly DraftClause[], index: number, by: number): readonly DraftClause[] {
  const clause = clauses[index];
  const to = index + by;
  if (!clause || to < 0 || to >= clauses.length) return clauses;
  const others = clauses.filter((_, i) => i !== index);
  return [...others.slice(0, to), clause, ...others.slice(to)];
}
