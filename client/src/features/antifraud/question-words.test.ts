import { sayState } from './question-words';

const NOW = Date.parse('2026-11-24T08:00:00Z');
const open = { state: 'open', dueAt: '2026-11-24T11:00:00Z', opinion: null, ownerName: '向阳' } as const;

test.each([
  [open, '等向阳回答，还剩 3 小时'],
  [{ ...open, ownerName: null }, '还没有人接，还剩 3 小时'],
  [{ ...open, dueAt: '2026-11-24T07:30:00Z' }, '等向阳回答，过了 30 分钟'],
  [{ ...open, state: 'answered', opinion: 'scam' } as const, '向阳回答了：是诈骗'],
])('%#', (question, said) => expect(sayState(question, NOW)).toBe(said));
