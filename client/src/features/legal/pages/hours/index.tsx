import {
  bookingDeskContract,
  LINK_MAX_CHARACTERS,
  POST_MAX_CHARACTERS,
} from '@xiangyue/shared/features/legal/booking-desk.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf, sayDate } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { paths } from '@/paths';
import { api } from '@/platform/api';
import { backOr } from '@/platform/navigate';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { Card } from '@/ui/card';
import { FormCard } from '@/ui/form-card';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { SignedIn } from '@/ui/signed-in';
import { TextField } from '@/ui/text-field';
import { Toggle } from '@/ui/toggle';
import { ExceptionsEditor } from '../../components/exceptions-editor';
import { WeeklyEditor } from '../../components/weekly-editor';

type Hours = OutputOf<typeof bookingDeskContract.hours>;

/** 接待时间: when one can be booked; what is booked already stays as it is. */
export default function HoursPage() {
  const hours = useApi(bookingDeskContract.hours, {}, { keep: false, onlyFresh: true });
  return (
    <Page title="接待时间">
      <PageHead title="接待时间" note="已经约好的不受影响；改了以后，村民马上看到新的。" />
      <SignedIn why="登录以后，才知道是谁的时间。">
        <Result of={hours}>{(kept) => <Editor kept={kept} />}</Result>
      </SignedIn>
    </Page>
  );
}

const NUMBER_CHARACTERS = 5;

function Editor({ kept: { kind, holidays, ...kept } }: { readonly kept: Hours }) {
  const [hours, setHours] = useState(kept);
  const today = localDateOf(Date.now());
  const change = (fields: Partial<typeof hours>) => setHours({ ...hours, ...fields });
  const save = useAction(async () => {
    const exceptions = hours.exceptions.filter(({ date }) => date >= today);
    await api(bookingDeskContract.saveHours, { ...hours, exceptions });
    backOr(paths.receptionDesk);
  });
  const number = (label: string, field: 'slotMinutes' | 'bufferMinutes' | 'noticeMinutes' | 'aheadDays') => (
    <TextField
      label={label}
      value={String(hours[field])}
      onChange={(text) => change({ [field]: Number(text) })}
      maxCharacters={NUMBER_CHARACTERS}
      numeric
      mistake={save.problem?.mistakeAt(field)}
    />
  );
  const toCome = holidays.filter(({ date }) => date >= today);
  return (
    <>
      <WeeklyEditor
        weekly={hours.weekly}
        onChange={(weekly) => change({ weekly: weekly.map((range) => ({ ...range, ways: [...range.ways] })) })}
      />
      <ExceptionsEditor
        exceptions={hours.exceptions.filter(({ date }) => date >= today)}
        onChange={(exceptions) =>
          change({ exceptions: exceptions.map((range) => ({ ...range, ways: [...range.ways] })) })
        }
      />
      {toCome.length > 0 && (
        <Card title="放假的日子">
          <Prose>
            {toCome
              .slice(0, 3)
              .map(({ date, name }) => `${sayDate(date)}${name}`)
              .join('、')}
            {toCome.length > 3 ? ` 等 ${toCome.length} 天` : ''}没有每周的时间；要接待的，加在不一样的日子里。
          </Prose>
        </Card>
      )}
      <FormCard
        title="怎么约"
        of={save}
        beside={['slotMinutes', 'bufferMinutes', 'noticeMinutes', 'aheadDays', 'post', 'videoLink']}
        act="保存接待时间"
        acting="正在保存…"
        onAct={() => save.run()}
        leave="不改了"
        onLeave={() => backOr(paths.receptionDesk)}
      >
        {number('一次多少分钟', 'slotMinutes')}
        {number('两次之间空多少分钟', 'bufferMinutes')}
        {number('至少提前多少分钟约', 'noticeMinutes')}
        {number('最多约多少天以后的', 'aheadDays')}
        <Toggle
          title="要我确认才算约好"
          note="不开：约了就算；开：您确认以后才算。"
          on={hours.confirms}
          onChange={(confirms) => change({ confirms })}
        />
        {kind === 'reception' && (
          <TextField
            label="职务怎么称呼"
            value={hours.post}
            onChange={(post) => change({ post })}
            maxCharacters={POST_MAX_CHARACTERS}
            example="村党支部书记"
            mistake={save.problem?.mistakeAt('post')}
          />
        )}
        <TextField
          label="视频链接（用视频谈才写）"
          value={hours.videoLink}
          onChange={(videoLink) => change({ videoLink })}
          maxCharacters={LINK_MAX_CHARACTERS}
          mistake={save.problem?.mistakeAt('videoLink')}
        />
      </FormCard>
    </>
  );
}
