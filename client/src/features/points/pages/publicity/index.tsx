import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { useState } from 'react';
import { useApi } from '@/platform/use-api';
import { usePages } from '@/platform/use-pages';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Segmented } from '@/ui/segmented';
import { PublicClaim } from '../../components/public-claim';
import './index.scss';

const SHOWN = [
  { value: 'public', text: '公示中' },
  { value: 'recent', text: '刚入账的' },
] as const;

/** 积分公示: who gets points for what, for how many days it is still shown, and objecting to it. */
export default function Publicity() {
  const { villageId = '' } = useRouter().params;
  const [show, setShow] = useState<(typeof SHOWN)[number]['value']>('public');
  const asked = { villageId, show };
  const first = useApi(pointsContract.publicity, asked, { asksAnew: true });
  const list = usePages(pointsContract.publicity, first, ({ next }) => (next ? { ...asked, after: next } : null));
  const claims = list.pages.flatMap((page) => page.claims);
  return (
    <Page title="积分公示" shows={[first]}>
      <PageHead title="积分公示" note="姓名遮住一部分。觉得不对，点“提异议”，三天内有人答复。" />
      <View className="publicity__filter">
        <Segmented label="看哪些" options={SHOWN} value={show} onChange={setShow} />
      </View>
      <Result of={first}>
        {() =>
          claims.length === 0 ? (
            <Empty title={show === 'public' ? '现在没有要公示的积分' : '这两个月没有新入账的积分'} />
          ) : (
            <>
              {claims.map((claim) => (
                <PublicClaim key={claim.id} claim={claim} onChanged={first.retry} />
              ))}
              <LoadMore of={list} />
            </>
          )
        }
      </Result>
    </Page>
  );
}
