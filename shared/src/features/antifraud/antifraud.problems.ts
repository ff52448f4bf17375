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
  'antifraud.questionUnknown': { status: 404, title: '没有找到这件事', detail: () => '问过的保存一年' },
  'antifraud.questionsTooMany': {
    status: 409,
    title: '您还有几件没有回答的',
    detail: ({ limit }: { limit: number }) => `最多同时问 ${limit} 件；急的话打 96110 或 110`,
  },
  'antifraud.questionFull': { status: 409, title: '这件事说得很长了', detail: () => '请另问一件，或者打电话说' },
  'antifraud.takenByOther': { status: 409, title: '别人已经接了这件事', detail: () => '请刷新再看' },
  'antifraud.notYours': { status: 403, title: '这件事由别人来答', detail: () => '要答，先点“我来答”' },
  'antifraud.campaignUnknown': { status: 404, title: '没有找到这次提醒' },
  'antifraud.campaignMovedOn': { status: 409, title: '这次提醒刚刚变了', detail: () => '请看过最新的，再做这一步' },
  'antifraud.villagesWrong': { status: 422, title: '有的村不归这里管' },
  'antifraud.caseNotThere': {
    status: 422,
    title: '这个案例没有公布给所选的村',
    detail: () => '请换一个案例，或者换村',
  },
  'antifraud.startWrong': { status: 422, title: '开始的时间不对', detail: () => '不能是过去，最晚两个月以内' },
  'antifraud.nobodyThere': { status: 422, title: '这样选，一个人也没有', detail: () => '请换村，或者换人群' },
  'antifraud.reasonMissing': { status: 422, title: '请写明为什么' },
});
