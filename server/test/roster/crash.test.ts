/** An import that is cut off half way is taken up again, and does nothing twice. */
import { HouseholdsStore } from '../../src/features/households/households.store';
import { RosterImportsStore } from '../../src/features/roster/roster-imports.store';
import { startApp, type TestApp } from '../app';
import { signInAs } from '../sign-in';
import { until } from '../until';
import { idNumber, RosterKit, roster } from './roster-kit';

jest.setTimeout(120_000);

let app: TestApp;
let kit: RosterKit;
let households: HouseholdsStore;
beforeAll(async () => {
  app = await startApp({ JOBS_IN_PROCESS: 'true' });
  kit = new RosterKit(app, await signInAs(app, 'town-office'), 'banxi');
  households = app.service.use(HouseholdsStore);
});
afterAll(() => app.stop());
afterEach(() => jest.restoreAllMocks());

/** Two villages are two batches. */
const file = (number: string, order: number) =>
  roster({
    一: ['扎营村', '红溪村'].flatMap((village, v) => [
      {
        村: village,
        组: '2组',
        户号: number,
        姓名: '某甲',
        与户主关系: '户主',
        身份证号: idNumber('1971-02-03', order + v),
      },
      { 村: village, 户号: number, 姓名: '某乙', 与户主关系: '配偶', 出生日期: '1972-03-04' },
    ]),
  });
const written = (number: string) =>
  Promise.all(['zhaying', 'hongxi'].map((village) => households.findByNumber(village, number)));

test('the database goes away between two batches: what was written stays, the rest follows', async () => {
  const writeMany = households.writeMany.bind(households);
  const { id } = await kit.checked(await file('X601', 971));
  jest
    .spyOn(households, 'writeMany')
    .mockImplementationOnce(writeMany)
    .mockRejectedValueOnce(new Error('connection 7 to 127.0.0.1:27017 closed'));
  await kit.send('POST', `/imports/${id}/apply`);
  const half = await until(async () => {
    const [first, second] = await written('X601');
    return first !== null && second === null && first;
  }, 30_000);
  expect(await kit.settled(id)).toMatchObject({ state: 'applied', counts: { newHouseholds: 2, newPeople: 4 } });
  const whole = await written('X601');
  expect(whole[0]).toEqual(half);
  expect(whole[1]).toMatchObject({ revision: 1, members: [{ name: '某甲' }, { name: '某乙' }] });
});

test('the answer to a write gets lost: nobody is registered twice', async () => {
  const writeMany = households.writeMany.bind(households);
  const { id } = await kit.checked(await file('X602', 981));
  jest.spyOn(households, 'writeMany').mockImplementationOnce(async (all) => {
    await writeMany(all);
    throw new Error('connection 8 to 127.0.0.1:27017 closed');
  });
  await kit.send('POST', `/imports/${id}/apply`);
  expect(await kit.settled(id)).toMatchObject({ state: 'applied' });
  for (const household of await written('X602'))
    expect(household).toMatchObject({ revision: 1, history: [{ what: 'registered' }] });
});

test('somebody registers the same household meanwhile: theirs stays, the file is merged into it', async () => {
  const { id } = await kit.checked(await file('X603', 991));
  const writeMany = households.writeMany.bind(households);
  jest.spyOn(households, 'writeMany').mockImplementationOnce(async (all) => {
    const [first] = all;
    if (!first) throw new Error('nothing to write');
    await households.insert({
      ...first,
      id: `${first.id.slice(0, 24)}zz`,
      door: '别人先登记的',
      members: first.members.slice(0, 1),
    });
    return writeMany(all);
  });
  await kit.send('POST', `/imports/${id}/apply`);
  expect(await kit.settled(id)).toMatchObject({ state: 'applied' });
  expect((await written('X603'))[0]).toMatchObject({
    door: '别人先登记的',
    revision: 2,
    members: [{ name: '某甲' }, { name: '某乙' }],
  });
});

test('a line has become wrong since the check: nothing of it is written', async () => {
  const { id } = await kit.checked(await file('X604', 961));
  await kit.imported(
    await roster({
      一: [
        {
          村: '红溪村',
          组: '1组',
          户号: 'X605',
          姓名: '丙',
          与户主关系: '户主',
          身份证号: idNumber('1971-02-03', 962),
        },
      ],
    }),
  );
  await kit.send('POST', `/imports/${id}/apply`);
  expect(await kit.settled(id)).toMatchObject({ state: 'rejected', findingCount: 1 });
  expect(await written('X604')).toEqual([null, null]);
  expect(await app.service.use(RosterImportsStore).file(id)).toBeNull();
});
