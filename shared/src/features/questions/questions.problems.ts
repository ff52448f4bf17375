import { defineProblems } from '../../kernel/problem';

export const questionsProblems = defineProblems({
  'questions.unknown': {
    status: 404,
    title: '没有找到这个问题',
    detail: () => '只有问的人、答的律师和请来一起看的人看得到',
  },
  'questions.closed': { status: 409, title: '这个问题已经结束', detail: () => '还有话要说，请先重新打开' },
  'questions.movedOn': { status: 409, title: '这个问题刚刚有了变化', detail: () => '请看过最新的，再做这一步' },
  'questions.tooLong': { status: 409, title: '这个问题已经说得很长', detail: () => '请结束它，另外提一个问题' },
  'questions.waitForAnswer': { status: 409, title: '说了好几条，请等律师答复', detail: () => '急的话，请打 12348' },
  'questions.dayFull': {
    status: 409,
    title: '今天问的问题已经很多',
    detail: ({ limit }: { limit: number }) => `一天最多问 ${limit} 个，请明天再问；急的话，请打 12348`,
  },
  'questions.textRefused': {
    status: 422,
    title: '微信的内容检查没有让这段话通过',
    detail: () => '请换个说法；说不清楚的，请打 12348，有人身危险先打 110',
  },
  'questions.adviserWrong': { status: 409, title: '这位律师不能办这个问题', detail: () => '请另选一位' },
  'questions.peopleTooMany': { status: 409, title: '一起看的人已经很多', detail: () => '最多请 5 位' },
});

export type QuestionsProblemCode = keyof typeof questionsProblems;
