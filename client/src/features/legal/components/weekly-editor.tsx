import { sayMinute, WAYS, type WeeklyRange } from '@xiangyue/shared/features/legal/slots.rules';
import { useState } from 'react';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { TextButton } from '@/ui/text-button';
import { Ways } from '@/ui/ways';
import { RangeFields } from './range-fields';

interface Props {
  readonly weekly: readonly WeeklyRange[];
  readonly onChange: (weekly: WeeklyRange[]) => void;
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const NEW_RANGE: WeeklyRange = { weekday: 1, from: 9 * 60, to: 12 * 60, ways: ['onSite'], place: '' };

/** 每周: the ranges of every week, one open at a time. */
export function WeeklyEditor({ weekly, onChange }: Props) {
  const [open, setOpen] = useState<number>();
  const replace = (at: number, range: WeeklyRange) => onChange(weekly.map((one, i) => (i === at ? range : one)));
  return (
    <Card title="每周">
      {weekly.length === 0 && <Prose>还没有排时间，村民约不了。</Prose>}
      {weekly.map((range, i) =>
        open === i ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a range has no name of its own, and only one is open
          <Card key={i}>
            <Segmented
              labelled
              label="周几"
              options={WEEKDAYS.map((text, day) => ({ value: String(day + 1), text }))}
              value={String(range.weekday)}
              onChange={(weekday) => replace(i, { ...range, weekday: Number(weekday) })}
            />
            <RangeFields range={range} onChange={(changed) => replace(i, changed)} />
            <Ways>
              <ActionButton
                onPress={() => {
                  setOpen(undefined);
                  onChange(weekly.filter((_, at) => at !== i));
                }}
              >
                删去这一段
              </ActionButton>
              <ActionButton onPress={() => setOpen(undefined)}>写好了</ActionButton>
            </Ways>
          </Card>
        ) : (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={i}
            title={sayRange(range)}
            note={`${range.ways.map((way) => WAYS[way]).join('、')}${range.place === '' ? '' : `，${range.place}`}`}
            onPress={() => setOpen(i)}
          />
        ),
      )}
      <TextButton
        onPress={() => {
          onChange([...weekly, NEW_RANGE]);
          setOpen(weekly.length);
        }}
      >
        加一段时间
      </TextButton>
    </Card>
  );
}

/** 周二 09:00–12:00. */
function sayRange({ weekday, from, to }: WeeklyRange): string {
  return `${WEEKDAYS[weekday - 1]} ${sayMinute(from)}–${sayMinute(to)}`;
}
