import { useRouter } from '@tarojs/taro';
import { bookingDeskContract } from '@xiangyue/shared/features/legal/booking-desk.contract';
import { sayDate, sayWeekday } from '@xiangyue/shared/kernel/time';
import { useState } from 'react';
import { api } from '@/platform/api';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { Page } from '@/ui/page';
import { PageHead } from '@/ui/page-head';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Result } from '@/ui/result';
import { Row } from '@/ui/row';
import { SignedIn } from '@/ui/signed-in';
import { TextButton } from '@/ui/text-button';
import { TextField } from '@/ui/text-field';
import { Ways } from '@/ui/ways';

const NAME_CHARACTERS = 10;

/** 放假的日子: the town writes them down, each year as the notice says; nobody is booked by their weekly hours then. */
export default function Holidays() {
  const { regionId = '' } = useRouter().params;
  const kept = useApi(bookingDeskContract.holidays, { regionId }, { keep: false, onlyFresh: true });
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const save = useAction(async (holidays: Array<{ date: string; name: string }>) => {
    await api(bookingDeskContract.setHolidays, { regionId, holidays });
    setDate('');
    kept.retry();
  });
  return (
    <Page title="放假的日子">
      <PageHead title="放假的日子" note="这些天没有每周的接待时间。调休的日子，按国务院办公厅每年的通知添上。" />
      <SignedIn why="登录以后，镇里才能改放假的日子。">
        <Result of={kept}>
          {({ holidays }) => (
            <>
              <Card title="添一天">
                <DateField label="哪一天" value={date} onChange={setDate} example="2027-02-05" />
                <TextField
                  label="什么节"
                  value={name}
                  onChange={setName}
                  maxCharacters={NAME_CHARACTERS}
                  example="春节"
                />
                <ProblemNote problem={save.problem} />
                {date !== '' && name.trim() !== '' && (
                  <Ways>
                    <ActionButton filled onPress={() => save.run([...holidays, { date, name }])}>
                      {save.busy ? '正在添…' : '添上这一天'}
                    </ActionButton>
                  </Ways>
                )}
              </Card>
              <Card flush title="已有的">
                {holidays.length === 0 && <Prose>还没有写。</Prose>}
                {holidays.map((day) => (
                  <Row
                    key={day.date}
                    title={`${sayDate(day.date)} ${sayWeekday(day.date)}`}
                    note={day.name}
                    aside={
                      <TextButton onPress={() => save.run(holidays.filter((other) => other.date !== day.date))}>
                        去掉
                      </TextButton>
                    }
                  />
                ))}
              </Card>
            </>
          )}
        </Result>
      </SignedIn>
    </Page>
  );
}
