/**
 * The roster 名册: households in and out as the spreadsheets that offices keep. A file is checked first, whole; only when
 * every line is right can it be written, and writing the same file again changes nothing.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, regionId } from '../../kernel/fields';
import { FILE_PART, fileAnswer, receivedFile } from '../../kernel/transfer';
import { IMPORT_STATES } from './import-states.rules';

/** The largest file: 20,000 people are 1 to 2 MB. */
export const ROSTER_FILE_MAX_BYTES = 5 * 1024 * 1024;
/** The form's part that holds the file. */
export const ROSTER_FILE_PART = FILE_PART;
/** Findings on one page. */
export const FINDINGS_PAGE_LIMIT = 200;

/** Whoever keeps the register; grid members and heads of courtyards see households one by one. */
const byKeepers = only(['cadre', 'townOffice', 'countyAdministrator'], 'region', 'regionId');
const count = z.int().min(0);

const finding = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  heading: z.string(),
  message: z.string(),
});

const rosterImport = z.object({
  id: documentId,
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  uploadedAt: instant,
  /** What is being done and how far it is, in a sentence; null when nothing is. */
  progress: z.string().nullable(),
  /** Why there is no result. */
  fault: z.object({ title: z.string(), advice: z.string() }).nullable(),
  findingCount: count,
  /** What writing would do, or did; null before the check is over, or when it found something. */
  counts: z
    .object({
      people: count,
      newHouseholds: count,
      changedHouseholds: count,
      unchangedHouseholds: count,
      newPeople: count,
      /** In these households, and not in the file; they stay. */
      missingPeople: count,
    })
    .nullable(),
  /** The first of those people. */
  missing: z.array(z.object({ villageName: z.string(), number: z.string(), name: z.string() })),
  /** Headings of columns, and names of sheets, that were not read. */
  unreadColumns: z.array(z.string()),
  unreadSheets: z.array(z.string()),
});

const ofImport = z.object({ regionId, importId: documentId });

export const rosterContract = {
  template: route({
    method: 'GET',
    path: '/regions/:regionId/roster/template',
    summary: '下载名册模板',
    access: byKeepers,
    params: z.object({ regionId }),
    output: fileAnswer,
    problems: ['roster.noVillages'],
  }),
  export: route({
    method: 'GET',
    path: '/regions/:regionId/roster/export',
    summary: '导出名册，样子和模板一样',
    access: byKeepers,
    params: z.object({ regionId }),
    output: fileAnswer,
    problems: ['roster.noVillages'],
  }),
  upload: route({
    method: 'POST',
    path: '/regions/:regionId/roster/imports',
    summary: '上传一份名册，先检查',
    access: byKeepers,
    params: z.object({ regionId }),
    body: z.object({
      file: receivedFile,
      /** What the sender calls the file, where the form itself does not know: WeChat sends a made-up name. */
      name: z.string().max(100).optional(),
    }),
    fileMaxBytes: ROSTER_FILE_MAX_BYTES,
    output: z.object({ id: documentId }),
    problems: ['roster.noVillages', 'roster.tooMany'],
  }),
  imports: route({
    method: 'GET',
    path: '/regions/:regionId/roster/imports',
    summary: '这里最近的几次导入',
    access: byKeepers,
    params: z.object({ regionId }),
    output: z.object({ regionName: z.string(), imports: z.array(rosterImport).max(10) }),
  }),
  find: route({
    method: 'GET',
    path: '/regions/:regionId/roster/imports/:importId',
    summary: '一次导入：检查到哪里，结果怎样',
    access: byKeepers,
    params: ofImport,
    output: rosterImport,
    problems: ['roster.importUnknown'],
  }),
  findings: route({
    method: 'GET',
    path: '/regions/:regionId/roster/imports/:importId/findings',
    summary: '要改的地方，一页最多 200 处',
    access: byKeepers,
    params: ofImport,
    query: z.object({ from: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
    output: z.object({ findings: z.array(finding).max(FINDINGS_PAGE_LIMIT) }),
    problems: ['roster.importUnknown'],
  }),
  findingsFile: route({
    method: 'GET',
    path: '/regions/:regionId/roster/imports/:importId/findings-file',
    summary: '要改的地方，全部，一张表',
    access: byKeepers,
    params: ofImport,
    output: fileAnswer,
    problems: ['roster.importUnknown'],
  }),
  apply: route({
    method: 'POST',
    path: '/regions/:regionId/roster/imports/:importId/apply',
    summary: '把检查通过的名册写进去',
    access: byKeepers,
    params: ofImport,
    output: z.object({}),
    problems: ['roster.importUnknown', 'roster.notReady'],
    idempotency: 'natural',
  }),
  discard: route({
    method: 'DELETE',
    path: '/regions/:regionId/roster/imports/:importId',
    summary: '放弃这次导入，文件马上删除',
    access: byKeepers,
    params: ofImport,
    output: z.object({}),
    problems: ['roster.importUnknown', 'roster.alreadyWriting'],
    idempotency: 'natural',
  }),
};
