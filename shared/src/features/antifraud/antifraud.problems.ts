import { defineProblems } from '../../kernel/problem';

export const antifraudProblems = defineProblems({
  'antifraud.caseUnknown': { status: 404, title: '没有找到这个案例', detail: () => '它可能到期了，或者撤下了' },
  'antifraud.personalWords': {
    status: 422,
    title: '案例里写了个人的信息',
    detail: () => '大家都会看到案例，不能有电话、证件号、卡号和人的全名',
  },
  'antifraud.caseIncomplete': { status: 422, title: '案例还没有写完' },
  'antifraud.expiryWrong': { status: 422, title: '到期的日子不对', detail: () => '最早是明天，最晚是一年以内' },
  'antifraud.ownerWrong': {
    status: 422,
    title: '负责人不对',
    detail: () => '案例要有一个现在在这里任职的民警、综治专干或镇办公室的人负责',
  },
  'antifraud.movedOn': { status: 409, title: '别人刚刚动过这个案例', detail: () => '请看过最新的，再做这一步' },
  'antifraud.moveForbidden': {
    status: 409,
    title: '现在不能做这一步',
    detail: ({ state }: { state: string }) => `这个案例现在是“${state}”`,
  },
  'antifraud.secondPerson': {
    status: 403,
    title: '写过这个案例的人不能自己公布',
    detail: () => '请另一个人看过再公布',
  },
  'antifraud.reasonMissing': { status: 422, title: '请写明为什么' },
});
