import {
  FUND_WORDS_MAX_CHARACTERS,
  GOODS_NAME_MAX_CHARACTERS,
  shopContract,
} from '@xiangyue/shared/features/points/shop.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { usePhotos } from '@/platform/use-photos';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { PhotoPicker } from '@/ui/photo-picker';
import { Row } from '@/ui/row';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';
import { Ways } from '@/ui/ways';

type Goods = OutputOf<typeof shopContract.goods>['goods'][number];

interface Props {
  readonly villageId: string;
  readonly goods: readonly Goods[];
  readonly onChanged: () => void;
}

const PRICE_CHARACTERS = 5;
const COUNT_CHARACTERS = 5;
const MONEY_CHARACTERS = 9;

/** The shelves: adding goods, changing them, buying more, and noting what was granted. */
export function GoodsDesk({ villageId, goods, onChanged }: Props) {
  const [doing, setDoing] = useState<'add' | 'budget' | Goods>();
  const close = () => setDoing(undefined);
  const done = () => {
    close();
    onChanged();
  };
  if (doing === 'add') return <AddGoods villageId={villageId} onDone={done} onClose={close} />;
  if (doing === 'budget') return <AddBudget villageId={villageId} onDone={done} onClose={close} />;
  if (doing)
    return (
      <>
        <Restock villageId={villageId} goods={doing} onDone={done} onClose={close} />
        <ChangeGoods villageId={villageId} goods={doing} onDone={done} onClose={close} />
      </>
    );
  return (
    <>
      <Card title="货架" flush>
        {goods.map((one) => (
          <Row
            key={one.id}
            title={`${one.name}，${one.pricePoints} 分`}
            note={`进了 ${one.bought} 件，取走 ${one.handedOver} 件，留着 ${one.reserved} 件`}
            aside={one.isOpen ? `还有 ${one.left} 件` : '先不换'}
            onPress={() => setDoing(one)}
          />
        ))}
      </Card>
      <Ways>
        <ActionButton onPress={() => setDoing('add')}>添一样东西</ActionButton>
        <ActionButton onPress={() => setDoing('budget')}>记一笔拨款</ActionButton>
      </Ways>
    </>
  );
}

interface FormProps {
  readonly villageId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function AddGoods({ villageId, onDone, onClose }: FormProps) {
  const [name, setName] = useState('');
  const [price, setPrice] = useState('');
  const photos = usePhotos('points.goods', 1);
  const add = useAction(async () => {
    const fields = { villageId, name, pricePoints: Number(price), photoIds: photos.ids };
    await api(shopContract.addGoods, fields);
    onDone();
  });
  return (
    <FormCard
      title="添一样东西"
      of={add}
      beside={['name', 'pricePoints']}
      act="放上货架"
      acting="正在放…"
      onAct={photos.isReady && name.trim() !== '' && price !== '' ? add.run : undefined}
      leave="先不添"
      onLeave={onClose}
    >
      <NameAndPrice name={name} price={price} onName={setName} onPrice={setPrice} of={add} />
      <PhotoPicker label="照片（可以不放）" photos={photos} />
    </FormCard>
  );
}

function ChangeGoods({ villageId, goods, onDone, onClose }: FormProps & { readonly goods: Goods }) {
  const [name, setName] = useState(goods.name);
  const [price, setPrice] = useState(String(goods.pricePoints));
  const [isOpen, setOpen] = useState(goods.isOpen);
  const change = useAction(async () => {
    await api(shopContract.changeGoods, { villageId, goodsId: goods.id, name, pricePoints: Number(price), isOpen });
    onDone();
  });
  return (
    <FormCard
      title={`改${goods.name}`}
      of={change}
      beside={['name', 'pricePoints']}
      act="保存"
      acting="正在保存…"
      onAct={change.run}
      leave="不改了"
      onLeave={onClose}
    >
      <NameAndPrice name={name} price={price} onName={setName} onPrice={setPrice} of={change} />
      <Toggle title="可以换" note="关掉以后，货架上看得到，换不了" on={isOpen} onChange={setOpen} />
    </FormCard>
  );
}

interface NameAndPriceProps {
  readonly name: string;
  readonly price: string;
  readonly onName: (name: string) => void;
  readonly onPrice: (price: string) => void;
  readonly of: Pick<ReturnType<typeof useAction>, 'problem'>;
}

function NameAndPrice({ name, price, onName, onPrice, of }: NameAndPriceProps) {
  return (
    <>
      <TextField
        label="是什么"
        value={name}
        onChange={onName}
        maxCharacters={GOODS_NAME_MAX_CHARACTERS}
        mistake={of.problem?.mistakeAt('name')}
      />
      <TextField
        numeric
        label="一件多少分"
        value={price}
        onChange={onPrice}
        maxCharacters={PRICE_CHARACTERS}
        mistake={of.problem?.mistakeAt('pricePoints')}
      />
    </>
  );
}

function Restock({ villageId, goods, onDone, onClose }: FormProps & { readonly goods: Goods }) {
  const [count, setCount] = useState('');
  const [yuan, setYuan] = useState('');
  const [words, setWords] = useState('');
  const restock = useAction(async () => {
    const bought = { count: Number(count), cents: centsOf(yuan), words };
    await api(shopContract.restock, { villageId, goodsId: goods.id, ...bought });
    onDone();
  });
  return (
    <FormCard
      title={`${goods.name}进货`}
      of={restock}
      beside={['count', 'cents', 'words']}
      act="进货"
      acting="正在记…"
      onAct={count !== '' && words.trim() !== '' ? restock.run : undefined}
      leave="先不进"
      onLeave={onClose}
    >
      <TextField
        numeric
        label="进了几件"
        value={count}
        onChange={setCount}
        maxCharacters={COUNT_CHARACTERS}
        mistake={restock.problem?.mistakeAt('count')}
      />
      <Money label="一共花了多少元（捐的写 0）" value={yuan} onChange={setYuan} problem={restock.problem} />
      <TextField
        label="在哪里买的、谁捐的（公开）"
        value={words}
        onChange={setWords}
        maxCharacters={FUND_WORDS_MAX_CHARACTERS}
        mistake={restock.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}

function AddBudget({ villageId, onDone, onClose }: FormProps) {
  const [yuan, setYuan] = useState('');
  const [words, setWords] = useState('');
  const add = useAction(async () => {
    await api(shopContract.addBudget, { villageId, cents: centsOf(yuan), words });
    onDone();
  });
  return (
    <FormCard
      title="记一笔拨款"
      of={add}
      beside={['cents', 'words']}
      act="记上"
      acting="正在记…"
      onAct={yuan !== '' && words.trim() !== '' ? add.run : undefined}
      leave="先不记"
      onLeave={onClose}
    >
      <Money label="多少元" value={yuan} onChange={setYuan} problem={add.problem} />
      <TextField
        label="钱从哪里来（公开）"
        value={words}
        onChange={setWords}
        maxCharacters={FUND_WORDS_MAX_CHARACTERS}
        mistake={add.problem?.mistakeAt('words')}
      />
    </FormCard>
  );
}

interface MoneyProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: ReturnType<typeof useAction>['problem'];
}

function Money({ label, value, onChange, problem }: MoneyProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      maxCharacters={MONEY_CHARACTERS}
      mistake={problem?.mistakeAt('cents')}
    />
  );
}

/** What was typed in yuan, in whole cents; anything else is refused by the service. */
function centsOf(yuan: string): number {
  return Math.round((Number(yuan) || 0) * 100);
}
