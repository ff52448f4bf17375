import { catalogueContract } from '@xiangyue/shared/features/points/catalogue.contract';
import { CATEGORIES, CATEGORY_NAMES, type Category, sayWorth } from '@xiangyue/shared/features/points/catalogue.rules';
import { WORDS_MAX_CHARACTERS } from '@xiangyue/shared/features/points/offices';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { open } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePhotos } from '@/platform/use-photos';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { Empty } from '@/ui/empty';
import { FormCard } from '@/ui/form-card';
import { PhotoPicker } from '@/ui/photo-picker';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';

type Item = NonNullable<OutputOf<typeof catalogueContract.catalogue>['catalogue']>['items'][number];

/** What is asked for. */
export interface Asked {
  readonly itemKey: string;
  readonly points?: number;
  readonly doneOn: string;
  readonly words: string;
  readonly photoIds: string[];
}

interface Props {
  readonly villageId: string;
  /** Whose points: 我家, 031 号田**家. */
  readonly whose: string;
  /** Sends it. Throws ApiProblem. */
  readonly onSend: (asked: Asked, itemTitle: string) => Promise<void>;
  /** True when there is one already for the item and the day. */
  readonly isKnown?: (itemTitle: string, doneOn: string) => boolean;
  /** For many households no picture is one household's evidence. */
  readonly isWithoutPhotos?: boolean;
}

const POINTS_CHARACTERS = 3;
const PHOTOS_MAX = 6;

/** Asking for points: what was done, chosen from the catalogue, then when and in what words. */
export function ClaimForm({ villageId, ...rest }: Props) {
  const catalogue = useApi(catalogueContract.catalogue, { villageId });
  const [item, setItem] = useState<Item>();
  return (
    <Result of={catalogue}>
      {({ catalogue: current }) =>
        current === null ? (
          <Empty title="村里还没有公布积分目录">公布以后，就可以照着目录申报。</Empty>
        ) : item ? (
          <Details {...rest} item={item} onOther={() => setItem(undefined)} />
        ) : (
          <ChooseItem items={current.items} onChoose={setItem} />
        )
      }
    </Result>
  );
}

function ChooseItem({ items, onChoose }: { readonly items: readonly Item[]; readonly onChoose: (item: Item) => void }) {
  const used = CATEGORIES.filter((category) => items.some((item) => item.category === category));
  const [category, setCategory] = useState<Category>(used[0] ?? 'environment');
  return (
    <>
      <Segmented
        label="哪一类"
        options={used.map((value) => ({ value, text: CATEGORY_NAMES[value] }))}
        value={category}
        onChange={setCategory}
      />
      <Card title="做了什么？" flush>
        {items
          .filter((item) => item.category === category)
          .map((item) => (
            <Row
              key={item.key}
              title={item.title}
              note={item.evidence}
              aside={sayWorth(item)}
              onPress={() => onChoose(item)}
            />
          ))}
      </Card>
    </>
  );
}

interface DetailsProps extends Omit<Props, 'villageId'> {
  readonly item: Item;
  readonly onOther: () => void;
}

function Details({ item, whose, onSend, isKnown, isWithoutPhotos, onOther }: DetailsProps) {
  const isRange = item.minPoints !== item.maxPoints;
  const [points, setPoints] = useState(String(item.minPoints));
  const [doneOn, setDoneOn] = useState(localDateOf(Date.now()));
  const [words, setWords] = useState('');
  const photos = usePhotos('points.evidence', PHOTOS_MAX);
  const send = useAction(() =>
    onSend(
      { itemKey: item.key, doneOn, words, photoIds: photos.ids, ...(isRange && { points: Number(points) }) },
      item.title,
    ),
  );
  const needsConsent = send.problem?.code === 'privacy.consentMissing';
  return (
    <>
      <FormCard
        title={`${item.title}，${sayWorth(item)}`}
        of={send}
        beside={['points', 'doneOn', 'words']}
        act="送出申报"
        acting="正在送出…"
        onAct={photos.isReady ? send.run : undefined}
        leave="换一项"
        onLeave={onOther}
      >
        <Prose>
          给{whose}申报。凭据：{item.evidence || '不用'}。
          {item.clauseTitle && `依据村规第 ${item.clauseNumber} 条“${item.clauseTitle}”。`}
        </Prose>
        {isRange && (
          <TextField
            numeric
            label={`要报多少分（${sayWorth(item)}）`}
            value={points}
            onChange={setPoints}
            maxCharacters={POINTS_CHARACTERS}
            mistake={send.problem?.mistakeAt('points')}
          />
        )}
        <DateField label="哪天做的" value={doneOn} onChange={setDoneOn} mistake={send.problem?.mistakeAt('doneOn')} />
        <TextArea
          label="说一说做了什么"
          value={words}
          onChange={setWords}
          maxCharacters={WORDS_MAX_CHARACTERS}
          mistake={send.problem?.mistakeAt('words')}
        />
        {!isWithoutPhotos && <PhotoPicker label="照片（可以不传，请组长当面看也行）" photos={photos} />}
        {isKnown?.(item.title, doneOn) && <Prose>您家这一天已经报过这一项。不是同一件事，再报没关系。</Prose>}
      </FormCard>
      {needsConsent && <ActionButton onPress={() => open(paths.consents)}>去看“上传照片”怎么用</ActionButton>}
    </>
  );
}
