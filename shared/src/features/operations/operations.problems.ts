import { defineProblems } from '../../kernel/problem';

export const operationsProblems = defineProblems({
  'operations.jobNotDead': { status: 409, title: '这件工作已经不在这里了', detail: () => '可能有人已经让它再试了' },
});
