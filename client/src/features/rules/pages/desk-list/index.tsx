import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { isPeriodRunning, REVIEWER_NAMES, REVIEWERS } from '@xiangyue/shared/features/rules/life.rules';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { NewDraft } from '../../components/new-draft';
import { StateTag } from '../../components/state-tag';

type OpenDocument = OutputOf<typeof ruleWorkContract.openDocuments>['documents'][number];

/** 村规工作: what is under way in a place, and for a cadre the beginning of something new. */
export default function WorkList() {
  const { regionId = '' } = useRouter().params;
  const me = useApi(identityContract.me, {});
  const work = useApi(ruleWorkContract.openDocuments, { regionId }, { asksAnew: true });
  useShownAgain(work.retry);
  const writesHere = me.data?.roles.some(({ role, regionId: place }) => role === 'cadre' && place === regionId);

  return (
    <Page title="村规工作" shows={[work]}>
      <PageHead title="正在办的村规" />
      <SignedIn why="登录以后，这里是您要办的村规。">
        <Result of={work}>
          {({ documents }) =>
            documents.length === 0 ? (
              <Empty title="现在没有正在办的村规">
                {writesHere ? '要定新的、改旧的，在下面开始。' : '有了会在这里出现。'}
              </Empty>
            ) : (
              <Card flush>
                {documents.map((document) => (
                  <Row
                    key={document.id}
                    title={document.title}
                    note={`${document.villageName}，${whatWaits(document)}`}
                    aside={<StateTag state={document.state} />}
                    onPress={() =>
                      open(
                        document.state === 'draft' && writesHere
                          ? paths.ruleDraft(document.id)
                          : paths.ruleDesk(document.id),
                      )
                    }
                  />
                ))}
              </Card>
            )
          }
        </Result>
        {writesHere && <NewDraft villageId={regionId} />}
      </SignedIn>
    </Page>
  );
}

/** What has to happen next, in a few words. */
function whatWaits({ state, until, reviewedBy, clauseCount }: OpenDocument): string {
  const missing = REVIEWERS.filter((as) => !reviewedBy.includes(as));
  switch (state) {
    case 'draft':
      return `写了 ${clauseCount} 条`;
    case 'comments':
      if (until === null) return '听意见';
      return isPeriodRunning(until, localDateOf(Date.now())) ? `听意见到 ${sayDate(until)}` : '意见收完了，等送审核';
    case 'review':
      return `等${missing.map((as) => REVIEWER_NAMES[as]).join('和')}看`;
    case 'resolution':
      return '等村里开会';
    default:
      return '等镇里备案';
  }
}
