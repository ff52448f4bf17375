/** A small village with its rules, in the contract's own shapes. */
import type { fraudCasesContract } from '@xiangyue/shared/features/antifraud/cases.contract';
import type { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import type { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import type { RememberedVillage } from '@/platform/preferences';

export const zhaying: RememberedVillage = {
  id: 'zhaying',
  name: '扎营村',
  townshipId: 'banxi',
  townshipName: '板溪镇',
};

export const townships: OutputOf<typeof regionsContract.townships> = {
  townships: [
    {
      id: 'banxi',
      name: '板溪镇',
      countyName: '酉阳县',
      facts: [{ label: '网格员', value: '68 名', source: '2022 年报告' }],
      villages: [
        { id: 'hongxi', name: '红溪村' },
        { id: 'zhaying', name: '扎营村' },
      ],
    },
  ],
};

export const village: OutputOf<typeof regionsContract.village> = {
  id: 'zhaying',
  name: '扎营村',
  township: { id: 'banxi', name: '板溪镇' },
  countyName: '酉阳县',
  facts: [{ label: '文明实践', value: '建有实践站', source: '2022 年报告' }],
  groups: [
    {
      id: 'zhaying-1',
      name: '1组',
      courtyards: [
        { id: 'zhaying-1-1', name: '大院子' },
        { id: 'zhaying-1-2', name: '老屋基' },
      ],
    },
  ],
  illustrative: true,
};

export const DOCUMENT_ID = '01jd0000000000000000000001';

export const document: OutputOf<typeof rulesContract.document> = {
  id: DOCUMENT_ID,
  villageId: 'zhaying',
  villageName: '扎营村',
  title: '扎营村村规民约',
  version: 2,
  adoptedOn: '2024-03-05',
  effectiveFrom: '2024-04-01',
  clauseCount: 3,
  illustrative: true,
  shown: 'inForce',
  supersededOn: null,
  filingNumber: null,
  clauses: [
    {
      key: 'c1',
      number: 1,
      title: '红白喜事从简办',
      text: '办事提前五天告诉组长。',
      basis: [{ law: '乡村振兴促进法', article: '第三十条', gist: '改掉大操大办的旧习惯。' }],
      consequence: '红白理事会上门帮着出主意。',
    },
    {
      key: 'c2',
      number: 2,
      title: '垃圾分类',
      text: '垃圾分四样放，不往河里倒。',
      basis: [{ law: '固体废物污染环境防治法', article: '第四十九条', gist: '生活垃圾应当分类投放。' }],
      consequence: '院落长当面提醒。',
    },
    { key: 'c3', number: 3, title: '护林防火', text: '进山不带火种。', basis: [], consequence: '护林员当场劝止。' },
  ],
};

const { clauses: _clauses, ...summary } = document;
export const inForce: OutputOf<typeof rulesContract.inForce> = { documents: [summary] };

export const aFraudCase: OutputOf<typeof fraudCasesContract.case> = {
  id: '01jd0000000000000000000002',
  type: 'officials',
  title: '“社保卡要停了”的电话',
  steps: ['自称社保局。', '让把钱转到“安全账户”。'],
  sayNo: '公家没有安全账户。',
  amountYuan: 38_000,
  targets: ['elderly'],
  doNow: ['挂断电话。'],
  source: '县公安局通报',
  regionId: 'banxi',
  regionName: '板溪镇',
  publishedOn: '2026-11-20',
  expiresOn: '2030-01-01',
  ownerName: '向阳',
  illustrative: true,
};

/** Everything above, under its address. */
export const wholeService = {
  '/townships': townships,
  '/villages/zhaying': village,
  '/villages/zhaying/rules': inForce,
  '/villages/zhaying/rules/announced': { documents: [] },
  '/villages/zhaying/fraud-cases': { cases: [aFraudCase] },
  [`/fraud-cases/${aFraudCase.id}`]: aFraudCase,
  [`/rules/${DOCUMENT_ID}`]: document,
};
