/** A cadre brings a roster in: one wrong line, put right, looked at, written; the same file again has nothing to write. */
import ExcelJS from 'exceljs';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { becomes } from './steps';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const HEADINGS = ['村', '组', '户号', '姓名', '与户主关系', '出生日期'];

async function roster(...lines: string[][]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('3组');
  for (const line of [HEADINGS, ...lines]) sheet.addRow(line);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

test.each([
  ['desk', { width: 1280, height: 900 }],
  ['phone', { width: 375, height: 812 }],
])('on a %s', (name, viewport) =>
  onH5({ address: service.address, viewport, name: `roster-${name}` }, async (app) => {
    const father = ['扎营村', '3组', `R-${name}`, '石大山', '户主', '1980.1.5'];
    const son = ['扎营村', '3组', `R-${name}`, '石小山', '长子', '2010年2月3日'];
    await becomes(app, '冉光明');
    await app.restart('features/roster/pages/roster/index?regionId=zhaying');
    await app.chooseFile('选择表格', '3组.xlsx', await roster(father, [...son.slice(0, 5), '2010']));
    await app.waitFor('出生日期要写到日，比如 1980-1-5');
    expect(await app.text()).toContain('3组 第 3 行');
    await app.screenshot('findings');

    const good = await roster(father, son);
    await app.chooseFile('选择表格', '3组改.xlsx', good);
    await app.waitFor('表里一共 2 人，没有要改的地方。写进名册的话：');
    await app.screenshot('preview');
    await app.tap('写进名册');
    await app.waitFor('写好了：新登记 1 户，改动 0 户，新增 2 人；0 户没有变化。');
    await app.screenshot('written');

    await app.chooseFile('选择表格', '3组改.xlsx', good);
    await app.waitFor('表里一共 2 人，和名册里的一样，不用写。');
  }),
);
