import { useRouter } from '@tarojs/taro';
import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { useApi } from '@/platform/use-api';
import { Empty } from '@/ui/empty';
import { Loading } from '@/ui/loading';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { ObjectionCard } from '../../components/objection-card';

/** 积分异议: what waits for an answer, by whom and until when. */
export default function Objections() {
  const { regionId = '' } = useRouter().params;
  const desk = useApi(pointsDesksContract.objections, { regionId }, { keep: false, isRecorded: true, asksAnew: true });
  return (
    <Page title="积分异议">
      <PageHead title="要答复的异议" note="三天内答复。不成立、不给分、改分，都写明原因。" />
      <SignedIn why="登录以后，看得到要答复的异议。">
        <Result of={desk} loading={<Loading lines={6} />}>
          {({ objections }) =>
            objections.length === 0 ? (
              <Empty title="没有要答复的异议">有人对公示的积分提异议，就会出现在这里。</Empty>
            ) : (
              objections.map((objection) => (
                <ObjectionCard key={objection.objectionId} objection={objection} onDone={desk.retry} />
              ))
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}
