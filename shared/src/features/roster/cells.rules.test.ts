import {
  readBirthDate,
  readDoor,
  readFilled,
  readGender,
  readIdNumber,
  readName,
  readNumber,
  readPhone,
  readRelation,
  readResidence,
  textOf,
} from './cells.rules';

type Filled = Parameters<typeof readName>[0];
const cell = (content: string | number | boolean): Filled =>
  typeof content === 'string'
    ? { kind: 'text', text: content }
    : typeof content === 'number'
      ? { kind: 'number', value: content }
      : { kind: 'boolean', value: content };

const TODAY = { daysFrom1904: false, today: '2026-11-24' };
const TO_THE_DAY = '出生日期要写到日，比如 1980-1-5';
const NO_DATE = '看不懂这个日期，请写成 1980-1-5 这样的年月日';

test.each<readonly [string | number, string]>([
  ['1980-01-05', '1980-01-05'],
  ['1980-1-5', '1980-01-05'],
  ['1980/1/5', '1980-01-05'],
  ['1980.1.5', '1980-01-05'],
  ['1980．01．05', '1980-01-05'],
  ['１９８０－１－５', '1980-01-05'],
  [' 1980年1月5日 ', '1980-01-05'],
  ['1980 年 1 月 5 日', '1980-01-05'],
  ['1980-01-05 00:00:00', '1980-01-05'],
  ['1980-01-05T00:00:00', '1980-01-05'],
  ['19800105', '1980-01-05'],
  [19_800_105, '1980-01-05'],
  [29_225, '1980-01-05'],
  [29_225.75, '1980-01-05'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  ['2000-02-29', '2000-02-29'],
  ['2026-11-24', '2026-11-24'],
  [46_350, '2026-11-24'],
])('the date %p is %s', (written, date) => expect(readBirthDate(cell(written), TODAY)).toEqual({ value: date }));

test('days from 1904', () =>
  expect(readBirthDate(cell(27_763), { ...TODAY, daysFrom1904: true })).toEqual({ value: '1980-01-05' }));

test.each<readonly [string | number | boolean, string]>([
  ['1980', TO_THE_DAY],
  ['1980年', TO_THE_DAY],
  ['1980.1', TO_THE_DAY],
  ['1980年1月', TO_THE_DAY],
  ['198001', TO_THE_DAY],
  [1980, TO_THE_DAY],
  [1980.1, TO_THE_DAY],
  [198_001, TO_THE_DAY],
  ['1981-02-29', '没有这一天，请核对日期'],
  ['1981-13-01', '没有这一天，请核对日期'],
  [19_810_229, '没有这一天，请核对日期'],
  ['腊月初八', NO_DATE],
  ['5/1/1980', NO_DATE],
  [-3, NO_DATE],
  [0.5, NO_DATE],
  [123_456, NO_DATE],
  [true, NO_DATE],
  ['1880-01-01', '出生日期太早了，请核对年份'],
  ['2026-11-25', '出生日期在今天以后，请核对'],
  [46_351, '出生日期在今天以后，请核对'],
])('the date %p is sent back: %s', (written, wrong) => expect(readBirthDate(cell(written), TODAY)).toEqual({ wrong }));

const ROUNDED = '身份证号被表格软件当成了数字，后几位已经变成 0。请把这一列设成“文本”格式，再照证件重新填写';
test.each<readonly [string | number, string | { wrong: string }]>([
  ['500200198001050014', '500200198001050014'],
  ["'500200198001050014", '500200198001050014'],
  [' 500200 19800105 0014 ', '500200198001050014'],
  ['５００２００１９８００１０５００１４', '500200198001050014'],
  ['50020019800105009x', '50020019800105009X'],
  [500_200_198_001_050_000, { wrong: ROUNDED }],
  ['5.00200198001050E+17', { wrong: ROUNDED }],
  ['5.002E+17', { wrong: ROUNDED }],
  [500_200_800_105_001, { wrong: '这是 15 位的旧身份证号，请换成现在的 18 位' }],
  ['500200800105001', { wrong: '这是 15 位的旧身份证号，请换成现在的 18 位' }],
  ['50020019800105001', { wrong: '身份证号应是 18 位，这里是 17 位，请照证件核对' }],
  ['5002001980010500143', { wrong: '身份证号应是 18 位，这里是 19 位，请照证件核对' }],
  ['500200198001050013', { wrong: '身份证号不对，多半抄错了一位，请照证件核对' }],
  ['500200198002300013', { wrong: '身份证号不对，多半抄错了一位，请照证件核对' }],
  ['无', { wrong: '身份证号应是 18 位，这里是 1 位，请照证件核对' }],
])('the identity number %p', (written, expected) =>
  expect(readIdNumber(cell(written))).toEqual(typeof expected === 'string' ? { value: expected } : expected),
);

test.each<readonly [string | number, string | null]>([
  ['13812345678', '13812345678'],
  [13_812_345_678, '13812345678'],
  ['138 1234 5678', '13812345678'],
  ['138-1234-5678', '13812345678'],
  ['+8613812345678', '13812345678'],
  ['１３８１２３４５６７８', '13812345678'],
  ['1381234567', null],
  ['023-75551234', null],
  ['12812345678', null],
])('the phone number %p', (written, phone) =>
  expect(readPhone(cell(written))).toEqual(phone ? { value: phone } : { wrong: '手机号应是 11 位数字，以 1 开头' }),
);

test.each<readonly [string | number, string | { wrong: string }]>([
  ['冉光明', '冉光明'],
  [' 冉　明 ', '冉明'],
  ['冉  明', '冉明'],
  ['阿依•买买提', '阿依·买买提'],
  ['阿依．买买提', '阿依·买买提'],
  ['John  Smith', 'John Smith'],
  ['冉光明1', { wrong: '姓名只能是汉字、字母和间隔号' }],
  ['冉光明（长子）', { wrong: '姓名只能是汉字、字母和间隔号' }],
  [31, { wrong: '姓名只能是汉字、字母和间隔号' }],
  ['长'.repeat(21), { wrong: '姓名最多 20 个字' }],
])('the name %p', (written, expected) =>
  expect(readName(cell(written))).toEqual(typeof expected === 'string' ? { value: expected } : expected),
);

test.each<readonly [string | number, string | { wrong: string }]>([
  ['031', '031'],
  [31, '31'],
  ['０３１', '031'],
  ['三组-12', '三组-12'],
  ['3 - 12', '3-12'],
  [3.5, { wrong: '户号只能是数字、汉字、字母和短横线' }],
  ['1'.repeat(21), { wrong: '户号最多 20 个字' }],
])('the household’s number %p', (written, expected) =>
  expect(readNumber(cell(written))).toEqual(typeof expected === 'string' ? { value: expected } : expected),
);

test.each<readonly [string, string | null]>([
  ['户主', 'head'],
  ['本人', 'head'],
  ['妻', 'spouse'],
  ['长子', 'son'],
  ['次女', 'daughter'],
  ['二 儿子', 'son'],
  ['孙女', 'grandchild'],
  ['岳母', 'parentInLaw'],
  ['孙子女或外孙子女', 'grandchild'],
  ['配偶的父母', 'parentInLaw'],
  ['侄女', 'otherRelative'],
  ['媳妇', null],
  ['邻居', null],
])('the relation %p is %p', (written, relation) =>
  expect(readRelation(cell(written))).toEqual(
    relation ? { value: relation } : { wrong: '看不懂这个关系，请从列表里选，比如 户主、配偶、儿子、女儿' },
  ),
);

test.each<readonly [string | boolean | number, string | null]>([
  ['是', 'home'],
  [true, 'home'],
  [1, 'home'],
  ['√', 'home'],
  ['外出', 'away'],
  [false, 'away'],
  ['有时', null],
])('living here: %p is %p', (written, residence) =>
  expect(readResidence(cell(written))).toEqual(residence ? { value: residence } : { wrong: '是否常住请写“是”或“否”' }),
);

test.each([
  ['男', 'male'],
  [' 女 ', 'female'],
  ['M', null],
])('the gender %p is %p', (written, gender) =>
  expect(readGender(cell(written))).toEqual(gender ? { value: gender } : { wrong: '性别请写“男”或“女”' }),
);

test('a doorplate keeps its words, in one line', () => {
  expect(readDoor(cell(' 大院子\n 7 号 '))).toEqual({ value: '大院子 7 号' });
  expect(readDoor(cell('长'.repeat(61)))).toEqual({ wrong: '门牌最多 60 个字' });
});

test('formulas and errors are sent back, whatever the column', () => {
  expect(readFilled({ kind: 'formula' })).toEqual({
    wrong: '这一格是公式，导入时看不到结果。请复制这一列，再“选择性粘贴”成“数值”',
  });
  expect(readFilled({ kind: 'error' })).toEqual({ wrong: '这一格显示的是错误（比如 #N/A），请改成真正的内容' });
  expect(readFilled(cell('a'))).toEqual({ value: cell('a') });
});

test('what was ticked is 是', () => expect([textOf(cell(true)), textOf(cell(false))]).toEqual(['是', '否']));
