import { readCardCode, readScannedCard } from '@xiangyue/shared/features/households/card-code.rules';
import { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { PICKUP_DIGITS } from '@xiangyue/shared/features/points/shop.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { scanQr } from '@/platform/scan-qr';
import { useAction } from '@/platform/use-action';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

type Order = OutputOf<typeof shopContract.pickup>['orders'][number];

const CODE_CHARACTERS = 12;

/** Somebody has come: who it is, what is theirs, and handing it over. */
export function Pickup({ villageId, onDone }: { readonly villageId: string; readonly onDone: () => void }) {
  const [code, setCode] = useState('');
  const [found, setFound] = useState<readonly Order[]>();
  const [told, setTold] = useState<string>();
  const find = useAction(async (asked: string) => {
    setTold(undefined);
    setFound((await api(shopContract.pickup, { villageId, code: asked })).orders);
  });
  const handOver = useAction(async (order: Order) => {
    await api(shopContract.handOver, { villageId, orderId: order.id, code });
    setTold(`${order.goodsName} ${order.count} 件，交给${order.householdName}家了`);
    setFound((left) => left?.filter(({ id }) => id !== order.id));
    onDone();
  });

  async function scan() {
    const scanned = await scanQr();
    if (scanned === undefined) return;
    const read = readScannedCard(scanned) ?? scanned;
    setCode(read);
    find.run(read);
  }

  const isWhole = readCardCode(code) !== null || code.trim().length === PICKUP_DIGITS;
  return (
    <Card title="有人来取">
      <TextField
        label="户卡上的编码，或手机上的六位数字"
        value={code}
        onChange={setCode}
        maxCharacters={CODE_CHARACTERS}
      />
      <ProblemNote problem={find.problem ?? handOver.problem} />
      {told !== undefined && <Note tone="tea" title={told} alert />}
      {found?.map((order) => (
        <Note key={order.id} tone="indigo" title={`${order.householdName}家（${order.groupName} ${order.number} 号）`}>
          {order.goodsName} {order.count} 件
          <Ways>
            <ActionButton filled onPress={() => handOver.run(order)}>
              {handOver.busy ? '正在记…' : `交给他 ${order.goodsName}`}
            </ActionButton>
          </Ways>
        </Note>
      ))}
      <Ways>
        {process.env.TARO_ENV === 'weapp' && <ActionButton onPress={() => void scan()}>扫一扫</ActionButton>}
        {isWhole && (
          <ActionButton onPress={() => find.run(code)}>{find.busy ? '正在找…' : '看他有什么要取'}</ActionButton>
        )}
      </Ways>
    </Card>
  );
}
