import { catalogueContract } from '@xiangyue/shared/features/points/catalogue.contract';
import { findingsIn, ITEMS_MAX, type Item, sayWorth } from '@xiangyue/shared/features/points/catalogue.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { newWriteKey } from '@/platform/write-key';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Note } from '@/ui/note';
import { ProblemNote } from '@/ui/problem-note';
import { Row } from '@/ui/row';
import { Tag } from '@/ui/tag';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';
import { ItemEditor } from './item-editor';

type Desk = OutputOf<typeof catalogueContract.draft>;
export type Clauses = Desk['clauses'];

interface Props {
  readonly villageId: string;
  readonly draft: NonNullable<Desk['draft']>;
  readonly clauses: Clauses;
  readonly onPublished: () => void;
}

const DAYS_CHARACTERS = 2;

/** The items of a draft; what the rules refuse is told while it is written. */
export function CatalogueEditor({ villageId, draft, clauses, onPublished }: Props) {
  const [items, setItems] = useState<readonly Item[]>(draft.items);
  const [days, setDays] = useState(String(draft.publicityDays));
  const [revision, setRevision] = useState(draft.revision);
  const [editedKey, setEditedKey] = useState<string>();
  const edited = items.find(({ key }) => key === editedKey);

  async function save(): Promise<number> {
    const body = { villageId, revision, items: [...items], publicityDays: Number(days) };
    const saved = await api(catalogueContract.saveDraft, body);
    setRevision(saved.revision);
    return saved.revision;
  }
  const keep = useAction(save);
  const publish = useAction(async () => {
    await api(catalogueContract.publish, { villageId, revision: await save() });
    onPublished();
  });

  async function add() {
    const key = `own${(await newWriteKey()).slice(0, 12)}`;
    const fresh: Item = {
      ...{ key, title: '', category: 'environment', minPoints: 5, maxPoints: 5 },
      ...{ evidence: '', capPoints: null, clause: null },
    };
    setItems([...items, fresh]);
    setEditedKey(key);
  }

  if (edited)
    return (
      <ItemEditor
        item={edited}
        clauses={clauses}
        onChange={(item) => setItems(items.map((one) => (one.key === item.key ? item : one)))}
        onRemove={() => {
          setItems(items.filter(({ key }) => key !== edited.key));
          setEditedKey(undefined);
        }}
        onClose={() => setEditedKey(undefined)}
      />
    );
  return (
    <>
      <Card title={`第 ${draft.version} 版，${items.length} 项`} flush>
        {items.map((item) => (
          <Row
            key={item.key}
            title={item.title || '还没有写'}
            note={item.evidence}
            aside={findingsIn(item).length > 0 ? <Tag tone="madder">不能放</Tag> : sayWorth(item)}
            onPress={() => setEditedKey(item.key)}
          />
        ))}
      </Card>
      <Card>
        {items.length < ITEMS_MAX && <ActionButton onPress={() => void add()}>加一项</ActionButton>}
        <TextField
          numeric
          label="每一笔公示多少天（15–60 天）"
          value={days}
          onChange={setDays}
          maxCharacters={DAYS_CHARACTERS}
          mistake={keep.problem?.mistakeAt('publicityDays') ?? publish.problem?.mistakeAt('publicityDays')}
        />
        {revision > draft.revision && !keep.busy && <Note tone="tea" title="保存好了" />}
        <ProblemNote problem={publish.problem ?? keep.problem} beside={['publicityDays']} />
        <Ways>
          <ActionButton onPress={keep.run}>{keep.busy ? '正在保存…' : '先保存'}</ActionButton>
          <ActionButton filled onPress={publish.run}>
            {publish.busy ? '正在公布…' : '公布这一版'}
          </ActionButton>
        </Ways>
      </Card>
    </>
  );
}
