import { messagesContract } from '@xiangyue/shared/features/messages/messages.contract';
import { writeSoon } from '@/platform/queue/queue';
import { askReminders } from '@/platform/subscribe';
import { useAction } from '@/platform/use-action';
import { useApi } from '@/platform/use-api';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { ProblemNote } from '@/ui/problem-note';
import { Prose } from '@/ui/prose';
import { Ways } from '@/ui/ways';

/** In WeChat: a reminder for each tap, as many as one wants. Nothing where the county has set up no reminders. */
export function ReminderCard() {
  const reminders = useApi(messagesContract.reminders, {}, { keep: false });
  const templates = reminders.data?.templates ?? [];
  const allow = useAction(async () => {
    const answers = await askReminders(templates.map(({ template }) => template));
    if (answers.length > 0) await writeSoon(messagesContract.noteReminders, { answers }, '微信提醒');
  });

  if (templates.length === 0) return null;
  const left = Math.min(...templates.map(({ accepted }) => accepted));
  const isOff = templates.every(({ refusedForever }) => refusedForever);
  return (
    <Card title="微信提醒">
      <Prose>
        {isOff
          ? '您在微信里选了不再接收。要打开：点右上角的“…”，再点设置、订阅消息。'
          : `点一次，就提醒一次。${left > 0 ? `还能提醒您 ${left} 次。` : ''}不点也不要紧，消息都在这里。`}
      </Prose>
      {!isOff && (
        <Ways>
          <ActionButton onPress={allow.run}>下次有消息提醒我</ActionButton>
        </Ways>
      )}
      <ProblemNote problem={allow.problem} />
    </Card>
  );
}
