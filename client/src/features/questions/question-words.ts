import type {
  QuestionEvent,
  QuestionSummary,
  QuestionThread,
} from '@xiangyue/shared/features/questions/questions.contract';
import { sayMoment } from '@xiangyue/shared/kernel/time';

type Tone = 'indigo' | 'ochre' | 'tea' | 'madder';
type State = QuestionThread['state'];

/** Where a question is, as one word; what is late says so. */
export function sayState(
  { state, part, dueAt }: Pick<QuestionSummary, 'state' | 'part' | 'dueAt'>,
  nowMs: number,
): { text: string; tone: Tone } {
  const isLate = dueAt !== null && Date.parse(dueAt) < nowMs;
  if (state === 'waiting' && isLate) return { text: '过了时间', tone: 'madder' };
  if (state === 'waiting')
    return part === 'adviser' ? { text: '等您答', tone: 'ochre' } : { text: '等律师答', tone: 'ochre' };
  const words: Readonly<Record<Exclude<State, 'waiting'>, { text: string; tone: Tone }>> = {
    unassigned: { text: '另请律师中', tone: 'ochre' },
    answered: { text: '已答复', tone: 'tea' },
    closed: { text: '已结束', tone: 'indigo' },
  };
  return words[state];
}

/** How long somebody still has: 还剩 5 小时, 还剩 20 分钟; past it, how long ago it was over. */
export function sayLeft(dueAt: string, nowMs: number): string {
  const minutes = Math.round((Date.parse(dueAt) - nowMs) / 60_000);
  const length = Math.abs(minutes);
  const said = length < 60 ? `${length} 分钟` : `${Math.round(length / 60)} 小时`;
  return minutes < 0 ? `过了 ${said}` : `还剩 ${said}`;
}

/** Who has it, until when, and who is next: 等法律顾问黄敏答，11月25日 14:05 以前。到时没答，转给镇办公室谭志平。 */
export function sayTurn({ state, owner, next, dueAt }: QuestionThread, nowMs: number): string | undefined {
  if (state !== 'waiting' && state !== 'unassigned') return undefined;
  if (!owner) return '现在没有律师，等镇里指定一位。';
  const until = dueAt ? `，${sayMoment(Date.parse(dueAt), nowMs)} 以前` : '';
  const what = state === 'waiting' ? '答' : '指定一位律师';
  const then = next && dueAt ? `到时没${state === 'waiting' ? '答' : '定'}，转给${next.roleName}${next.name}。` : '';
  return `等${owner.roleName}${owner.name}${what}${until}。${then}`;
}

/** What happened, where it is not somebody's words. */
export function sayStep({ what, name, isMine, to }: QuestionEvent): string | undefined {
  const who = isMine ? '您' : (name ?? '');
  switch (what) {
    case 'conflict':
      return `${who}和对方认识，按规矩回避，由镇里另请一位律师`;
    case 'overdue':
      return to ? `到时间没有人答，转给${to}` : '到时间没有人答，正在另请律师';
    case 'named':
      return `镇里请${to ?? '一位律师'}来答`;
    case 'closed':
      return `${who}结束了这个问题`;
    case 'reopened':
      return `${who}重新打开，接着问`;
    case 'thanked':
      return `${who}谢谢${to ?? '律师'}`;
    case 'personAdded':
      return `${who}请${to ?? '一个人'}一起看`;
    case 'personRemoved':
      return to === name ? `${to ?? ''}不再一起看` : `${who}不再请${to ?? '他'}一起看`;
    default:
      return undefined;
  }
}

/** Who said it: 您, 律师黄敏, 冉桂兰. */
export function sayWho({ as, name, isMine }: QuestionEvent): string {
  if (isMine) return '您';
  return as === 'adviser' ? `律师${name ?? ''}` : (name ?? '');
}
