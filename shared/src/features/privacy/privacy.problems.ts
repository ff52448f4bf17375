import { defineProblems } from '../../kernel/problem';

export const privacyProblems = defineProblems({
  'privacy.consentMissing': {
    status: 403,
    title: '办这件事要先征得您的同意',
    detail: ({ title }: { title: string }) => `请到“我的”里的“隐私与数据”，看一看“${title}”，同意了再办`,
  },
  'privacy.versionOld': { status: 409, title: '这一项的说明刚刚更新过', detail: () => '请刷新，看过新的说明再决定' },
  'privacy.noticeStays': {
    status: 409,
    title: '登录和办事离不开这一项',
    detail: () => '不想再用，可以在“隐私与数据”里注销账号',
  },
  'privacy.guardianNeeded': {
    status: 403,
    title: '未满十四周岁，要由家长来同意',
    detail: () => '请同一户里已满十八周岁的家长，在他的“隐私与数据”里打开',
  },
  'privacy.childUnknown': {
    status: 404,
    title: '没有找到您能替他决定的孩子',
    detail: () => '只有同一户里已满十八周岁的人，才能替未满十四周岁的孩子决定',
  },
  'privacy.tooManyChanges': { status: 429, title: '这一项改得太多次了', detail: () => '请联系村干部，弄清楚再改' },
});
