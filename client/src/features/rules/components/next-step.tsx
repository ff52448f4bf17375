import { View } from '@tarojs/components';
import { findingsThatStop } from '@xiangyue/shared/features/rules/clause-check.rules';
import { isPeriodRunning, MOVES, REVIEWER_NAMES, REVIEWERS } from '@xiangyue/shared/features/rules/life.rules';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import type { Role } from '@xiangyue/shared/kernel/access';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import type { ReactNode } from 'react';
import { api } from '@/platform/api';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import type { RuleWork } from '../use-desk';
import { AnnounceForm } from './announce-form';
import { FilingForm } from './filing-form';
import { MeetingForm } from './meeting-form';
import { MoveForm } from './move-form';

interface Props {
  readonly rule: RuleWork;
  readonly holds: (role: Role) => boolean;
  readonly onMoved: () => void;
}

/** The card of what this office can do now; whoever can do nothing reads who is waited for. */
export function NextStep({ rule, holds, onMoved }: Props) {
  const seen = { documentId: rule.id, revision: rule.revision };
  const then = (sent: Promise<unknown>) => sent.then(onMoved);
  // A form that was filled in for an earlier state must not stay for the next one.
  const key = `${rule.state}${rule.revision}`;
  switch (rule.state) {
    case 'draft':
      return (
        <StepCard key={key} title="写好了，公布出来听意见" mine={holds('cadre')} waitsFor="村干部在写草案。">
          <Stops rule={rule} />
          <AnnounceForm send={(until) => then(api(ruleWorkContract.announce, { ...seen, until }))} />
          <Withdraw seen={seen} then={then} />
        </StepCard>
      );
    case 'comments':
      return (
        <StepCard key={key} title="听意见" mine={holds('cadre')} waitsFor="村里正在听村民的意见。">
          <Submitting rule={rule} />
          <MoveForm action={MOVES.submit.name} filled send={() => then(api(ruleWorkContract.submit, seen))} />
          <Reopen seen={seen} then={then} />
        </StepCard>
      );
    case 'review':
      return <Reviewing key={key} rule={rule} holds={holds} onMoved={onMoved} />;
    case 'resolution':
      return (
        <StepCard key={key} title="登记会议表决" mine={holds('cadre')} waitsFor="审核过了，等村里开会表决。">
          <MeetingForm
            send={(meeting) => api(ruleWorkContract.recordMeeting, { ...seen, ...meeting })}
            onDone={onMoved}
          />
          <Reopen seen={seen} then={then} />
        </StepCard>
      );
    case 'adopted':
      return (
        <StepCard key={key} title="备案" mine={holds('townOffice')} waitsFor="会议通过了，等镇里备案。">
          <FilingForm send={(filing) => then(api(ruleWorkContract.file, { ...seen, ...filing }))} />
          <MoveForm
            action={MOVES.refuseFiling.name}
            wordsLabel="哪里要改，为什么"
            folded
            send={(why) => then(api(ruleWorkContract.refuseFiling, { ...seen, why }))}
          />
        </StepCard>
      );
    case 'filed':
      return (
        <Note tone="tea" title={`已备案，编号 ${rule.filingNumber ?? ''}`}>
          {rule.effectiveFrom && `${sayDate(rule.effectiveFrom)}起实行，到那天自动公布为现行。`}
        </Note>
      );
    case 'withdrawn':
      return <Note tone="madder" title="这份村规已经撤回，不再办了。" />;
    default:
      return null;
  }
}

function StepCard({
  title,
  mine,
  waitsFor,
  children,
}: {
  readonly title: string;
  readonly mine: boolean;
  readonly waitsFor: string;
  readonly children: ReactNode;
}) {
  if (!mine) return <Note tone="indigo">{waitsFor}</Note>;
  return <Card title={title}>{children}</Card>;
}

/** What keeps the draft from being announced, said before the button is pressed. */
function Stops({ rule }: { readonly rule: RuleWork }) {
  const stops = findingsThatStop(rule.clauses, rule.explanations);
  if (stops.length === 0) return null;
  return (
    <Note tone="madder" title="这些地方要先改好，或者写明理由">
      {stops.map(({ index, clauseKey, finding }) => (
        <View key={clauseKey + finding.check + finding.field}>
          第 {index + 1} 条“{finding.quote}”：{finding.title}
        </View>
      ))}
    </Note>
  );
}

function Submitting({ rule: { until, comments } }: { readonly rule: RuleWork }) {
  const open = comments.waiting + comments.unanswered;
  return (
    <>
      {until && (
        <View>
          {isPeriodRunning(until, localDateOf(Date.now()))
            ? `意见收到 ${sayDate(until)}为止，过了这天才能送审核。`
            : `意见收到 ${sayDate(until)}为止，已经结束。`}
        </View>
      )}
      {open > 0 && <Note tone="ochre">还有 {open} 条意见没有看过或答复。</Note>}
    </>
  );
}

interface Onward {
  readonly seen: { readonly documentId: string; readonly revision: number };
  readonly then: (sent: Promise<unknown>) => Promise<unknown>;
}

function Reopen({ seen, then }: Onward) {
  return (
    <MoveForm
      action={MOVES.reopen.name}
      wordsLabel="为什么收回来，村民看得到"
      folded
      send={(why) => then(api(ruleWorkContract.reopen, { ...seen, why }))}
    />
  );
}

function Withdraw({ seen, then }: Onward) {
  return (
    <MoveForm
      action="撤回，不办了"
      wordsLabel="为什么不办了"
      folded
      send={(why) => then(api(ruleWorkContract.withdraw, { ...seen, why }))}
    />
  );
}

function Reviewing({ rule, holds, onMoved }: Props) {
  const as = REVIEWERS.find((role) => holds(role));
  const has = rule.reviews.some((review) => review.as === as);
  const seen = { documentId: rule.id, revision: rule.revision };
  if (as === undefined || has)
    return (
      <Note tone="indigo">{has ? '您这一方已经通过，等另一方。' : '镇里和法律顾问在看，两边都通过才能开会表决。'}</Note>
    );
  return (
    <Card title={`${REVIEWER_NAMES[as]}审核`}>
      <MoveForm
        action={MOVES.approve.name}
        wordsLabel="审核意见"
        filled
        send={(words) => api(ruleWorkContract.approve, { ...seen, as, words }).then(onMoved)}
      />
      <MoveForm
        action={MOVES.sendBack.name}
        wordsLabel="哪里要改，为什么"
        folded
        send={(why) => api(ruleWorkContract.sendBack, { ...seen, as, why }).then(onMoved)}
      />
    </Card>
  );
}
