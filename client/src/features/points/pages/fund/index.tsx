import { useRouter } from '@tarojs/taro';
import { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { sayMoney } from '@xiangyue/shared/features/points/shop.rules';
import { sayDay } from '@xiangyue/shared/kernel/time';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';

/** 积分超市的账: granted, spent, left. */
export default function FundPage() {
  const { villageId = '' } = useRouter().params;
  const fund = useApi(shopContract.fund, { villageId });
  return (
    <Page title="积分超市的账" shows={[fund]}>
      <PageHead title="积分超市的账" note="钱从哪来，买了什么，谁都看得到。" />
      <Result of={fund}>
        {({ budgetCents, spentCents, leftCents, entries, year }) =>
          entries.length === 0 ? (
            <Empty title="还没有记过账" />
          ) : (
            <>
              <Card title={`${year} 年度`} flush>
                <Row title="一共拨了" aside={sayMoney(budgetCents)} />
                <Row title="买东西用了" aside={sayMoney(spentCents)} />
                <Row title="还剩" aside={sayMoney(leftCents)} />
              </Card>
              <Card title="每一笔" flush>
                {entries.map(({ kind, cents, words, at }) => (
                  <Row
                    key={at + words}
                    title={words}
                    note={sayDay(Date.parse(at))}
                    aside={`${kind === 'budget' ? '拨入 ' : '用去 '}${sayMoney(cents)}`}
                  />
                ))}
              </Card>
            </>
          )
        }
      </Result>
    </Page>
  );
}
