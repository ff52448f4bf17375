import { View } from '@tarojs/components';
import { FILING_NUMBER_MAX_CHARACTERS } from '@xiangyue/shared/features/rules/work.contract';
import { daysAfter, localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { DateField } from '@/ui/date-field';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { MoveForm } from './move-form';

const BEGINNINGS = [
  { value: '0', text: '今天' },
  { value: '7', text: '一周后' },
  { value: '30', text: '30 天后' },
] as const;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Props {
  readonly send: (filing: { number: string; effectiveFrom: string }) => Promise<unknown>;
}

/** The town's number, and the day from which the rule holds. */
export function FilingForm({ send }: Props) {
  const [number, setNumber] = useState('');
  const [days, setDays] = useState<(typeof BEGINNINGS)[number]['value']>('7');
  const [day, setDay] = useState('');
  const effectiveFrom = day.trim() || daysAfter(localDateOf(Date.now()), Number(days));
  // The last thing that was said counts.
  function choose(chosen: typeof days) {
    setDays(chosen);
    setDay('');
  }
  return (
    <MoveForm action="给予备案" filled send={() => send({ number, effectiveFrom })}>
      <TextField
        label="备案编号"
        value={number}
        onChange={setNumber}
        maxCharacters={FILING_NUMBER_MAX_CHARACTERS}
        example="板府备〔2026〕3 号"
      />
      <Segmented
        labelled
        label="从哪天起实行？"
        options={BEGINNINGS}
        value={day.trim() === '' ? days : undefined}
        onChange={choose}
      />
      <DateField label="或者写一个日子" value={day} onChange={setDay} example="2026-12-04" />
      {IS_DAY.test(effectiveFrom) && (
        <View className="move-form__note">{sayDate(effectiveFrom)}起实行；有旧版的，到那天自动退下。</View>
      )}
    </MoveForm>
  );
}
