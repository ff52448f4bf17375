import { defineProblems } from '../../kernel/problem';

export const messagesProblems = defineProblems({
  'messages.unknown': { status: 404, title: '没有找到这条消息', detail: () => '消息保存一年' },
});
