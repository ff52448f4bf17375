import { defineProblems } from '../../kernel/problem';

export const householdsProblems = defineProblems({
  'households.unknown': { status: 404, title: '没有找到这一户' },
  'households.memberUnknown': { status: 404, title: '这一户里没有这个人' },
  'households.numberTaken': { status: 409, title: '村里已经有这个户号', detail: () => '请核对户号' },
  'households.idNumberTaken': { status: 409, title: '这个身份证号已经登记在别的户里', detail: () => '请核对身份证号' },
  'households.full': { status: 409, title: '一户的人数太多了', detail: () => '请核对，或者分户' },
  'households.changed': { status: 409, title: '刚才有人改过这一户', detail: () => '请看一下新的情况再办' },
  'households.dissolved': { status: 409, title: '这一户已经注销' },
  'households.headLeaves': { status: 409, title: '户主要先换人', detail: () => '请先换户主，再办离开' },
  'households.headAlready': { status: 409, title: '他已经是户主' },
  'households.relationWrong': { status: 422, title: '一户只有一个户主', detail: () => '要换户主，请用“换户主”' },
  'households.notBound': { status: 409, title: '这个人还没有绑定微信' },
  'households.memberTaken': {
    status: 409,
    title: '已经有人绑定了这个名字',
    detail: () => '如果不是家里人，请告诉村干部',
  },
  'households.boundElsewhere': {
    status: 409,
    title: '这个微信已经绑定了一户',
    detail: () => '一个人只在一户，请先解除原来的',
  },
  'households.notMine': {
    status: 404,
    title: '您还没有绑定到户',
    detail: () => '用家里的户卡扫一扫，或者请村里人帮您绑定',
  },
  'households.cardUnknown': {
    status: 404,
    title: '没有这张户卡',
    detail: () => '请核对 8 位编码，旧卡换新后就不能再用',
  },
  'households.nameWrong': {
    status: 422,
    title: '姓名和登记的不一样',
    detail: () => '请写身份证上的全名；登记错了请找村干部改',
  },
  'households.movedHere': { status: 409, title: '他就在这一户', detail: () => '请选要迁去的另一户' },
});
