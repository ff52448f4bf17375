import { useRouter } from '@tarojs/taro';
import { explanationOf, type Finding } from '@xiangyue/shared/features/rules/clause-check.rules';
import { CLAUSES_MAX, TITLE_MAX_CHARACTERS } from '@xiangyue/shared/features/rules/work.contract';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { ActionButton } from '@/ui/action-button';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import { ClauseEditor } from '../../components/clause-editor';
import { SaveLine } from '../../components/save-line';
import { type RuleWork, useDesk } from '../../use-desk';
import { type DraftClause, moveClause, newClauseKey, useDraft } from '../../use-draft';

/** 写草案: the village's cadre writes the clauses; it saves itself, and the law is read along. */
export default function DraftPage() {
  const { documentId = '' } = useRouter().params;
  const { work } = useDesk(documentId, { fresh: true });
  return (
    <Page title="写草案">
      <SignedIn why="登录以后，村干部可以在这里写村规。">
        <Result of={work}>
          {(rule) =>
            rule.state === 'draft' ? (
              <Editor work={rule} />
            ) : (
              <Empty
                title="这份村规现在不能改"
                action={<ActionButton onPress={() => open(paths.ruleDesk(rule.id))}>看它办到哪一步</ActionButton>}
              >
                只有还在起草的才能改。已经公布的，村干部先“收回来改”。
              </Empty>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}

function Editor({ work }: { readonly work: RuleWork }) {
  const { draft, state, problem, change, save, takeTheirs, keepMine } = useDraft(work);
  const [openKey, setOpenKey] = useState<string | null>(
    draft.clauses.length === 1 ? (draft.clauses[0]?.key ?? null) : null,
  );
  const { clauses, explanations } = draft;
  const setClauses = (next: readonly DraftClause[]) => change({ ...draft, clauses: next });

  function add() {
    const key = newClauseKey(Date.now(), clauses);
    setClauses([...clauses, { key, title: '', text: '', basis: [], consequence: '' }]);
    setOpenKey(key);
  }

  async function leave() {
    if (state !== 'saved') await save();
    open(paths.ruleDesk(work.id));
  }

  function explain(clauseKey: string, finding: Finding, words: string) {
    const before = explanationOf(finding, clauseKey, explanations);
    const others = explanations.filter((one) => one !== before);
    const { check, quote } = finding;
    change({ ...draft, explanations: words ? [...others, { clauseKey, check, quote, words }] : others });
  }

  return (
    <>
      <SaveLine
        state={state}
        problem={problem}
        documentId={work.id}
        onRetry={() => void save()}
        onTakeTheirs={takeTheirs}
        onKeepMine={keepMine}
      />
      <TextField
        label="这份村规叫什么"
        value={draft.title}
        onChange={(title) => change({ ...draft, title })}
        maxCharacters={TITLE_MAX_CHARACTERS}
      />
      {clauses.map((clause, index) => (
        <ClauseEditor
          key={clause.key}
          clause={clause}
          index={index}
          isLast={index === clauses.length - 1}
          isOpen={clause.key === openKey}
          onToggle={() => setOpenKey(clause.key === openKey ? null : clause.key)}
          onChange={(next) => setClauses(clauses.map((one) => (one.key === next.key ? next : one)))}
          explanations={explanations}
          onExplain={(finding, words) => explain(clause.key, finding, words)}
          onMove={(by) => setClauses(moveClause(clauses, index, by))}
          onRemove={() => setClauses(clauses.filter(({ key }) => key !== clause.key))}
        />
      ))}
      {clauses.length === 0 && <Empty title="还没有一条">先写最要紧的一条；写的时候，哪里不合法会马上提醒。</Empty>}
      <Ways stacked>
        {clauses.length < CLAUSES_MAX && <ActionButton onPress={add}>加一条</ActionButton>}
        <ActionButton filled onPress={() => void leave()}>
          写好了，往下走
        </ActionButton>
      </Ways>
    </>
  );
}
