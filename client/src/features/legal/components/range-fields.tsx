import { PLACE_MAX_CHARACTERS } from '@xiangyue/shared/features/legal/booking-desk.contract';
import { type DayRange, readMinute, sayMinute, WAY_NAMES, WAYS } from '@xiangyue/shared/features/legal/slots.rules';
import { useState } from 'react';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';

interface Props<Range extends DayRange> {
  readonly range: Range;
  /** Only time is taken away: nobody can come then, in no way. */
  readonly isOff?: boolean;
  readonly onChange: (range: Range) => void;
}

/** `24:00`. */
const CLOCK_CHARACTERS = 5;
const WAY_NOTES = { onSite: '写明在哪里', phone: '到时间您打过去，对方要留电话', video: '用下面的视频链接' } as const;

/** From when until when, how and where. */
export function RangeFields<Range extends DayRange>({ range, isOff, onChange }: Props<Range>) {
  return (
    <>
      <ClockField label="从几点" minute={range.from} onChange={(from) => onChange({ ...range, from })} />
      <ClockField label="到几点" minute={range.to} onChange={(to) => onChange({ ...range, to })} />
      {!isOff &&
        WAY_NAMES.map((way) => (
          <Toggle
            key={way}
            title={WAYS[way]}
            note={WAY_NOTES[way]}
            on={range.ways.includes(way)}
            onChange={(on) =>
              onChange({ ...range, ways: WAY_NAMES.filter((one) => (one === way ? on : range.ways.includes(one))) })
            }
          />
        ))}
      {!isOff && range.ways.includes('onSite') && (
        <TextField
          label="在哪里"
          value={range.place}
          onChange={(place) => onChange({ ...range, place })}
          maxCharacters={PLACE_MAX_CHARACTERS}
          example="扎营村便民服务中心"
        />
      )}
    </>
  );
}

interface ClockProps {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}

/** A time of the day, written as 9:00; what is none yet stays as it is typed. */
function ClockField({ label, minute, onChange }: ClockProps) {
  const [typed, setTyped] = useState(sayMinute(minute));
  const read = readMinute(typed);
  return (
    <TextField
      label={label}
      value={typed}
      maxCharacters={CLOCK_CHARACTERS}
      example="09:00"
      mistake={read === undefined ? '写成 09:00 这样' : undefined}
      onChange={(text) => {
        setTyped(text);
        const now = readMinute(text);
        if (now !== undefined) onChange(now);
      }}
    />
  );
}
