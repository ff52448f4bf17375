import { defineProblems } from '../../kernel/problem';

export const legalProblems = defineProblems({
  'legal.adviserUnknown': { status: 404, title: '没有找到这位法律顾问', detail: () => '可能任期已满，请到村里问一问' },
  'legal.notAdviser': { status: 403, title: '您现在不是法律顾问' },
  'legal.notYourVillage': { status: 403, title: '您不是这个村的法律顾问' },
  'legal.entryUnknown': { status: 404, title: '没有找到这一条记录', detail: () => '自动记下的不能删，自己记的才能删' },
  'legal.entryDateWrong': { status: 422, title: '日子不对', detail: () => '只能记今年和去年的，不能记还没到的日子' },
});
