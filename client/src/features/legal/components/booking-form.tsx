import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { ATTACHMENTS_MAX, bookingContract } from '@xiangyue/shared/features/legal/booking.contract';
import { MATTER_MAX_CHARACTERS, MATTERS, type Matter } from '@xiangyue/shared/features/legal/booking-life.rules';
import { WAYS, type Way } from '@xiangyue/shared/features/legal/slots.rules';
import { privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { PURPOSES } from '@xiangyue/shared/features/privacy/purposes';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { openBeside } from '@/platform/navigate';
import { usePreferences } from '@/platform/preferences';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { usePhotos } from '@/platform/use-photos';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { PhotoPicker } from '@/ui/photo-picker';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { optionsOf, Segmented } from '@/ui/segmented';
import { TextArea } from '@/ui/text-area';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';
import { Ways } from '@/ui/ways';
import { sayTime } from '../say-booking';
import type { Offered, OfferedSlot } from './slot-picker';

const PHONE_CHARACTERS = 11;
const OWN = { value: '', text: '我自己' };

interface Props {
  readonly host: Offered;
  readonly slot: OfferedSlot;
  /** Somebody else may have been faster: what is offered is asked for again. */
  readonly onRefused: () => void;
}

/** What the meeting is about, and how; the phone number only where somebody wants to leave one. */
export function BookingForm({ host, slot, onRefused }: Props) {
  const village = usePreferences((preferences) => preferences.village);
  const [way, setWay] = useState<Way | undefined>(slot.ways.length === 1 ? slot.ways[0] : undefined);
  const [matterKind, setMatterKind] = useState<Matter>();
  const [matter, setMatter] = useState('');
  const [leavesPhone, setLeavesPhone] = useState(false);
  const [phone, setPhone] = useState('');
  const [delegationId, setDelegationId] = useState('');
  const acting = useApi(delegationsContract.mine, {}, { isRecorded: true });
  const others = (acting.data?.delegations ?? [])
    .filter((one) => one.amAgent && one.isRunning && one.villageId === village?.id)
    .map(({ id, memberName }) => ({ value: id, text: `替${memberName}` }));
  const photos = usePhotos('legal.booking', ATTACHMENTS_MAX);
  const givesPhone = leavesPhone || way === 'phone';
  const book = useAction(async () => {
    if (!village || !way || !matterKind) return;
    try {
      if (givesPhone)
        await api(privacyContract.consent, {
          purpose: 'bookingPhone',
          version: PURPOSES.bookingPhone.version,
          isGiven: true,
        });
      const { id } = await api(bookingContract.book, {
        hostId: host.hostId,
        villageId: village.id,
        startsAt: slot.startsAt,
        way,
        matterKind,
        matter,
        photoIds: photos.ids,
        delegationId: delegationId || undefined,
        ...(givesPhone && { phone }),
      });
      openBeside(paths.booking(id));
    } catch (failure) {
      onRefused();
      throw failure;
    }
  });
  if (!village) return <Empty title="还没有选村">回到首页选好您的村，再来预约。</Empty>;
  const isReady = way !== undefined && matterKind !== undefined && photos.isReady && (!givesPhone || phone !== '');
  return (
    <Card title={sayTime(slot)}>
      {others.length > 0 && (
        <Segmented labelled label="谁来谈" options={[OWN, ...others]} value={delegationId} onChange={setDelegationId} />
      )}
      <Segmented
        labelled
        label="怎么谈"
        options={slot.ways.map((one) => ({ value: one, text: WAYS[one] }))}
        value={way}
        onChange={setWay}
      />
      {way === 'onSite' && <Prose>地点：{slot.place}</Prose>}
      {way === 'phone' && <Prose>到时间他打电话给您，请留电话。{PURPOSES.bookingPhone.text}</Prose>}
      {way === 'video' && <Prose>约好以后，在预约里打开视频。</Prose>}
      <Segmented labelled label="哪一类事" options={optionsOf(MATTERS)} value={matterKind} onChange={setMatterKind} />
      <TextArea
        id="booking-matter"
        label="说一两句（可以不写，见面再说）"
        value={matter}
        onChange={setMatter}
        maxCharacters={MATTER_MAX_CHARACTERS}
        mistake={book.problem?.mistakeAt('matter')}
      />
      {way !== 'phone' && (
        <Toggle title="留个电话" note={PURPOSES.bookingPhone.text} on={leavesPhone} onChange={setLeavesPhone} />
      )}
      {givesPhone && (
        <TextField
          label="手机号码"
          value={phone}
          onChange={setPhone}
          maxCharacters={PHONE_CHARACTERS}
          numeric
          mistake={book.problem?.mistakeAt('phone')}
        />
      )}
      <PhotoPicker label="要给他看的合同、单据（只有他看得到，可以不传）" photos={photos} />
      <ProblemNote problem={book.problem} beside={['matter', 'phone']} />
      {isReady ? (
        <Ways>
          <ActionButton filled onPress={book.run}>
            {book.busy ? '正在预约…' : '预约这个时间'}
          </ActionButton>
        </Ways>
      ) : (
        <Prose>选好怎么谈、哪一类事{givesPhone ? '，写好电话' : ''}，就能预约。</Prose>
      )}
    </Card>
  );
}
