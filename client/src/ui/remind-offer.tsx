import { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import { useState } from 'react';
import { writeSoon } from '@/platform/queue/queue';
import { load, save } from '@/platform/storage';
import { askReminders } from '@/platform/subscribe';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from './action-button';
import { Card } from './card';
import { ProblemNote } from './problem-note';
import { Prose } from './prose';
import { Ways } from './ways';

interface Props {
  /** 有新的骗法: what WeChat would remind of. */
  readonly what: string;
}

/**
 * After something was read or booked: whether WeChat may remind next time. Once somebody has said no it is not asked again, here or
 * anywhere; who has leave left is not asked either. In WeChat only, and only where the county has set up reminders.
 */
export function RemindOffer({ what }: Props) {
  const reminders = useApi(messagesContract.reminders, {}, { keep: false });
  const [isOver, setOver] = useState(() => load('remindersDeclined') === true);
  const templates = (reminders.data?.templates ?? []).filter(
    ({ refusedForever, accepted }) => !refusedForever && accepted === 0,
  );
  const allow = useAction(async () => {
    const answers = await askReminders(templates.map(({ template }) => template));
    if (answers.length > 0) await writeSoon(messagesContract.noteReminders, { answers }, '微信提醒');
    setOver(true);
  });
  if (isOver || templates.length === 0) return null;

  function decline() {
    save('remindersDeclined', true);
    setOver(true);
  }

  return (
    <Card title={`${what}，微信提醒您？`}>
      <Prose>同意一次，提醒一次。不同意也不要紧，消息都在“我的”里面。</Prose>
      <ProblemNote problem={allow.problem} />
      <Ways>
        <ActionButton onPress={decline}>不用了</ActionButton>
        <ActionButton onPress={allow.run}>提醒我一次</ActionButton>
      </Ways>
    </Card>
  );
}
