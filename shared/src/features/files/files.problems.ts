import { defineProblems } from '../../kernel/problem';
import { PHOTO_MAX_BYTES } from './files.rules';

export const filesProblems = defineProblems({
  'files.formExpected': { status: 415, title: '请以表单的方式上传照片' },
  'files.photoMissing': { status: 422, title: '没有收到照片，请重新选择' },
  'files.oneAtATime': { status: 422, title: '一次只能上传一张照片' },
  'files.tooLarge': {
    status: 413,
    title: '照片太大',
    detail: () => `一张照片最多 ${PHOTO_MAX_BYTES / 1024 / 1024} MB，请选“压缩图”再传`,
  },
  'files.tooManyPixels': { status: 413, title: '照片的尺寸太大', detail: () => '请用手机直接拍照，或先缩小再传' },
  'files.notAnImage': { status: 415, title: '这不是照片', detail: () => '可以上传 JPEG、PNG 和 WebP 格式的照片' },
  'files.heicUnsupported': {
    status: 415,
    title: '这张照片是 HEIC 格式，暂时打不开',
    detail: () => '请在手机“设置 - 相机 - 格式”里选“兼容性最佳”后重拍，或先转成 JPEG 再传',
  },
  'files.broken': { status: 422, title: '照片打不开', detail: () => '它可能没有保存完整，请重新选择或重拍一张' },
  'files.tooManyWaiting': {
    status: 429,
    title: '已上传、还没有提交的照片太多',
    detail: () => '请先提交正在填写的内容；没有提交的照片一天后自动删除',
  },
  'files.busy': { status: 503, title: '现在上传照片的人很多，请稍后再试' },
  'files.unknown': { status: 404, title: '没有找到这张照片', detail: () => '它可能已被删除，或超过一天没有提交' },
  'files.attachedElsewhere': { status: 409, title: '这张照片已经用在别处', detail: () => '请重新上传一张' },
  'files.linkInvalid': { status: 403, title: '照片的链接不对', detail: () => '请回到原来的页面重新打开' },
  'files.linkExpired': { status: 403, title: '照片的链接已过期', detail: () => '请刷新页面后再看' },
});

export type FilesProblemCode = keyof typeof filesProblems;
