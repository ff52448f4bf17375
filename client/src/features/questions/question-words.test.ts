import type { QuestionEvent, QuestionThread } from '@xiangyue/shared/features/questions/questions.contract';
import { sayLeft, sayState, sayStep, sayTurn, sayWho } from './question-words';

const NOW = Date.parse('2026-11-24T06:00:00Z');
const at = (hours: number) => new Date(NOW + hours * 3600_000).toISOString();

test.each([
  ['waiting', 'asker', 5, '等律师答', 'ochre'],
  ['waiting', 'adviser', 5, '等您答', 'ochre'],
  ['waiting', 'adviser', -1, '过了时间', 'madder'],
  ['answered', 'asker', null, '已答复', 'tea'],
  ['unassigned', 'asker', 5, '另请律师中', 'ochre'],
  ['closed', 'asker', null, '已结束', 'indigo'],
] as const)('%s for the %s, due in %s hours: %s', (state, part, due, text, tone) => {
  expect(sayState({ state, part, dueAt: due === null ? null : at(due) }, NOW)).toEqual({ text, tone });
});

test.each([
  [5, '还剩 5 小时'],
  [0.5, '还剩 30 分钟'],
  [-2, '过了 2 小时'],
])('%s hours: %s', (hours, said) => {
  expect(sayLeft(at(hours), NOW)).toBe(said);
});

const thread = {
  state: 'waiting',
  owner: { roleName: '法律顾问', name: '黄敏' },
  next: { roleName: '镇办公室', name: '谭志平' },
  dueAt: '2026-11-25T06:05:00Z',
} as QuestionThread;

test('whose turn it is, until when, and who is next, by name', () => {
  expect(sayTurn(thread, NOW)).toBe('等法律顾问黄敏答，11月25日 14:05 以前。到时没答，转给镇办公室谭志平。');
  expect(sayTurn({ ...thread, state: 'unassigned', owner: thread.next, next: null, dueAt: null }, NOW)).toBe(
    '等镇办公室谭志平指定一位律师。',
  );
  expect(sayTurn({ ...thread, state: 'unassigned', owner: null }, NOW)).toBe('现在没有律师，等镇里指定一位。');
  expect(sayTurn({ ...thread, state: 'answered' }, NOW)).toBeUndefined();
});

const event = { what: 'said', as: 'asker', name: '冉桂兰', isMine: false, to: null } as QuestionEvent;

test.each<[Partial<QuestionEvent>, string | undefined]>([
  [{ what: 'asked' }, undefined],
  [{ what: 'conflict', name: '黄敏' }, '黄敏和对方认识，按规矩回避，由镇里另请一位律师'],
  [{ what: 'overdue', name: null, to: '李律师' }, '到时间没有人答，转给李律师'],
  [{ what: 'overdue', name: null }, '到时间没有人答，正在另请律师'],
  [{ what: 'named', to: '陈律师' }, '镇里请陈律师来答'],
  [{ what: 'closed', isMine: true }, '您结束了这个问题'],
  [{ what: 'reopened' }, '冉桂兰重新打开，接着问'],
  [{ what: 'thanked', to: '黄敏' }, '冉桂兰谢谢黄敏'],
  [{ what: 'personAdded', to: '白正国' }, '冉桂兰请白正国一起看'],
  [{ what: 'personRemoved', to: '白正国' }, '冉桂兰不再请白正国一起看'],
  [{ what: 'personRemoved', to: '冉桂兰' }, '冉桂兰不再一起看'],
])('%o', (fields, said) => {
  expect(sayStep({ ...event, ...fields })).toBe(said);
});

test('who said it', () => {
  expect(sayWho(event)).toBe('冉桂兰');
  expect(sayWho({ ...event, as: 'adviser', name: '黄敏' })).toBe('律师黄敏');
  expect(sayWho({ ...event, isMine: true })).toBe('您');
});
