import { defineProblems } from '../../kernel/problem';

export const rosterProblems = defineProblems({
  'roster.noVillages': { status: 422, title: '这里没有村', detail: () => '请在村、镇或县一级导入和导出名册' },
  'roster.importUnknown': {
    status: 404,
    title: '没有找到这次导入',
    detail: () => '上传的文件只保留一小时，请重新上传',
  },
  'roster.notReady': { status: 409, title: '这份名册现在不能写入', detail: () => '检查通过以后才能写进名册' },
  'roster.alreadyWriting': { status: 409, title: '已经开始写进名册，不能撤回' },
  'roster.tooMany': { status: 429, title: '正在检查的文件太多', detail: () => '请等前面的检查完，或者先放弃一份' },
  // What an import can end with; told in its state, with these sentences.
  'roster.notXlsx': {
    status: 422,
    title: '这不是 .xlsx 表格',
    detail: () => '请用表格软件打开，另存为“.xlsx”，再上传',
  },
  'roster.oldFormat': {
    status: 422,
    title: '这是旧的 .xls 格式',
    detail: () => '请用表格软件打开，另存为“.xlsx”，再上传',
  },
  'roster.locked': { status: 422, title: '这个文件加了密码', detail: () => '请去掉打开密码，另存以后再上传' },
  'roster.binaryFormat': {
    status: 422,
    title: '这是 .xlsb 格式',
    detail: () => '请用表格软件打开，另存为“.xlsx”，再上传',
  },
  'roster.tooLarge': { status: 422, title: '这个文件太大', detail: () => '请删去图片和多余的表，或者按村分开导入' },
  'roster.tooManyRows': { status: 422, title: '一次最多导入 4 万行', detail: () => '请按村分开导入' },
  'roster.broken': {
    status: 422,
    title: '这个文件打不开，可能没有保存完整',
    detail: () => '请用表格软件重新保存，再上传',
  },
  'roster.headingsMissing': {
    status: 422,
    title: '没有找到名册的表头',
    detail: () => '表的前面几行里要有“户号”“姓名”“与户主关系”这样的表头，可以照模板填写',
  },
  'roster.empty': { status: 422, title: '表里没有人', detail: () => '请从表头下面一行开始填写，一人一行' },
  'roster.interrupted': {
    status: 409,
    title: '没有写完',
    detail: () => '写的时候有人同时改了名册，或者系统出了问题。已经写好的留着；请再上传一次，写过的不会重复',
  },
});

/** What an import can end with instead of a result. */
export type ImportFault = Extract<
  keyof typeof rosterProblems,
  | `roster.${'notXlsx' | 'oldFormat' | 'locked' | 'binaryFormat' | 'tooLarge' | 'tooManyRows' | 'broken'}`
  | `roster.${'headingsMissing' | 'empty' | 'interrupted'}`
>;

/** The sentences of an import's end, as a screen shows them. */
export function sayFault(fault: ImportFault): { readonly title: string; readonly advice: string } {
  const { title, detail } = rosterProblems[fault];
  return { title, advice: detail() };
}
