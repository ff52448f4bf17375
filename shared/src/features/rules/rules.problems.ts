import { defineProblems } from '../../kernel/problem';

export const rulesProblems = defineProblems({
  'rules.documentUnknown': { status: 404, title: '没有找到这份村规民约', detail: () => '它可能已被新的版本代替' },
});
