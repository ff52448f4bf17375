import { defineProblems } from '../../kernel/problem';

export const rulesProblems = defineProblems({
  'rules.documentUnknown': { status: 404, title: '没有找到这份村规民约', detail: () => '它可能已被新的版本代替' },
  'rules.draftExists': { status: 409, title: '这份村规已经有一个新版本在办', detail: () => '请在原来那份上接着改' },
  'rules.movedOn': { status: 409, title: '别人刚刚动过这份村规', detail: () => '请看过最新的，再做这一步' },
  'rules.moveForbidden': {
    status: 409,
    title: '现在不能做这一步',
    detail: ({ state }: { state: string }) => `这份村规现在是“${state}”`,
  },
  'rules.draftIncomplete': { status: 422, title: '草案还没有写完' },
  'rules.clausesRefused': { status: 422, title: '有的条款还不能往下走', detail: () => '请按提示改好，或者说明理由' },
  'rules.periodWrong': {
    status: 422,
    title: '征求意见的截止日期不对',
    detail: ({ minDays, maxDays }: { minDays: number; maxDays: number }) =>
      `从今天起，最短 ${minDays} 天，最长 ${maxDays} 天`,
  },
  'rules.periodRunning': { status: 409, title: '征求意见还没有结束', detail: () => '公布的日子到了，才能送去审核' },
  'rules.commentsUnanswered': {
    status: 409,
    title: '还有意见没有答复',
    detail: ({ count }: { count: number }) => `还有 ${count} 条，请一条一条答复`,
  },
  'rules.consultationClosed': {
    status: 409,
    title: '这份草案现在不收意见',
    detail: () => '征求意见的日子已过，或者草案收回去修改了',
  },
  'rules.clauseUnknown': { status: 404, title: '草案里没有这一条', detail: () => '它可能刚刚改过，请刷新再看' },
  'rules.commentsTooMany': {
    status: 409,
    title: '您对这份草案提的意见已经很多',
    detail: ({ limit }: { limit: number }) => `每人最多 ${limit} 条，还有话请到村委会当面说`,
  },
  'rules.commentUnknown': { status: 404, title: '没有找到这条意见' },
  'rules.notOfVillage': { status: 403, title: '他不是这个村的', detail: () => '请到他自己村的草案里替他写' },
  'rules.reasonMissing': { status: 422, title: '不公开要写明理由' },
  'rules.reviewedAlready': { status: 409, title: '这一方已经审核过了' },
  'rules.reviewerTwice': { status: 403, title: '两方审核要由两个人来做' },
  'rules.meetingWrong': { status: 422, title: '会议的数字对不上' },
  'rules.filingNumberTaken': { status: 409, title: '这个备案编号已经用过' },
  'rules.effectiveDateWrong': {
    status: 422,
    title: '开始实行的日子不对',
    detail: () => '最早是今天，最晚是一年以内',
  },
});
