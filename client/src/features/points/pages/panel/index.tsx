import { useRouter } from '@tarojs/taro';
import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { SignedIn } from '@/ui/signed-in';
import { ReviewDesk } from '../../components/review-desk';

/** 评议积分: the village's own look, before it is published. */
export default function Panel() {
  const { regionId = '' } = useRouter().params;
  const desk = useApi(
    pointsDesksContract.panel,
    { villageId: regionId },
    { keep: false, isRecorded: true, asksAnew: true },
  );
  return (
    <Page title="评议积分">
      <PageHead title="要评议的申报" note="组里看过的，村里再评一次。同意以后公示十五天。" />
      <SignedIn why="登录以后，看得到要您看的申报。">
        <ReviewDesk desk={desk} stage="panel" />
      </SignedIn>
    </Page>
  );
}
