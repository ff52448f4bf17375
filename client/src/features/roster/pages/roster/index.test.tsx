import { fireEvent, screen } from '@testing-library/react';
import { useSession } from '@/platform/session';
import { open, refuse, serve } from '../../../../../test/screen';
import Roster from './index';

const base = {
  id: 'i1',
  fileName: '3组.xlsx',
  uploadedAt: '2026-11-24T02:00:00.000Z',
  progress: null,
  fault: null,
  findingCount: 0,
  counts: null,
  missing: [],
  unreadColumns: [],
  unreadSheets: [],
};
const counts = {
  people: 12,
  newHouseholds: 2,
  changedHouseholds: 1,
  unchangedHouseholds: 0,
  newPeople: 7,
  missingPeople: 1,
};
const imports = (...all: object[]) => ({
  '/regions/zhaying/roster/imports': { regionName: '扎营村', imports: all },
});

beforeEach(() => useSession.setState({ session: { token: 'token-1', personId: 'p1' } }));

test('nothing at hand: choosing a file is the thing to do', async () => {
  serve(imports({ ...base, state: 'applied', counts }));
  open(<Roster />, { regionId: 'zhaying' });
  expect(await screen.findByRole('heading', { name: '扎营村名册' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '选择表格' })).toBeTruthy();
  expect(screen.getByText('2026年11月24日，12 人')).toBeTruthy();
  expect(screen.getByText('已写入')).toBeTruthy();
});

test('while the service works, how far it is', async () => {
  serve(imports({ ...base, state: 'uploaded', progress: '正在读表格，第 1,200 行' }));
  open(<Roster />, { regionId: 'zhaying' });
  expect(await screen.findByText('正在读表格，第 1,200 行…')).toBeTruthy();
});

test('checked: what writing would do, who stays, what was not read; and it is written', async () => {
  const checked = {
    ...base,
    state: 'checked',
    counts,
    missing: [{ villageName: '扎营村', number: '031', name: '石小雨' }],
    unreadColumns: ['民族'],
    unreadSheets: ['联系人'],
  };
  const service = { ...imports(checked), '/regions/zhaying/roster/imports/i1/apply': {} };
  const asked = serve(service);
  open(<Roster />, { regionId: 'zhaying' });
  expect(await screen.findByText('表里一共 12 人，没有要改的地方。写进名册的话：')).toBeTruthy();
  expect(screen.getByText('2 户')).toBeTruthy();
  expect(screen.getByText('扎营村 031 户 石小雨')).toBeTruthy();
  expect(screen.getByText('没有看的列：民族')).toBeTruthy();
  expect(screen.getByText('没有看的表：联系人')).toBeTruthy();
  Object.assign(service, imports({ ...checked, state: 'applied', missing: [] }));
  fireEvent.click(screen.getByRole('button', { name: '写进名册' }));
  expect(await screen.findByText('写好了：新登记 2 户，改动 1 户，新增 7 人；0 户没有变化。')).toBeTruthy();
  expect(asked.mock.calls.some(([{ url }]) => url.endsWith('/imports/i1/apply'))).toBe(true);
});

test('the same file again: nothing to write', async () => {
  serve(imports({ ...base, state: 'checked', counts: { ...counts, newHouseholds: 0, changedHouseholds: 0 } }));
  open(<Roster />, { regionId: 'zhaying' });
  expect(await screen.findByText('表里一共 12 人，和名册里的一样，不用写。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '写进名册' })).toBeNull();
});

test('whoever has no office here is told so', async () => {
  serve({ '/regions/zhaying/roster/imports': refuse(403, 'access.outOfScope', '您没有这里的权限') });
  open(<Roster />, { regionId: 'zhaying' });
  expect(await screen.findByText('您没有这里的权限')).toBeTruthy();
});

test('nobody is signed in', () => {
  useSession.setState({ session: null });
  serve({});
  open(<Roster />, { regionId: 'zhaying' });
  expect(screen.getByText('还没有登录')).toBeTruthy();
});
