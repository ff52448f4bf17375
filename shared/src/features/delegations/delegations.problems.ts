import { defineProblems } from '../../kernel/problem';

export const delegationsProblems = defineProblems({
  'delegations.unknown': { status: 404, title: '没有找到这份代办' },
  'delegations.ended': { status: 409, title: '这份代办已经停了', detail: () => '要再替他办事，请重新征得同意' },
  'delegations.notYours': { status: 403, title: '这份代办不是您的', detail: () => '只有记在上面的人可以替他办' },
  'delegations.officeOver': {
    status: 403,
    title: '您现在不在这里任职',
    detail: () => '他的事请交给现在的网格员、组长或家里人',
  },
  'delegations.forSelf': { status: 409, title: '这就是您自己', detail: () => '自己的事直接办就行' },
  'delegations.memberHasPhone': {
    status: 409,
    title: '他自己绑定了微信',
    detail: () => '请他在自己的手机上办；用不了了，请村干部先解除绑定',
  },
  'delegations.agentMinor': { status: 403, title: '满 18 岁才能替别人办事' },
  'delegations.paperMissing': {
    status: 422,
    title: '请拍一张签了字的纸',
    detail: () => '写明同意谁代办，本人签字或按手印',
  },
  'delegations.dayWrong': { status: 422, title: '同意的日子不对', detail: () => '只能是今天，或者之前的三十天里' },
  'delegations.running': { status: 409, title: '已经有这份代办了', detail: () => '还没停，可以直接替他办' },
});
