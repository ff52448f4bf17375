import { Image, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { COUNT_MAX } from '@xiangyue/shared/features/points/shop.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { FormCard } from '@/ui/form-card';
import { Loading } from '@/ui/loading';
import { Note } from '@/ui/note';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';
import './index.scss';

type Goods = OutputOf<typeof shopContract.goods>['goods'][number];

const COUNT_CHARACTERS = 2;

/** 积分超市: what there is, and reserving it. */
export default function Shop() {
  const { villageId = '' } = useRouter().params;
  const shop = useApi(shopContract.goods, { villageId }, { asksAnew: true });
  const mine = useApi(pointsContract.mine, {}, { asksAnew: true });
  const [chosen, setChosen] = useState<Goods>();
  const [told, setTold] = useState<string>();
  const account = mine.data?.account;
  const isMine = account?.villageId === villageId;

  function done(said: string) {
    setTold(said);
    setChosen(undefined);
    shop.retry();
    mine.retry();
  }

  return (
    <Page title="积分超市" shows={[shop, mine]}>
      <PageHead
        title="积分超市"
        note={isMine ? `您家还能用 ${account.balancePoints} 分。留着的东西七天内来取。` : '本村的户可以用积分来换。'}
      />
      {told !== undefined && (
        <Note tone="tea" title={told} alert>
          来取的时候出示户卡，或“我家换的东西”里的数字。
        </Note>
      )}
      {chosen && <Reserve goods={chosen} onDone={done} onClose={() => setChosen(undefined)} />}
      <Result of={shop} loading={<Loading lines={6} />}>
        {({ goods }) =>
          goods.length === 0 ? (
            <Empty title="村里还没有办积分超市">办起来以后，这里看得到有什么、多少分、还剩几件。</Empty>
          ) : (
            <Card flush>
              {goods.map((one) => (
                <Row
                  key={one.id}
                  lead={one.photo ? <GoodsPhoto goods={one} /> : undefined}
                  title={one.name}
                  note={`${one.pricePoints} 分`}
                  aside={leftOf(one)}
                  onPress={isMine && one.isOpen && one.left > 0 ? () => setChosen(one) : undefined}
                />
              ))}
            </Card>
          )
        }
      </Result>
      <Card flush>
        <Row
          icon="check"
          title="我家换的东西"
          note="来取时出示的数字，不要了可以退"
          onPress={() => open(paths.orders)}
        />
        <Row
          icon="rules"
          title="积分超市的账"
          note="拨了多少钱，买了什么，还剩多少"
          onPress={() => open(paths.shopFund(villageId))}
        />
      </Card>
    </Page>
  );
}

function GoodsPhoto({ goods }: { readonly goods: Goods }) {
  return (
    <View className="shop__photo">
      {goods.photo && (
        <Image className="shop__image" src={SERVICE_ORIGIN + goods.photo.thumbnailUrl} mode="aspectFill" />
      )}
    </View>
  );
}

function leftOf({ left, isOpen }: Goods) {
  if (!isOpen) return <Tag tone="indigo">先不换</Tag>;
  return left > 0 ? `还有 ${left} 件` : <Tag tone="ochre">换完了</Tag>;
}

interface ReserveProps {
  readonly goods: Goods;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function Reserve({ goods, onDone, onClose }: ReserveProps) {
  const [count, setCount] = useState('1');
  const pieces = Number.parseInt(count, 10) || 0;
  const reserve = useAction(async () => {
    const { keptUntil } = await api(shopContract.reserve, { goodsId: goods.id, count: pieces });
    onDone(`${goods.name}给您留着，${sayDate(keptUntil)}以前来取`);
  });
  const isPossible = pieces >= 1 && pieces <= Math.min(COUNT_MAX, goods.left);
  return (
    <FormCard
      title={`换${goods.name}`}
      of={reserve}
      beside={['count']}
      act={`用 ${goods.pricePoints * pieces} 分换`}
      acting="正在办…"
      onAct={isPossible ? reserve.run : undefined}
      leave="先不换"
      onLeave={onClose}
    >
      <Prose>
        一件 {goods.pricePoints} 分，还有 {goods.left} 件，一次最多 {COUNT_MAX} 件。分先扣下，不来取就退。
      </Prose>
      <TextField
        numeric
        label="换几件"
        value={count}
        onChange={setCount}
        maxCharacters={COUNT_CHARACTERS}
        mistake={reserve.problem?.mistakeAt('count')}
      />
    </FormCard>
  );
}
