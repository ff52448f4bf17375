import { useRouter } from '@tarojs/taro';
import { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { sayMoney } from '@xiangyue/shared/features/points/shop.rules';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { GoodsDesk } from '../../components/goods-desk';
import { Pickup } from '../../components/pickup';

/** 积分超市的事: handing over, and for a cadre the shelves and the money. */
export default function ShopDesk() {
  const { regionId: villageId = '' } = useRouter().params;
  const me = useApi(identityContract.me, {});
  const waiting = useApi(shopContract.orders, { villageId }, { keep: false, isRecorded: true, asksAnew: true });
  const shop = useApi(shopContract.goods, { villageId }, { asksAnew: true });
  const fund = useApi(shopContract.fund, { villageId }, { asksAnew: true });
  const isCadre = me.data?.roles.some(({ role, regionId }) => role === 'cadre' && regionId === villageId) ?? false;

  function again() {
    waiting.retry();
    shop.retry();
    fund.retry();
  }

  return (
    <Page title="积分超市的事">
      <PageHead title="积分超市的事" note="有人来取，扫他的户卡，或输他手机上的六位数字。" />
      <SignedIn why="登录以后，才能交东西。">
        <Pickup villageId={villageId} onDone={again} />
        <Result of={waiting}>
          {({ orders }) =>
            orders.length === 0 ? (
              <Empty title="现在没有等人来取的东西" />
            ) : (
              <Card title={`等着取的 ${orders.length} 份`} flush>
                {orders.map(({ id, goodsName, count, householdName, groupName, number, keptUntil }) => (
                  <Row
                    key={id}
                    title={`${householdName}家：${goodsName} ${count} 件`}
                    note={`${groupName} ${number} 号，留到 ${keptUntil.slice(5)}`}
                  />
                ))}
              </Card>
            )
          }
        </Result>
        {isCadre && shop.data && <GoodsDesk villageId={villageId} goods={shop.data.goods} onChanged={again} />}
        {fund.data && (
          <Card flush>
            <Row
              icon="rules"
              title="积分超市的账"
              note={`还剩 ${sayMoney(fund.data.leftCents)}`}
              onPress={() => open(paths.shopFund(villageId))}
            />
          </Card>
        )}
      </SignedIn>
    </Page>
  );
}
