/** "Is this a scam?": how long an answer may take, and what may be done with a question when. */

const HOUR_MS = 3600_000;
/** Whoever has paid waits for minutes, everybody else until the next day. The numbers to call stand beside it all the while. */
export const ANSWER_WITHIN_MS = { paid: HOUR_MS, others: 24 * HOUR_MS } as const;

export function answerDueMs(askedAtMs: number, hasPaid: boolean): number {
  return askedAtMs + (hasPaid ? ANSWER_WITHIN_MS.paid : ANSWER_WITHIN_MS.others);
}

/** What an officer says of it. */
export const OPINION_NAMES = {
  scam: '是诈骗',
  likely: '很可能是诈骗',
  unclear: '还说不准',
  notScam: '不像诈骗',
} as const;

export type Opinion = keyof typeof OPINION_NAMES;
export const OPINIONS = Object.keys(OPINION_NAMES) as Opinion[];

/** open: nobody has answered. answered: the ball is with the asker. */
export type QuestionState = 'open' | 'answered';

/** 还剩 3 小时, 还剩 20 分钟, 过了 2 小时. */
export function sayDue(dueAtMs: number, nowMs: number): string {
  const left = dueAtMs - nowMs;
  const minutes = Math.ceil(Math.abs(left) / 60_000);
  const said = minutes < 60 ? `${minutes} 分钟` : `${Math.round(minutes / 60)} 小时`;
  return left >= 0 ? `还剩 ${said}` : `过了 ${said}`;
}
