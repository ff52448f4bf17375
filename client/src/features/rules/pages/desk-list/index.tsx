import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useSession } from '@/platform/session';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Heading } from '@/ui/heading';
import { Page } from '@/ui/page';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignInCard } from '@/ui/sign-in-card';
import { NewDraft } from '../../components/new-draft';
import { StateTag } from '../../components/state-tag';
import './index.scss';

type OpenDocument = OutputOf<typeof ruleWorkContract.openDocuments>['documents'][number];

/** 村规工作: what is under way in a place, and for a cadre the beginning of something new. */
export default function WorkList() {
  const { regionId = '' } = useRouter().params;
  const isSignedIn = useSession(({ session }) => session !== null);
  const me = useApi(identityContract.me, isSignedIn ? {} : null);
  const work = useApi(ruleWorkContract.openDocuments, isSignedIn ? { regionId } : null, { asksAnew: true });
  useShownAgain(work.retry);
  const writesHere = me.data?.roles.some(({ role, regionId: place }) => role === 'cadre' && place === regionId);

  return (
    <Page title="村规工作" shows={[work]}>
      <View className="work-list__head">
        <Heading level={1}>正在办的村规</Heading>
      </View>
      {!isSignedIn && <SignInCard title="还没有登录">登录以后，这里是您要办的村规。</SignInCard>}
      {isSignedIn && (
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
      )}
      {writesHere && <NewDraft villageId={regionId} />}
    </Page>
  );
}

const REVIEWERS = { townOffice: '镇里', legalAdviser: '法律顾问' } as const;

/** What has to happen next, in a few words. */
function whatWaits({ state, until, reviewedBy, clauseCount }: OpenDocument): string {
  const missing = (['townOffice', 'legalAdviser'] as const).filter((as) => !reviewedBy.includes(as));
  switch (state) {
    case 'draft':
      return `写了 ${clauseCount} 条`;
    case 'comments':
      if (until === null) return '听意见';
      return until < localDateOf(Date.now()) ? '意见收完了，等送审核' : `听意见到 ${sayDate(until)}`;
    case 'review':
      return `等${missing.map((as) => REVIEWERS[as]).join('和')}看`;
    case 'resolution':
      return '等村里开会';
    default:
      return '等镇里备案';
  }
}
