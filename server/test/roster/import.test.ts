/** Importing a roster: checked whole, written only when every line is right, and the same file again changes nothing. */
import ExcelJS from 'exceljs';
import { HouseholdsStore } from '../../src/features/households/households.store';
import { RosterImportsStore } from '../../src/features/roster/roster-imports.store';
import { LooksStore } from '../../src/platform/access-log/looks.store';
import { Sealing } from '../../src/platform/sealing/sealing';
import { startApp, type TestApp } from '../app';
import { signInAs } from '../sign-in';
import { idNumber, type Line, RosterKit, roster, textsOf } from './roster-kit';

jest.setTimeout(120_000);

let app: TestApp;
let kit: RosterKit;
let households: HouseholdsStore;
beforeAll(async () => {
  app = await startApp({ JOBS_IN_PROCESS: 'true' });
  kit = new RosterKit(app, await signInAs(app, 'cadre'), 'zhaying');
  households = app.service.use(HouseholdsStore);
});
afterAll(() => app.stop());

const FATHER = idNumber('1980-01-05', 991);
const DAUGHTER = idNumber('2008-06-01', 992);
const FAMILY: readonly Line[] = [
  {
    村: '扎营村',
    组: '三组',
    户号: 'X901',
    门牌: '桥头 9 号',
    姓名: '石　远',
    与户主关系: '户主',
    出生日期: new Date('1980-01-05T00:00:00Z'),
    身份证号: FATHER,
    手机号: 13_800_000_001,
    是否常住: '否',
  },
  { 户号: 'X901', 姓名: '石小雨', 与户主关系: '长女', 性别: '女', 出生日期: '2008.6.1', 身份证号: DAUGHTER },
];

/** The register in this village, as it is stored but for when it was changed. */
async function register() {
  return households.list({ regionId: 'zhaying', grams: [], dissolved: true, limit: 2_000 });
}

test('a good file: checked, previewed, written, visible; the same file again changes nothing', async () => {
  const before = await register();
  const file = await roster({ '3组': FAMILY });
  const checked = await kit.checked(file);
  expect(checked).toEqual({
    id: checked.id,
    fileName: '名册.xlsx',
    state: 'checked',
    uploadedAt: checked.uploadedAt,
    progress: null,
    fault: null,
    findingCount: 0,
    counts: {
      people: 2,
      newHouseholds: 1,
      changedHouseholds: 0,
      unchangedHouseholds: 0,
      newPeople: 2,
      missingPeople: 0,
    },
    missing: [],
    unreadColumns: [],
    unreadSheets: [],
  });
  expect(await register()).toEqual(before);

  expect((await kit.send('POST', `/imports/${checked.id}/apply`)).status).toBe(200);
  expect(await kit.settled(checked.id)).toMatchObject({ state: 'applied', counts: checked.counts });
  const written = await households.findByNumber('zhaying', 'X901');
  const sealing = app.service.use(Sealing);
  expect(written).toMatchObject({
    villageId: 'zhaying',
    groupId: 'zhaying-3',
    regionPath: ['youyang', 'banxi', 'zhaying', 'zhaying-3'],
    number: 'X901',
    door: '桥头 9 号',
    state: 'active',
    revision: 1,
    members: [
      { name: '石远', relation: 'head', gender: 'male', birthDate: '1980-01-05', residence: 'away' },
      { name: '石小雨', relation: 'daughter', gender: 'female', birthDate: '2008-06-01', residence: 'home' },
    ],
    history: [{ what: 'registered', words: '导入名册' }],
  });
  const [father] = written?.members ?? [];
  expect([father?.idNumber, father?.phone].map((number) => sealing.open(number?.sealed ?? ''))).toEqual([
    FATHER,
    '13800000001',
  ]);

  const after = await register();
  expect(await kit.imported(file)).toMatchObject({
    state: 'applied',
    counts: {
      people: 2,
      newHouseholds: 0,
      changedHouseholds: 0,
      unchangedHouseholds: 1,
      newPeople: 0,
      missingPeople: 0,
    },
  });
  expect(await register()).toEqual(after);
});

test('a changed file: what is new is written, who is missing is named and stays', async () => {
  const [head] = FAMILY as [Line];
  const baby = { 户号: 'X901', 姓名: '石小舟', 与户主关系: '次子', 出生日期: '2025-02-03', 性别: '男' };
  const file = await roster({ '3组': [{ ...head, 门牌: '桥头 10 号', 手机号: null }, baby] });
  const { id, counts, missing } = await kit.checked(file);
  expect(counts).toEqual({
    people: 2,
    newHouseholds: 0,
    changedHouseholds: 1,
    unchangedHouseholds: 0,
    newPeople: 1,
    missingPeople: 1,
  });
  expect(missing).toEqual([{ villageName: '扎营村', number: 'X901', name: '石小雨' }]);
  await kit.send('POST', `/imports/${id}/apply`);
  // Once it is over, only how many they were is kept.
  expect(await kit.settled(id)).toMatchObject({ state: 'applied', counts, missing: [] });
  const written = await households.findByNumber('zhaying', 'X901');
  expect(written?.members.map(({ name }) => name)).toEqual(['石远', '石小雨', '石小舟']);
  expect(written?.members[0]?.phone).toBeDefined();
  expect(written).toMatchObject({ door: '桥头 10 号', revision: 2 });
  expect(written?.history.map(({ what }) => what)).toEqual(['registered', 'joined', 'corrected']);
});

test('one wrong line among good ones: every finding in its place, nothing written, the file gone', async () => {
  const before = await register();
  const file = await roster(
    {
      一: [
        { 村: '扎营村', 组: '1组', 户号: 'X801', 姓名: '甲一', 与户主关系: '户主' },
        { 村: '扎营村', 组: '1组', 户号: 'X801', 姓名: '甲二', 与户主关系: '户主', 身份证号: 500_200_198_001_050_000 },
      ],
      二: [
        { 村: '红溪村', 组: '1组', 户号: 'X802', 姓名: '乙', 与户主关系: '户主', 出生日期: '1980' },
        { 村: '扎营村', 组: '88组', 户号: 'X803', 姓名: '丙', 与户主关系: '户主', 身份证号: FATHER },
        { 村: '扎营村', 组: '1组', 户号: 'X804', 姓名: { formula: 'A1' }, 与户主关系: '儿子' },
        { 村: '扎营村', 组: '1组', 户号: 'X805', 姓名: '丁', 与户主关系: '户主', 身份证号: FATHER },
      ],
    },
    (workbook) => workbook.getWorksheet('二')?.mergeCells('E3:E4'),
  );
  const rejected = await kit.checked(file);
  expect(rejected).toMatchObject({ state: 'rejected', findingCount: 7, counts: null, missing: [] });
  const findings = await kit.findings(rejected.id);
  expect(findings).toEqual([
    {
      sheet: '一',
      row: 3,
      column: 'J',
      heading: '身份证号',
      message: '身份证号被表格软件当成了数字，后几位已经变成 0。请把这一列设成“文本”格式，再照证件重新填写',
    },
    { sheet: '二', row: 2, column: 'A', heading: '村', message: '这里只能导入本村的名册，这一行写的是别的村' },
    { sheet: '二', row: 2, column: 'I', heading: '出生日期', message: '出生日期要写到日，比如 1980-1-5' },
    { sheet: '二', row: 3, column: 'B', heading: '组', message: '村里没有这个组，请核对组名' },
    { sheet: '二', row: 3, column: 'E', heading: '门牌', message: 'E3:E4 是合并的单元格。请取消合并，每一行都填上' },
    {
      sheet: '二',
      row: 4,
      column: 'F',
      heading: '姓名',
      message: '这一格是公式，导入时看不到结果。请复制这一列，再“选择性粘贴”成“数值”',
    },
    {
      sheet: '二',
      row: 5,
      column: 'J',
      heading: '身份证号',
      message: '这个身份证号登记在另一户。如果是迁过来的，请先在户册里办“迁到另一户”，再导入',
    },
  ]);
  expect(JSON.stringify(findings)).not.toContain(FATHER);
  expect((await kit.get(`/imports/${rejected.id}/findings?from=6`)).body.findings).toHaveLength(1);
  const list = await textsOf(await kit.file(`/imports/${rejected.id}/findings-file`), '要改的地方');
  expect(list).toHaveLength(8);
  expect(list[2]).toEqual(['二', '2', 'A', '村', '这里只能导入本村的名册，这一行写的是别的村']);
  expect(await register()).toEqual(before);
  expect(await app.service.use(RosterImportsStore).file(rejected.id)).toBeNull();
  expect((await kit.send('POST', `/imports/${rejected.id}/apply`)).body.code).toBe('roster.notReady');
});

test('what a workbook has beside the roster is passed over, and told', async () => {
  const file = await roster({ 名册: [{ 组: '3组', 户号: 'X806', 姓名: '戊', 与户主关系: '本人' }] }, (workbook) => {
    workbook.addWorksheet('联系人').addRow(['王主任']);
    const [sheet] = workbook.worksheets as [ExcelJS.Worksheet];
    sheet.getCell('M1').value = '民族';
    sheet.getCell('A9').value = '制表：村委会';
  });
  expect(await kit.checked(file)).toMatchObject({
    state: 'checked',
    counts: { people: 1 },
    unreadColumns: ['民族'],
    unreadSheets: ['联系人'],
  });
});

const without = async (heading: string) => {
  const file = await roster({ 一: FAMILY }, (workbook) => {
    const sheet = workbook.getWorksheet('一');
    sheet?.spliceColumns(['村', '组', '院落', '户号', '门牌', '姓名', '与户主关系'].indexOf(heading) + 1, 1);
  });
  return file;
};

test('a sheet without a needed column says so once', async () => {
  const { id, findingCount } = await kit.checked(await without('与户主关系'));
  expect({ findingCount, findings: await kit.findings(id) }).toEqual({
    findingCount: 1,
    findings: [
      { sheet: '一', row: 1, column: '', heading: '与户主关系', message: '表头里没有“与户主关系”这一列，请加上' },
    ],
  });
});

test.each<readonly [string, () => Buffer | Promise<Buffer>, string]>([
  [
    'a text under another name',
    () => Buffer.from('户号,姓名,身份证号\n1,冉光明,500200198001050014'),
    '这不是 .xlsx 表格',
  ],
  [
    'the old format',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(900)]),
    '这是旧的 .xls 格式',
  ],
  ['half a file', async () => (await roster({ 一: FAMILY })).subarray(0, 2_000), '这个文件打不开，可能没有保存完整'],
  [
    'no headings',
    () => roster({}, (workbook) => workbook.addWorksheet('一').addRow(['冉光明', '户主'])),
    '没有找到名册的表头',
  ],
  ['headings alone', () => roster({ 一: [] }), '表里没有人'],
])('%s: a sentence, nothing written, nothing kept', async (_what, file, title) => {
  const before = await register();
  const failed = await kit.checked(await file());
  expect(failed).toMatchObject({ state: 'failed', fault: { title }, findingCount: 0, counts: null });
  expect(JSON.stringify(failed)).not.toMatch(/冉光明|500200/);
  expect(await register()).toEqual(before);
  expect(await app.service.use(RosterImportsStore).file(failed.id)).toBeNull();
});

test('a file of 100 MB is not taken in', async () => {
  const code = await kit.upload(Buffer.alloc(100 * 1024 * 1024)).then(
    ({ body }) => body.code,
    () => 'cut off',
  );
  // Whoever goes on sending is cut off; whoever stops to listen hears why.
  expect(['cut off', 'request.fileTooLarge']).toContain(code);
  expect((await kit.upload(Buffer.alloc(6 * 1024 * 1024))).body.code).toBe('request.fileTooLarge');
});

test('the same upload again is the same import', async () => {
  const file = await roster({ 一: FAMILY });
  const key = 'same-roster-key-0001';
  const first = await kit.upload(file, 'a.xlsx', key);
  expect((await kit.upload(file, 'a.xlsx', key)).body).toEqual(first.body);
  expect((await kit.upload(await roster({ 二: FAMILY }), 'a.xlsx', key)).body.code).toBe('request.keyReused');
  await kit.settled(first.body.id);
});

test('an import is known in its own region only, can be given up, and is listed', async () => {
  const { id } = await kit.checked(await roster({ 一: FAMILY }));
  const elsewhere = new RosterKit(app, await signInAs(app, 'county'), 'hongxi');
  expect((await elsewhere.get(`/imports/${id}`)).body.code).toBe('roster.importUnknown');
  expect((await elsewhere.send('POST', `/imports/${id}/apply`)).body.code).toBe('roster.importUnknown');
  expect((await kit.get('/imports')).body.imports[0]).toMatchObject({ id, state: 'checked' });
  expect((await kit.send('DELETE', `/imports/${id}`)).status).toBe(200);
  expect((await kit.get(`/imports/${id}`)).body.code).toBe('roster.importUnknown');
  expect(await app.service.use(RosterImportsStore).file(id)).toBeNull();
});

test('said twice at once, it is written once', async () => {
  const { id } = await kit.checked(await roster({ 一: [{ 组: '3组', 户号: 'X807', 姓名: '己', 与户主关系: '户主' }] }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => kit.send('POST', `/imports/${id}/apply`)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(await kit.settled(id)).toMatchObject({ state: 'applied' });
  expect(await households.findByNumber('zhaying', 'X807')).toMatchObject({ revision: 1 });
  expect((await kit.send('POST', `/imports/${id}/apply`)).status).toBe(200);
});

test('export and import again: nothing changes; the look is written down', async () => {
  const before = await register();
  const file = await kit.file('/export');
  const rows = await textsOf(file, '名册');
  expect(rows).toHaveLength(1 + before.reduce((count, { members }) => count + members.length, 0));
  expect(await kit.imported(file)).toMatchObject({
    state: 'applied',
    counts: {
      newHouseholds: 0,
      changedHouseholds: 0,
      unchangedHouseholds: before.length,
      newPeople: 0,
      missingPeople: 0,
    },
  });
  expect(await register()).toEqual(before);
  const [look] = await app.service.use(LooksStore).list(['zhaying'], 1);
  expect(look).toMatchObject({ what: '导出了名册', subjectIds: ['zhaying'] });
});

test('a township in one file, its villages told by name', async () => {
  const town = new RosterKit(app, await signInAs(app, 'town-office'), 'banxi');
  const line = (village: string) => ({ 村: village, 组: '1组', 户号: 'X700', 姓名: '庚', 与户主关系: '户主' });
  expect(await town.imported(await roster({ 一: [line('扎营村'), line('红溪')] }))).toMatchObject({
    state: 'applied',
    counts: { newHouseholds: 2 },
  });
  expect(await households.findByNumber('hongxi', 'X700')).toMatchObject({ groupId: 'hongxi-1' });
  const { id } = await town.checked(await roster({ 一: [{ ...line('扎营村'), 村: null }] }));
  expect(await town.findings(id)).toMatchObject([{ column: 'A', message: '请写明是哪个村' }]);
});

test('the template: headings, choices and notes; filled in below its example it is good', async () => {
  const template = await kit.file('/template');
  const [headings, example] = await textsOf(template, '名册');
  expect(headings?.slice(0, 7)).toEqual(['村', '组', '院落', '户号', '门牌', '姓名', '与户主关系']);
  expect(example?.[3]).toBe('示例');
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets as [ExcelJS.Worksheet];
  sheet.getRow(3).values = ['扎营村', '3组', '', 'X808', '', '辛', '户主'];
  const checked = await kit.checked(Buffer.from(await workbook.xlsx.writeBuffer()));
  expect(checked).toMatchObject({
    state: 'checked',
    counts: { people: 1, newHouseholds: 1 },
    unreadSheets: ['填写说明'],
  });
});

test('below a village there is no roster', async () => {
  const group = new RosterKit(app, await signInAs(app, 'cadre'), 'zhaying-3');
  expect((await group.get('/template')).body.code).toBe('roster.noVillages');
});
