import {
  CATEGORY_NAMES,
  EVIDENCE_MAX_CHARACTERS,
  findingsIn,
  ITEM_TITLE_MAX_CHARACTERS,
  type Item,
  mistakesInItem,
} from '@xiangyue/shared/features/points/catalogue.rules';
import { useState } from 'react';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextButton } from '@/ui/text-button';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import type { Clauses } from './catalogue-editor';

interface Props {
  readonly item: Item;
  readonly clauses: Clauses;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

const POINTS_CHARACTERS = 3;
const CAP_CHARACTERS = 4;
const NO_CLAUSE = 'none';

/** One item of a draft. */
export function ItemEditor({ item, clauses, onChange, onRemove, onClose }: Props) {
  // As it is typed; an emptied field is not a zero.
  const [typed, setTyped] = useState({
    minPoints: String(item.minPoints),
    maxPoints: String(item.maxPoints),
    capPoints: item.capPoints === null ? '' : String(item.capPoints),
  });
  const mistakes = mistakesInItem(item);
  const mistakeAt = (field: string) => mistakes.find((one) => one.field === field)?.message;

  function type(field: keyof typeof typed, text: string) {
    setTyped({ ...typed, [field]: text });
    const number = Number.parseInt(text, 10);
    if (field === 'capPoints') onChange({ ...item, capPoints: Number.isNaN(number) ? null : number });
    else if (!Number.isNaN(number)) onChange({ ...item, [field]: number });
  }

  const chosen = clauses.find(
    ({ documentId, key }) => documentId === item.clause?.documentId && key === item.clause.key,
  );
  const clauseOptions = [
    { value: NO_CLAUSE, text: '不依据哪一条' },
    ...clauses.map(({ documentId, key, number, title }) => ({
      value: `${documentId}/${key}`,
      text: `第 ${number} 条 ${title}`,
    })),
  ];
  return (
    <Card title="改一项">
      <TextField
        label="做什么事"
        value={item.title}
        onChange={(title) => onChange({ ...item, title })}
        maxCharacters={ITEM_TITLE_MAX_CHARACTERS}
        mistake={mistakeAt('title')}
      />
      <TextField
        label="凭据"
        example="照片，或邻居证明"
        value={item.evidence}
        onChange={(evidence) => onChange({ ...item, evidence })}
        maxCharacters={EVIDENCE_MAX_CHARACTERS}
      />
      {findingsIn(item).map(({ refusal, quote, title, why }) => (
        <Note key={refusal} tone="madder" title={`“${quote}”：${title}`} alert>
          {why}
        </Note>
      ))}
      <Segmented
        labelled
        label="哪一类"
        options={optionsOf(CATEGORY_NAMES)}
        value={item.category}
        onChange={(category) => onChange({ ...item, category })}
      />
      <TextField
        numeric
        label="最少多少分"
        value={typed.minPoints}
        onChange={(text) => type('minPoints', text)}
        maxCharacters={POINTS_CHARACTERS}
      />
      <TextField
        numeric
        label="最多多少分"
        value={typed.maxPoints}
        onChange={(text) => type('maxPoints', text)}
        maxCharacters={POINTS_CHARACTERS}
        mistake={mistakeAt('maxPoints')}
      />
      <TextField
        numeric
        label="每户每年最多多少分（不写就不限）"
        value={typed.capPoints}
        onChange={(text) => type('capPoints', text)}
        maxCharacters={CAP_CHARACTERS}
        mistake={mistakeAt('capPoints')}
      />
      <Segmented
        labelled
        label="依据现行村规哪一条"
        options={clauseOptions}
        value={chosen ? `${chosen.documentId}/${chosen.key}` : NO_CLAUSE}
        onChange={(value) => {
          const [documentId = '', key = ''] = value.split('/');
          onChange({ ...item, clause: value === NO_CLAUSE ? null : { documentId, key } });
        }}
      />
      <Ways>
        <ActionButton filled onPress={onClose}>
          回到目录
        </ActionButton>
      </Ways>
      <TextButton onPress={onRemove}>去掉这一项</TextButton>
    </Card>
  );
}
