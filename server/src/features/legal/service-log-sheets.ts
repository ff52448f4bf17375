/** The file of a village's adviser as a workbook: every entry of the year, and the year's figures against what was asked. */
import {
  LOG_KINDS,
  sayMinutes,
  type YearFigures,
  type YearTarget,
} from '@xiangyue/shared/features/legal/service-log.rules';
import type { RowToWrite, SheetToWrite } from '../../platform/xlsx/write-xlsx';
import type { LogEntry } from './service-log.store';

export type NamedEntry = LogEntry & { readonly byName: string };

/** @param year undefined where the village has no file yet */
export function logSheets(
  entries: AsyncIterable<NamedEntry>,
  year: { readonly target: YearTarget; readonly figures: YearFigures } | undefined,
): SheetToWrite[] {
  return [
    {
      name: '服务记录',
      columns: [
        { heading: '日期', widthCharacters: 12 },
        { heading: '类别', widthCharacters: 12 },
        { heading: '事由', widthCharacters: 60 },
        { heading: '时长', widthCharacters: 12 },
        { heading: '在村里', widthCharacters: 8 },
        { heading: '法律顾问', widthCharacters: 12 },
        { heading: '来源', widthCharacters: 12 },
      ],
      rows: rowsOf(entries),
    },
    {
      name: '全年',
      columns: [
        { heading: '项目', widthCharacters: 12 },
        { heading: '做到', widthCharacters: 12 },
        { heading: '要求', widthCharacters: 12 },
      ],
      rows: year ? yearRows(year.figures, year.target) : [],
    },
  ];
}

async function* rowsOf(entries: AsyncIterable<NamedEntry>): AsyncGenerator<RowToWrite> {
  for await (const { on, kind, words, minutes, onSite, byName, own } of entries)
    yield {
      texts: [on, LOG_KINDS[kind], words, sayMinutes(minutes), onSite ? '是' : '否', byName, own ? '本人记' : '自动记'],
    };
}

function yearRows({ minutes, visits, lectures, answers }: YearFigures, target: YearTarget): RowToWrite[] {
  const asked = (value: number | null, unit: string) => (value === null ? '没有要求' : `${value} ${unit}`);
  return [
    { texts: ['服务时间', sayMinutes(minutes), asked(target.hours, '小时')] },
    { texts: ['到村', `${visits} 天`, asked(target.visits, '天')] },
    { texts: ['讲座', `${lectures} 次`, asked(target.lectures, '次')] },
    { texts: ['解答问题', `${answers} 个`, ''] },
  ];
}
