import { useRouter } from '@tarojs/taro';
import { PUBLISHED_STATES } from '@xiangyue/shared/features/rules/life.rules';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { LifeLine } from '../../components/life-line';
import { NextStep } from '../../components/next-step';
import { RuleHead } from '../../components/rule-head';
import { WorkHistory } from '../../components/work-history';
import { useDesk } from '../../use-desk';

const PUBLISHED: readonly string[] = PUBLISHED_STATES;

/** 办到哪一步: one document, what has been done with it, and what this office can do next. */
export default function WorkPage() {
  const { documentId = '' } = useRouter().params;
  const { work, holds } = useDesk(documentId);
  return (
    <Page title="办到哪一步" shows={[work]}>
      <SignedIn why="登录以后，才看得到这份村规办到哪一步。">
        <Result of={work}>
          {(rule) => (
            <>
              <RuleHead rule={rule} />
              <LifeLine state={rule.state} />
              <NextStep rule={rule} holds={holds} onMoved={work.retry} />
              <Card flush>
                {rule.state === 'draft' && holds('cadre') && (
                  <Row icon="rules" title="接着写草案" onPress={() => open(paths.ruleDraft(rule.id))} />
                )}
                {rule.state !== 'draft' && rule.state !== 'withdrawn' && (
                  <Row
                    icon="rules"
                    title="各条、意见和答复"
                    note={rule.comments.total > 0 ? `收到 ${rule.comments.total} 条意见` : '还没有人提意见'}
                    onPress={() => open(paths.consultation(rule.id))}
                  />
                )}
                {PUBLISHED.includes(rule.state) && (
                  <Row icon="share" title="公布的全文" onPress={() => open(paths.document(rule.id))} />
                )}
                {holds('cadre') && rule.comments.total > 0 && (
                  <Row
                    icon="message"
                    title="看意见、答复意见"
                    note={`${rule.comments.waiting} 条没看，${rule.comments.unanswered} 条没答复`}
                    onPress={() => open(paths.ruleComments(rule.id))}
                  />
                )}
                {rule.basedOn !== null && (
                  <Row
                    icon="history"
                    title="它要代替的那一版"
                    onPress={() => open(paths.document(rule.basedOn as string))}
                  />
                )}
              </Card>
              <WorkHistory rule={rule} />
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
