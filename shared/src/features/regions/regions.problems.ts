import { defineProblems } from '../../kernel/problem';

export const regionsProblems = defineProblems({
  'regions.villageUnknown': { status: 404, title: '没有找到这个村', detail: () => '请回到首页重新选择您的村' },
  'regions.unknown': { status: 404, title: '没有找到这个地方' },
});
