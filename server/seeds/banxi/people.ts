/** The demo's identities, one for each role. Names are invented. */
import { PURPOSES } from '@xiangyue/shared/features/privacy/purposes';
import type { Role } from '@xiangyue/shared/kernel/access';
import type { DemoIdentity } from '../../src/features/identity/demo.service';
import type { GrantRecord, PersonDocument } from '../../src/features/identity/people.store';
import type { ConsentEntry } from '../../src/features/privacy/purpose-consents.store';
import { seedId } from '../seed-id';

const GRANTED_AT = new Date('2026-01-05T02:00:00Z');
/** Five years, to the end of the last day in Asia/Shanghai. */
const ENDS_AT = new Date('2031-01-04T15:59:59.999Z');

const TOWNSHIP = ['youyang', 'banxi'];
const ZHAYING = [...TOWNSHIP, 'zhaying'];

interface Character {
  readonly key: string;
  readonly name: string;
  readonly what: string;
  readonly roles: ReadonlyArray<readonly [Role, readonly string[]]>;
}

const CHARACTERS: readonly Character[] = [
  { key: 'villager', name: '冉桂兰', what: '扎营村村民', roles: [] },
  { key: 'newcomer', name: '向秀英', what: '扎营村村民，还没有绑定到户', roles: [] },
  { key: 'volunteer-leader', name: '田小满', what: '扎营村志愿服务队长', roles: [['volunteerLeader', ZHAYING]] },
  {
    key: 'courtyard-head',
    name: '白正国',
    what: '扎营村 3 组茶园坡院落长',
    roles: [['courtyardHead', [...ZHAYING, 'zhaying-3', 'zhaying-3-1']]],
  },
  { key: 'group-leader', name: '石长贵', what: '扎营村 3 组组长', roles: [['groupLeader', [...ZHAYING, 'zhaying-3']]] },
  { key: 'grid-member', name: '彭春燕', what: '扎营村网格员', roles: [['gridMember', ZHAYING]] },
  { key: 'cadre', name: '冉光明', what: '扎营村村干部', roles: [['cadre', ZHAYING]] },
  { key: 'panel-member', name: '杨昌富', what: '扎营村评议员', roles: [['panelMember', ZHAYING]] },
  {
    key: 'legal-adviser',
    name: '黄敏',
    what: '扎营村、红溪村法律顾问',
    roles: [
      ['legalAdviser', ZHAYING],
      ['legalAdviser', [...TOWNSHIP, 'hongxi']],
    ],
  },
  { key: 'officer', name: '向阳', what: '扎营村包片民警', roles: [['officer', ZHAYING]] },
  { key: 'peace-staff', name: '覃丽', what: '扎营村综治专干', roles: [['peaceStaff', ZHAYING]] },
  { key: 'town-office', name: '谭志平', what: '板溪镇司法所', roles: [['townOffice', TOWNSHIP]] },
  { key: 'county', name: '罗文', what: '县管理员', roles: [['countyAdministrator', ['youyang']]] },
];

/** Who can be signed in as, in the order of the list. */
export const DEMO_PEOPLE: readonly DemoIdentity[] = CHARACTERS.map(({ key, name, what }) => ({
  key,
  name,
  what,
  personId: seedId(`people/${key}`),
}));

/** Those who want their names to be read under what they say in public. */
export const NAMED_PEOPLE: readonly string[] = ['courtyard-head', 'volunteer-leader'].map((key) =>
  seedId(`people/${key}`),
);
export const MAY_BE_NAMED: ConsentEntry = {
  purpose: 'publishName',
  version: PURPOSES.publishName.version,
  isGiven: true,
  at: GRANTED_AT,
  how: 'self',
};

/** The same, as stored. */
export function demoPeople(accountOf: (character: string) => string): PersonDocument[] {
  return CHARACTERS.map(({ key, name, roles }) => ({
    id: seedId(`people/${key}`),
    accounts: [accountOf(key)],
    name,
    createdAt: GRANTED_AT,
    grants: roles.map(([role, regionPath]): GrantRecord => {
      const regionId = regionPath.at(-1) as string;
      return {
        id: seedId(`grants/${key}/${role}/${regionId}`),
        role,
        regionId,
        regionPath: [...regionPath],
        grantedBy: seedId('people/county'),
        grantedAt: GRANTED_AT,
        endsAt: ENDS_AT,
      };
    }),
  }));
}
