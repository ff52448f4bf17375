import { useRouter } from '@tarojs/taro';
import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { useApi } from '@/platform/use-api';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { SignedIn } from '@/ui/signed-in';
import { ReviewDesk } from '../../components/review-desk';

/** 看积分申报: the first look at what is asked for. */
export default function Reviews() {
  const { regionId = '' } = useRouter().params;
  const desk = useApi(pointsDesksContract.reviews, { regionId }, { keep: false, isRecorded: true, asksAnew: true });
  return (
    <Page title="看积分申报">
      <PageHead title="组里的申报" note="看看是不是真做了。自家和亲戚家的要回避，换别人来看。" />
      <SignedIn why="登录以后，看得到要您看的申报。">
        <ReviewDesk desk={desk} stage="group" />
      </SignedIn>
    </Page>
  );
}
