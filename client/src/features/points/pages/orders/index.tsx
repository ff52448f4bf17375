import { View } from '@tarojs/components';
import { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { ORDER_STATE_NAMES } from '@xiangyue/shared/features/points/shop.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { useShownAgain } from '@/platform/use-shown-again';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { QrCode } from '@/ui/qr-code';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { Tag } from '@/ui/tag';
import { TextButton } from '@/ui/text-button';
import './index.scss';

type Order = OutputOf<typeof shopContract.myOrders>['orders'][number];

/** 我家换的东西: what waits to be fetched, with what to show there, and what was. */
export default function Orders() {
  const mine = useApi(shopContract.myOrders, {}, { asksAnew: true });
  useShownAgain(mine.retry);
  return (
    <Page title="我家换的东西" shows={[mine]}>
      <PageHead title="我家换的东西" />
      <SignedIn why="登录以后，看得到您家换了什么。">
        <Result of={mine}>
          {({ orders }) =>
            orders.length === 0 ? (
              <Empty title="还没有换过东西">在积分超市里选一样，就会出现在这里。</Empty>
            ) : (
              orders.map((order) => <OrderCard key={order.id} order={order} onChanged={mine.retry} />)
            )
          }
        </Result>
      </SignedIn>
    </Page>
  );
}

const REFUSALS: Readonly<Record<string, string>> = { soldOut: '已经换完了', balanceTooLow: '积分不够' };

function OrderCard({ order, onChanged }: { readonly order: Order; readonly onChanged: () => void }) {
  const { goodsName, count, pricePoints, state, pickupCode, keptUntil, orderedAt, refusal } = order;
  const cancel = useAction(async () => {
    await api(shopContract.cancel, { orderId: order.id });
    onChanged();
  });
  return (
    <Card
      title={`${goodsName}，${count} 件`}
      aside={<Tag tone={state === 'handedOver' ? 'tea' : 'ochre'}>{ORDER_STATE_NAMES[state]}</Tag>}
    >
      <Prose>
        {sayDate(orderedAt.slice(0, 10))}，{pricePoints} 分{refusal ? `，${REFUSALS[refusal]}，分没有动` : ''}
      </Prose>
      {pickupCode !== null && (
        <>
          <Prose>{sayDate(keptUntil)}以前来取，出示户卡，或者这个：</Prose>
          <QrCode text={pickupCode} label="取东西的二维码" />
          <View className="orders__code">{pickupCode}</View>
          <ProblemNote problem={cancel.problem} />
          <TextButton onPress={cancel.run}>{cancel.busy ? '正在退…' : '不要了，退回积分'}</TextButton>
        </>
      )}
    </Card>
  );
}
