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
  'request.formExpected': { status: 415, title: '请以表单的方式上传文件' },
  'request.fileMissing': { status: 422, title: '没有收到文件，请重新选择' },
  'request.oneFile': { status: 422, title: '一次只能上传一个文件' },
  'request.fileTooLarge': {
    status: 413,
    title: '文件太大',
    detail: ({ limitMb }: { limitMb: number }) => `最多 ${limitMb} MB`,
  },
  'request.filesBusy': { status: 503, title: '现在上传文件的人很多，请稍后再试' },
  'request.notJson': { status: 415, title: '只接受 JSON 格式的内容' },
  'request.invalid': { status: 422, title: '有几处填得不对' },
  'request.keyMissing': { status: 400, title: '这个版本的小程序太旧，请更新后再试' },
  'request.keyReused': { status: 409, title: '这一步之前已经提交过，内容不一样', detail: () => '请返回重新填写' },
  'request.inProgress': { status: 409, title: '这一步正在办理，请稍等一下' },
  'request.tooMany': {
    status: 429,
    title: '操作太快了',
    detail: ({ seconds }: { seconds: number }) => `请过 ${seconds} 秒再试`,
  },
  'session.missing': { status: 401, title: '请先登录' },
  'session.ended': { status: 401, title: '登录已过期，请重新登录' },
  'access.outOfScope': { status: 403, title: '您没有这里的权限', detail: () => '如果需要，请联系村干部' },
  'service.failed': { status: 500, title: '系统繁忙，请稍后再试' },
  'service.notReady': { status: 503, title: '系统正在启动或维护，请稍后再试' },
});
