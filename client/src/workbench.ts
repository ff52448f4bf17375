/**
 * 工作台: what each office may do, in one table. A feature adds a line for each of its pages for staff; who sees it follows
 * from the roles that the person holds, and the service decides again whether they may.
 */
import { ANTIFRAUD_STAFF } from '@xiangyue/shared/features/antifraud/staff';
import { HOUSEHOLD_STAFF } from '@xiangyue/shared/features/households/household';
import type { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { CLAIM_HELPERS, GROUP_REVIEWERS, HANDLERS, PANEL, SHOP_STAFF } from '@xiangyue/shared/features/points/offices';
import type { Role } from '@xiangyue/shared/kernel/access';
import { GRANTING_ROLES } from '@xiangyue/shared/kernel/access.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { paths } from './paths';
import type { IconName } from './ui/icon';

export interface WorkbenchEntry {
  readonly title: string;
  /** What it is for, in a few words. */
  readonly purpose: string;
  readonly icon: IconName;
  /** Who holds one of these in a place sees the entry there. */
  readonly roles: readonly Role[];
  /** The page, for the place in which the role is held. */
  readonly url: (regionId: string) => string;
}

/** Every entry, in the order in which they are shown. */
const ENTRIES: readonly WorkbenchEntry[] = [
  {
    title: '村规',
    purpose: '起草、听意见、审核、表决、备案',
    icon: 'rules',
    roles: ['cadre', 'legalAdviser', 'townOffice'],
    url: paths.ruleWork,
  },
  {
    title: '户册',
    purpose: '找一户，看登记，添人、迁户、换户主',
    icon: 'home',
    roles: HOUSEHOLD_STAFF,
    url: paths.register,
  },
  {
    title: '绑定申请',
    purpose: '认出是谁，帮他绑定到户',
    icon: 'check',
    roles: HOUSEHOLD_STAFF,
    url: paths.bindingRequests,
  },
  {
    title: '代办',
    purpose: '看谁在替谁办事，不对的停掉',
    icon: 'check',
    roles: HOUSEHOLD_STAFF,
    url: paths.delegationsIn,
  },
  {
    title: '反诈案例',
    purpose: '写骗局的手法，另一个人看过再公布',
    icon: 'shield',
    roles: ANTIFRAUD_STAFF,
    url: paths.fraudCaseDesk,
  },
  {
    title: '问来的骗局',
    purpose: '村民问是不是诈骗，按时回答',
    icon: 'message',
    roles: ANTIFRAUD_STAFF,
    url: paths.fraudQuestionDesk,
  },
  {
    title: '防骗提醒',
    purpose: '把案例发给几个村的人，看发到哪里',
    icon: 'share',
    roles: ANTIFRAUD_STAFF,
    url: paths.campaigns,
  },
  {
    title: '接待',
    purpose: '谁约了我，接待时间，答应的事',
    icon: 'message',
    roles: ['legalAdviser', 'cadre', 'townOffice'],
    url: () => paths.receptionDesk,
  },
  {
    title: '法律顾问服务记录',
    purpose: '一年做了什么，导出档案',
    icon: 'history',
    roles: ['legalAdviser', 'cadre', 'townOffice'],
    url: paths.serviceLog,
  },
  {
    title: '放假的日子',
    purpose: '哪些天没有平时的接待时间',
    icon: 'stop',
    roles: ['townOffice'],
    url: paths.holidays,
  },
  {
    title: '看积分申报',
    purpose: '组里先看一遍，自家和亲戚的要回避',
    icon: 'check',
    roles: GROUP_REVIEWERS,
    url: paths.pointsReviews,
  },
  {
    title: '代办申报',
    purpose: '替没有手机的人家申报积分',
    icon: 'people',
    roles: CLAIM_HELPERS,
    url: paths.claimPointsFor,
  },
  {
    title: '一次报许多户',
    purpose: '清扫日照名单给来的户申报',
    icon: 'people',
    roles: ['cadre'],
    url: paths.pointsBulk,
  },
  { title: '评议积分', purpose: '村里再评一次，同意就公示', icon: 'points', roles: PANEL, url: paths.pointsPanel },
  {
    title: '积分异议',
    purpose: '三天内核实、答复',
    icon: 'message',
    roles: HANDLERS,
    url: paths.pointsObjections,
  },
  {
    title: '积分超市',
    purpose: '交东西，管货架，记账',
    icon: 'home',
    roles: SHOP_STAFF,
    url: paths.shopDesk,
  },
  {
    title: '年度结算',
    purpose: '公布哪天结算，看结算会怎样',
    icon: 'history',
    roles: ['cadre'],
    url: paths.pointsCycle,
  },
  {
    title: '积分目录',
    purpose: '定做什么事得多少分',
    icon: 'rules',
    roles: ['cadre'],
    url: paths.pointsCatalogueDesk,
  },
  {
    title: '村民问的',
    purpose: '答复村民的法律问题，先到时间的在前',
    icon: 'message',
    roles: ['legalAdviser'],
    url: () => paths.questionDesk,
  },
  {
    title: '指定律师',
    purpose: '没有律师答的问题，请一位来答；定多久要答',
    icon: 'message',
    roles: ['townOffice', 'countyAdministrator'],
    url: paths.questionsToName,
  },
  { title: '任职', purpose: '看谁担任什么，安排和免去', icon: 'people', roles: GRANTING_ROLES, url: paths.offices },
  {
    title: '名册',
    purpose: '从表格导入各户，导出成表格',
    icon: 'upload',
    roles: ['cadre', 'townOffice', 'countyAdministrator'],
    url: paths.roster,
  },
  {
    title: '没做成的工作',
    purpose: '系统在后台做、试了多次没有做成的事',
    icon: 'stop',
    roles: ['countyAdministrator'],
    url: paths.deadJobs,
  },
];

type HeldRole = OutputOf<typeof identityContract.me>['roles'][number];

/** What somebody may do in one place. */
export interface WorkPlace {
  readonly regionId: string;
  readonly regionName: string;
  /** 村干部、网格员: every office held there. */
  readonly offices: string;
  readonly entries: readonly WorkbenchEntry[];
}

/** The places where these roles give something to do, in the order of the roles; none for a villager. */
export function workPlaces(held: readonly HeldRole[], entries: readonly WorkbenchEntry[] = ENTRIES): WorkPlace[] {
  const regionIds = [...new Set(held.map(({ regionId }) => regionId))];
  return regionIds.flatMap((regionId) => {
    const here = held.filter((role) => role.regionId === regionId);
    const open = entries.filter(({ roles }) => here.some(({ role }) => roles.includes(role)));
    if (open.length === 0) return [];
    const offices = here.map(({ roleName }) => roleName).join('、');
    return [{ regionId, regionName: here[0]?.regionName ?? '', offices, entries: open }];
  });
}
