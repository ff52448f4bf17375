/** The demo's legal adviser and the year's service. The office, the person and the work are invented. */
import type { LogKind } from '@xiangyue/shared/features/legal/service-log.rules';
import { daysAfter, localDateOf } from '@xiangyue/shared/kernel/time';
import type { AdviserProfile } from '../../src/features/legal/advisers.store';
import type { LogEntry } from '../../src/features/legal/service-log.store';
import { seedId } from '../seed-id';

const ADVISER_ID = seedId('people/legal-adviser');

export function demoAdvisers(): AdviserProfile[] {
  return [
    {
      id: ADVISER_ID,
      office: '重庆桃源律师事务所（示例）',
      licence: '15001202000000000',
      sinceYear: 2014,
      languages: ['普通话', '酉阳话', '土家语'],
      intro: '做了十来年乡里的案子：土地、邻里、工钱、婚姻家庭。有事先问，问不收钱，能调解的先调解。',
      photoId: null,
    },
  ];
}

/** Days before today on which something was done, the year round; entries of last year are left out by the year's figures. */
const WORK: ReadonlyArray<readonly [number, LogKind, number, boolean, string]> = [
  [3, 'answer', 20, false, '解答土地流转合同的问题'],
  [6, 'visit', 180, true, '到扎营村走访，听群众说难处'],
  [13, 'meeting', 40, true, '接待来访：工钱'],
  [20, 'lecture', 90, true, '院坝会讲《民法典》婚姻家庭编'],
  [34, 'mediation', 120, true, '参与调解一件邻里排水纠纷'],
  [41, 'meeting', 30, false, '电话接待：赡养'],
  [62, 'drafting', 60, false, '审查村集体茶园承包合同'],
  [69, 'visit', 150, true, '到扎营村走访'],
  [97, 'lecture', 80, true, '讲反电信网络诈骗法'],
  [125, 'visit', 150, true, '到扎营村走访'],
  [154, 'drafting', 90, false, '审核村规民约草案'],
  [188, 'lecture', 90, true, '讲法律援助怎样申请'],
];

/** @param now what was done lies some days before it */
export function demoServiceLog(now: Date): LogEntry[] {
  return WORK.map(([daysAgo, kind, minutes, onSite, words], i) => {
    const on = daysAfter(localDateOf(now.getTime()), -daysAgo);
    return {
      id: seedId(`legal/log/${i}`),
      adviserId: ADVISER_ID,
      villageId: 'zhaying',
      kind,
      on,
      minutes,
      onSite,
      words,
      at: new Date(`${on}T08:00:00Z`),
      own: true,
    };
  });
}
