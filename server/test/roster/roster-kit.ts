/** Rosters for tests: made as another program writes them, sent as a browser sends them, waited for as a screen waits. */
import { isUnderway } from '@xiangyue/shared/features/roster/import-states.rules';
import { idNumberCheck } from '@xiangyue/shared/kernel/personal-numbers.rules';
import ExcelJS from 'exceljs';
import { RosterImportsStore } from '../../src/features/roster/roster-imports.store';
import type { Answer } from '../answer';
import type { TestApp } from '../app';
import { fileForm } from '../forms';
import type { SignedIn } from '../sign-in';
import { until } from '../until';
import { foreignWorkbook } from '../xlsx/workbooks';

export const HEADINGS = [
  '村',
  '组',
  '院落',
  '户号',
  '门牌',
  '姓名',
  '与户主关系',
  '性别',
  '出生日期',
  '身份证号',
  '手机号',
  '是否常住',
];

/** A line by its headings; numbers stay numbers, as a spreadsheet keeps them. */
export type Line = Readonly<Partial<Record<string, ExcelJS.CellValue>>>;

/** An identity number that is right and nobody's. @param order tells people of one birth date apart */
export function idNumber(birthDate: string, order: number): string {
  const digits = `500200${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  return digits + idNumberCheck(digits);
}

/** A workbook of sheets, each a title, headings and lines; as an office's program writes it. */
export function roster(sheets: Readonly<Record<string, readonly Line[]>>, more?: (workbook: ExcelJS.Workbook) => void) {
  return foreignWorkbook((workbook) => {
    for (const [name, lines] of Object.entries(sheets)) {
      const sheet = workbook.addWorksheet(name);
      sheet.addRow(HEADINGS);
      for (const line of lines) sheet.addRow(HEADINGS.map((heading) => line[heading] ?? null));
    }
    more?.(workbook);
  });
}

export class RosterKit {
  constructor(
    private readonly app: TestApp,
    private readonly who: SignedIn,
    private readonly regionId: string,
  ) {}

  private path(rest: string): string {
    return `/api/regions/${this.regionId}/roster${rest}`;
  }

  get(rest: string): Promise<Answer> {
    return this.who.get(this.path(rest));
  }

  send(method: string, rest: string): Promise<Answer> {
    return this.who.send(method, this.path(rest));
  }

  upload(file: Buffer, fileName = '名册.xlsx', key?: string): Promise<Answer> {
    return this.who.send(
      'POST',
      this.path('/imports'),
      fileForm({ file: new Blob([new Uint8Array(file)]) }, fileName),
      key,
    );
  }

  /** Looks until the service has nothing more to do. */
  async settled(importId: string): Promise<Answer['body']> {
    const isSettled = async () => {
      const found = await this.app.service.use(RosterImportsStore).find(importId, new Date());
      return found && !isUnderway(found.state);
    };
    await until(isSettled, 30_000);
    return (await this.get(`/imports/${importId}`)).body;
  }

  /** Uploads and waits for the check. */
  async checked(file: Buffer): Promise<Answer['body']> {
    const { status, body } = await this.upload(file);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return this.settled(body.id);
  }

  /** Uploads, checks, writes. */
  async imported(file: Buffer): Promise<Answer['body']> {
    const { id, state } = await this.checked(file);
    if (state !== 'checked') throw new Error(`not good to write: ${JSON.stringify(await this.findings(id))}`);
    await this.send('POST', `/imports/${id}/apply`);
    return this.settled(id);
  }

  async findings(importId: string): Promise<object[]> {
    return (await this.get(`/imports/${importId}/findings`)).body.findings;
  }

  /** A file that the service answers with. */
  async file(rest: string): Promise<Buffer> {
    const response = await fetch(this.app.service.address + this.path(rest), {
      headers: { authorization: `Bearer ${this.who.token}` },
    });
    if (response.status !== 200) throw new Error(await response.text());
    return Buffer.from(await response.arrayBuffer());
  }
}

/** The texts of a workbook's sheet, row by row. */
export async function textsOf(file: Buffer, sheetName: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.buffer as ArrayBuffer);
  const rows: string[][] = [];
  workbook.getWorksheet(sheetName)?.eachRow((row) => {
    rows.push(Array.from({ length: row.cellCount }, (_, i) => String(row.getCell(i + 1).value ?? '')));
  });
  return rows;
}
