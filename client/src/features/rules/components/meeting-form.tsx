import { View } from '@tarojs/components';
import {
  BASE_NAMES,
  type Base,
  type Exclusion,
  MEETINGS,
  type MeetingCount,
  type MeetingKind,
  mistakesIn,
  OUTCOME_NAMES,
  type Outcome,
  reckon,
} from '@xiangyue/shared/features/rules/meeting.rules';
import { HEADCOUNT_MAX } from '@xiangyue/shared/features/rules/work.contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { usePhotos } from '@/platform/use-photos';
import { DateField } from '@/ui/date-field';
import { Note } from '@/ui/note';
import { PhotoPicker } from '@/ui/photo-picker';
import { Segmented } from '@/ui/segmented';
import { TextField } from '@/ui/text-field';
import { ExclusionsEditor } from './exclusions-editor';
import { MoveForm } from './move-form';
import './meeting-form.scss';

const KINDS = (Object.keys(MEETINGS) as MeetingKind[]).map((value) => ({ value, text: MEETINGS[value].name }));
const NUMBERS = [
  ['registered', '应到人数'],
  ['present', '到会'],
  ['womenPresent', '其中妇女'],
  ['inFavour', '赞成'],
  ['against', '反对'],
  ['abstaining', '弃权'],
] as const;
/** A record of a few pages with its signatures. */
const PHOTOS_MAX = 9;
/** As many digits as the service takes. */
const HEADCOUNT_CHARACTERS = String(HEADCOUNT_MAX).length;
type NumberField = (typeof NUMBERS)[number][0];

interface Props {
  readonly send: (
    meeting: Omit<MeetingCount, 'excluded'> & { excluded: Exclusion[]; heldOn: string; photoIds: string[] },
  ) => Promise<{ outcome: Outcome }>;
  readonly onDone: () => void;
}

/** The signed record in numbers; what the law makes of them is shown while they are written. */
export function MeetingForm({ send, onDone }: Props) {
  const [kind, setKind] = useState<MeetingKind>('assembly');
  const [base, setBase] = useState<Base>('adults');
  const [written, setWritten] = useState<Partial<Record<NumberField, string>>>({});
  const [excluded, setExcluded] = useState<readonly Exclusion[]>([]);
  const [heldOn, setHeldOn] = useState(() => localDateOf(Date.now()));
  const photos = usePhotos('rules.record', PHOTOS_MAX);
  const numberOf = (field: NumberField) => Number.parseInt(written[field] ?? '', 10) || 0;
  const count = {
    kind,
    base,
    excluded: [...excluded],
    registered: numberOf('registered'),
    present: numberOf('present'),
    womenPresent: numberOf('womenPresent'),
    inFavour: numberOf('inFavour'),
    against: numberOf('against'),
    abstaining: numberOf('abstaining'),
  };
  const bases = MEETINGS[kind].bases.map((value) => ({ value: value as Base, text: BASE_NAMES[value] }));

  function choose(next: MeetingKind) {
    setKind(next);
    setBase(MEETINGS[next].bases[0]);
  }

  return (
    <MoveForm
      action="登记这次会议"
      filled
      send={async () => {
        await send({ ...count, heldOn: heldOn.trim(), photoIds: photos.ids });
        onDone();
      }}
    >
      <Segmented labelled label="什么会？" options={KINDS} value={kind} onChange={choose} />
      <Segmented labelled label="到会的按什么人数算？" options={bases} value={base} onChange={setBase} />
      <DateField label="哪天开的" value={heldOn} onChange={setHeldOn} example="2026-12-01" />
      <View className="meeting-form__numbers">
        {NUMBERS.map(([field, label]) => (
          <View key={field} id={`meeting-${field}`}>
            <TextField
              label={label}
              value={written[field] ?? ''}
              onChange={(value) => setWritten({ ...written, [field]: value })}
              maxCharacters={HEADCOUNT_CHARACTERS}
              numeric
            />
          </View>
        ))}
      </View>
      {kind !== 'representatives' && <ExclusionsEditor excluded={excluded} onChange={setExcluded} />}
      <PhotoPicker label="签了字的会议记录，拍下来（只有村里、镇里和法律顾问看得到）" photos={photos} />
      {written.present !== undefined && <Counted count={count} />}
    </MoveForm>
  );
}

/** What the numbers come to, with the articles; before that, why they cannot be right. */
function Counted({ count }: { readonly count: MeetingCount }) {
  const mistakes = mistakesIn(count);
  if (mistakes.length > 0)
    return (
      <Note tone="ochre" title="数字还对不上">
        {mistakes.map(({ field, message }) => (
          <View key={field + message}>{message}</View>
        ))}
      </Note>
    );
  const { outcome, counted, quorum, majority, quorumRule, majorityRule, remarks } = reckon(count);
  return (
    <Note tone={outcome === 'passed' ? 'tea' : 'madder'} title={`按法律算：${OUTCOME_NAMES[outcome]}`}>
      <View>
        应到 {counted} 人，至少要到 {quorum} 人，到了 {count.present} 人。{quorumRule}。
      </View>
      <View>
        至少要 {majority} 票赞成，得了 {count.inFavour} 票。{majorityRule}。
      </View>
      {remarks.map((remark) => (
        <View key={remark}>{remark}</View>
      ))}
      {outcome === 'noQuorum' && <View>这次会不算数，登记以后可以再开。</View>}
      {outcome === 'notPassed' && <View>登记以后，草案退回去再改。</View>}
    </Note>
  );
}
