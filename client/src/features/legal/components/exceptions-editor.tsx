import { DAY_MINUTES, type HoursException, sayMinute } from '@xiangyue/shared/features/legal/slots.rules';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { Prose } from '@/ui/prose';
import { Row } from '@/ui/row';
import { Segmented } from '@/ui/segmented';
import { TextButton } from '@/ui/text-button';
import { Ways } from '@/ui/ways';
import { RangeFields } from './range-fields';

interface Props {
  readonly exceptions: readonly HoursException[];
  readonly onChange: (exceptions: HoursException[]) => void;
}

const KINDS = { off: '这段不接待', extra: '这段加着接待' } as const;

/** 例外: days that are otherwise; those that are over are not shown, and fall away when the hours are saved. */
export function ExceptionsEditor({ exceptions, onChange }: Props) {
  const [adding, setAdding] = useState<HoursException>();
  if (adding)
    return (
      <Card title="哪一天不一样？">
        <DateField
          label="哪一天"
          value={adding.date}
          onChange={(date) => setAdding({ ...adding, date })}
          example="2026-12-04"
        />
        <Segmented
          label="怎么不一样"
          options={(Object.keys(KINDS) as (keyof typeof KINDS)[]).map((value) => ({ value, text: KINDS[value] }))}
          value={adding.kind}
          onChange={(kind) => setAdding({ ...adding, kind })}
        />
        <RangeFields range={adding} isOff={adding.kind === 'off'} onChange={setAdding} />
        <Ways>
          <ActionButton onPress={() => setAdding(undefined)}>不加了</ActionButton>
          <ActionButton
            onPress={() => {
              const range = adding.kind === 'off' ? { ...adding, ways: [], place: '' } : adding;
              onChange([...exceptions, range].sort((a, b) => (a.date < b.date ? -1 : 1)));
              setAdding(undefined);
            }}
          >
            加上
          </ActionButton>
        </Ways>
      </Card>
    );
  return (
    <Card title="不一样的日子">
      {exceptions.length === 0 && <Prose>出差、开庭、另加的时间，写在这里。</Prose>}
      {exceptions.map((one) => (
        <Row
          key={`${one.date} ${one.kind} ${one.from}`}
          title={`${sayDate(one.date)} ${sayMinute(one.from)}–${sayMinute(one.to)}`}
          note={KINDS[one.kind]}
          aside={<TextButton onPress={() => onChange(exceptions.filter((other) => other !== one))}>去掉</TextButton>}
        />
      ))}
      <TextButton
        onPress={() =>
          setAdding({
            date: localDateOf(Date.now()),
            kind: 'off',
            from: 0,
            to: DAY_MINUTES,
            ways: ['onSite'],
            place: '',
          })
        }
      >
        加一个日子
      </TextButton>
    </Card>
  );
}
