import { defineProblems } from './problem';

/** Problems that belong to no feature: the request itself, or the service as a whole. */
export const kernelProblems = defineProblems({
  'request.malformed': { status: 400, title: '发来的内容看不懂，请重试' },
  'request.pathUnknown': { status: 404, title: '没有这个地址' },
  'request.methodNotAllowed': { status: 405, title: '这个地址不支持这样的操作' },
  'request.tooLarge': {
    status: 413,
    title: '发来的内容太大',
    detail: ({ limitKb }: { limitKb: number }) => `最多 ${limitKb} KB`,
  },
  'request.notJson': { status: 415, title: '只接受 JSON 格式的内容' },
  'request.invalid': { status: 422, title: '有几处填得不对' },
  'service.failed': { status: 500, title: '系统繁忙，请稍后再试' },
  'service.notReady': { status: 503, title: '系统正在启动或维护，请稍后再试' },
});
