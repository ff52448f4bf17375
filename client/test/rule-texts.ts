/** A rule in the making, in the contract's own shapes. */
import type { ruleConsultationContract } from '@xiangyue/shared/features/rules/consultation.contract';
import type { ruleWorkContract } from '@xiangyue/shared/features/rules/work.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';

const role = (name: 'cadre' | 'townOffice', roleName: string, regionId: string) => ({
  '/me': {
    id: 'p1',
    name: '冉光明',
    roles: [{ role: name, roleName, regionId, regionName: regionId, endsOn: '2031-01-04' }],
  },
});

export const asCadre = role('cadre', '村干部', 'zhaying');
export const asTown = role('townOffice', '镇办公室', 'banxi');

export const aWork: OutputOf<typeof ruleWorkContract.work> = {
  id: 'r1',
  villageId: 'zhaying',
  villageName: '扎营村',
  title: '用水公约',
  version: 1,
  state: 'draft',
  revision: 3,
  basedOn: null,
  clauses: [{ key: 'c1', title: '节约用水', text: '天旱时轮流放水。', basis: [], consequence: '组长当面提醒。' }],
  explanations: [],
  until: null,
  reviews: [],
  meetings: [],
  filingNumber: null,
  effectiveFrom: null,
  comments: { total: 0, waiting: 0, unanswered: 0 },
  history: [],
};

export const aConsultation: OutputOf<typeof ruleConsultationContract.consultation> = {
  id: 'r1',
  villageId: 'zhaying',
  villageName: '扎营村',
  title: '用水公约',
  version: 1,
  state: 'comments',
  until: '2026-12-20',
  isOpen: true,
  clauses: [
    {
      key: 'c1',
      number: 1,
      title: '节约用水',
      text: '天旱时轮流放水。',
      basis: [],
      consequence: '组长当面提醒。',
      poll: { agree: 2, change: 1, unsure: 0 },
    },
  ],
  comments: [
    {
      id: 'm1',
      clauseKey: 'c1',
      text: '次序要贴出来',
      at: '2026-11-20T02:00:00Z',
      author: null,
      onBehalfOf: null,
      answer: { result: 'takenUp', words: '写上了。', at: '2026-11-21T02:00:00Z' },
    },
  ],
};
