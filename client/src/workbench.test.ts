import { ROLE_NAMES, type Role } from '@xiangyue/shared/kernel/access';
import { type WorkbenchEntry, workPlaces } from './workbench';

const held = (role: Role, regionId: string) => ({
  role,
  roleName: ROLE_NAMES[role],
  regionId,
  regionName: `${regionId}村`,
  endsOn: '2031-01-04',
});
const entry = (title: string, ...roles: Role[]): WorkbenchEntry => ({
  title,
  purpose: '',
  icon: 'desk',
  roles,
  url: (regionId) => `/${title}?regionId=${regionId}`,
});
const ENTRIES = [entry('甲', 'cadre'), entry('乙', 'cadre', 'gridMember'), entry('丙', 'townOffice')];

describe('workPlaces: only what the roles may do, where they are held', () => {
  test.each([
    ['a villager', [], []],
    ['an office with nothing to do here', [held('officer', 'a')], []],
    ['one office', [held('cadre', 'a')], [['a', 'a村', '村干部', ['/甲?regionId=a', '/乙?regionId=a']]]],
    [
      'two offices in one place: each entry once',
      [held('cadre', 'a'), held('gridMember', 'a')],
      [['a', 'a村', '村干部、网格员', ['/甲?regionId=a', '/乙?regionId=a']]],
    ],
    [
      'two places: each its own',
      [held('gridMember', 'b'), held('officer', 'c'), held('townOffice', 'a')],
      [
        ['b', 'b村', '网格员', ['/乙?regionId=b']],
        ['a', 'a村', '镇办公室', ['/丙?regionId=a']],
      ],
    ],
  ])('%s', (_what, roles, expected) =>
    expect(
      workPlaces(roles, ENTRIES).map(({ regionId, regionName, offices, entries }) => [
        regionId,
        regionName,
        offices,
        entries.map(({ url }) => url(regionId)),
      ]),
    ).toEqual(expected),
  );
});

test('who may do what', () => {
  const titles = (role: Role) =>
    workPlaces([held(role, 'a')]).flatMap(({ entries }) => entries.map(({ title }) => title));
  expect({ cadre: titles('cadre'), townOffice: titles('townOffice'), officer: titles('officer') }).toEqual({
    cadre: [
      ...['村规', '户册', '绑定申请', '代办', '接待', '法律顾问服务记录'],
      ...['代办申报', '一次报许多户', '评议积分', '积分异议', '积分超市', '年度结算', '积分目录', '任职', '名册'],
    ],
    townOffice: [
      ...['村规', '户册', '绑定申请', '代办', '反诈案例', '问来的骗局', '防骗提醒'],
      ...['接待', '法律顾问服务记录', '放假的日子', '积分异议', '指定律师', '任职', '名册'],
    ],
    officer: ['反诈案例', '问来的骗局', '防骗提醒'],
  });
});
