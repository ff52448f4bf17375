import { useRouter } from '@tarojs/taro';
import { catalogueContract } from '@xiangyue/shared/features/points/catalogue.contract';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { openBeside } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { CatalogueEditor } from '../../components/catalogue-editor';

/** 改积分目录: a version is written, checked, and published whole. */
export default function CatalogueDesk() {
  const { regionId: villageId = '' } = useRouter().params;
  const desk = useApi(catalogueContract.draft, { villageId }, { keep: false, onlyFresh: true });
  const start = useAction(async () => {
    await api(catalogueContract.startDraft, { villageId });
    desk.retry();
  });
  return (
    <Page title="改积分目录">
      <PageHead title="改积分目录" note="改好以后整份公布；公布以前，还照现行的给分。" />
      <SignedIn why="登录以后，村干部可以在这里改目录。">
        <Result of={desk}>
          {({ draft, clauses }) =>
            draft ? (
              <CatalogueEditor
                key={draft.version}
                villageId={villageId}
                draft={draft}
                clauses={clauses}
                onPublished={() => openBeside(paths.pointsCatalogue(villageId))}
              />
            ) : (
              <Empty
                title="没有正在改的目录"
                action={
                  <ActionButton filled onPress={start.run}>
                    {start.busy ? '正在准备…' : '开始改'}
                  </ActionButton>
                }
              >
                从现行的目录改起；还没有目录的，从各村公布过的样本改起。
                <ProblemNote problem={start.problem} />
              </Empty>
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
