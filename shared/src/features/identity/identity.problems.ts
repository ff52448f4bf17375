import { defineProblems } from '../../kernel/problem';

export const identityProblems = defineProblems({
  'identity.codeRefused': { status: 401, title: '微信登录没有成功，请再试一次' },
  'identity.wechatAway': { status: 503, title: '暂时连不上微信，请稍后再试' },
  'identity.demoUnknown': { status: 404, title: '没有这个演示身份' },
  'identity.closed': {
    status: 410,
    title: '这个账号已经注销',
    detail: () => '想重新用，请过一刻钟再登录，会是一个新的空账号',
  },
  'identity.sessionUnknown': { status: 404, title: '没有找到这次登录' },
  'identity.desktopUnknown': { status: 404, title: '没有找到这次电脑登录', detail: () => '请在电脑上刷新二维码再扫' },
  'identity.desktopEnded': { status: 410, title: '这个二维码已经用过或过期', detail: () => '请在电脑上刷新二维码再扫' },
  'identity.personUnknown': { status: 404, title: '没有找到这个人' },
  'identity.grantUnknown': { status: 404, title: '没有找到这项任职' },
  'identity.grantHeld': { status: 409, title: '他已经担任这个职务' },
  'identity.mayNotGrant': { status: 403, title: '您不能安排这个职务', detail: () => '只能安排比自己低的职务' },
  'identity.termWrong': { status: 422, title: '任期的结束日期不对', detail: () => '从今天起，最长五年' },
  'identity.placeWrong': { status: 422, title: '这个职务不设在这一级', detail: () => '比如组长设在组，村干部设在村' },
  'identity.nameMissing': {
    status: 409,
    title: '请先填写您的姓名',
    detail: () => '别人凭编号找到您，要先看到您的姓名',
  },
  'identity.codeUnknown': {
    status: 404,
    title: '没有找到这个编号',
    detail: () => '编号十分钟有效，请他重新打开“我的编号”',
  },
});
