/**
 * Two rules of 扎营 that are being made, so that the demo shows how: one that the village is asked about now, one whose announced
 * period is over and that can be sent on. Written for the demo; the laws and articles are real.
 */
import { localDateOf } from '@xiangyue/shared/kernel/time';
import type { RuleComment } from '../../src/features/rules/rule-comments.store';
import type { Clause, LegalBasis } from '../../src/features/rules/rule-documents.store';
import type { RuleInMaking } from '../../src/features/rules/rule-work.store';
import { seedId } from '../seed-id';
import { NEIGHBOUR_ID } from './delegations';

const DAY_MS = 24 * 3600_000;
const basis = (law: string, article: string, gist: string): LegalBasis => ({ law, article, gist });

const FRUGAL = basis('乡村振兴促进法', '第三十条', '要移风易俗，改掉大操大办、铺张浪费的旧习惯。');
const FIRE = basis('森林防火条例', '第二十五条', '森林防火期内，禁止在森林防火区野外用火。');

type Written = Omit<Clause, 'key' | 'number'>;

const BANQUETS: readonly Written[] = [
  {
    title: '只办红事白事',
    text: '婚事、丧事提前五天告诉组长和红白理事会。满月、生日、升学、搬家，自家人吃顿饭就好，不收礼。',
    basis: [FRUGAL],
    consequence: '由红白理事会上门帮着算账，讲清从简的好处。',
  },
  {
    title: '桌数和菜量有个数',
    text: '一般不超过二十桌，一桌十个菜，吃不完的打包。烟酒用本地普通的，不比牌子。',
    basis: [FRUGAL],
    consequence: '理事会事先帮着定菜单；超过的，请办得好的人家来讲讲自己的做法。',
  },
  {
    title: '人情随意，不超过一百',
    text: '一般人情不超过一百元，至亲自己商量。上门女婿和本村人一样往来，一样帮忙。',
    basis: [FRUGAL],
    consequence: '院落长私下提醒，不公开说哪家多哪家少。',
  },
  {
    title: '不吵邻居，不占道路',
    text: '晚上十点以后不放喇叭、不放鞭炮。搭棚不占公路，用电找村里的电工接。',
    basis: [basis('噪声污染防治法', '第六十五条', '家庭及其成员应当避免产生噪声，不干扰周围居民。')],
    consequence: '组长当面提醒，帮着把棚挪开。',
  },
];

const FOREST: readonly Written[] = [
  {
    title: '防火期不用火',
    text: '每年十月到次年五月，林边不烧田坎、不烧灰积肥。上坟用鲜花代替烧纸放炮。',
    basis: [FIRE],
    consequence: '护林员当面制止、讲清危险；造成火情的，由有权的机关依法处理。',
  },
  {
    title: '进山不带火种',
    text: '火柴、打火机存在卡点，下山时领回。孩子进山要有大人带着。',
    basis: [FIRE],
    consequence: '护林员当面提醒，请他一起巡一次山。',
  },
  {
    title: '看见烟火先报信',
    text: '马上告诉组长或打 119，火大先走人，不组织老人和孩子上山扑火。',
    basis: [basis('森林防火条例', '第三十一条', '任何单位和个人发现森林火灾，应当立即报告。')],
    consequence: '组长讲一讲上次怎样报的信，教会每一家。',
  },
];

const numbered = (name: string, clauses: readonly Written[]) =>
  clauses.map((clause, i): Clause => ({ ...clause, key: `${name}${i + 1}`, number: i + 1 }));

const BANQUETS_ID = seedId('rules/zhaying/banquets');
const FOREST_ID = seedId('rules/zhaying/forest');

/** @param now the periods are told from the day on which the demo begins */
export function demoRulesInMaking(now: Date): RuleInMaking[] {
  const day = (days: number) => localDateOf(now.getTime() + days * DAY_MS);
  const inMaking = (id: string, title: string, clauses: Clause[], announcedDays: number, untilDays: number) => ({
    id,
    villageId: 'zhaying',
    regionPath: ['youyang', 'banxi', 'zhaying'],
    lineageId: id,
    version: 1,
    title,
    state: 'comments' as const,
    adoptedOn: null,
    effectiveFrom: null,
    supersededOn: null,
    clauses,
    illustrative: true,
    filingNumber: null,
    work: {
      revision: 1,
      changedAt: new Date(now.getTime() + announcedDays * DAY_MS),
      basedOn: null,
      explanations: [],
      until: day(untilDays),
      reviews: [],
      meetings: [],
      history: [
        {
          move: 'announce' as const,
          by: seedId('people/cadre'),
          at: new Date(now.getTime() + announcedDays * DAY_MS),
          why: null,
        },
      ],
    },
  });
  const banquets = inMaking(BANQUETS_ID, '扎营村红白喜事公约', numbered('b', BANQUETS), -5, 10);
  return [
    {
      ...banquets,
      work: {
        ...banquets.work,
        explanations: [
          { clauseKey: 'b3', check: 'married', quote: '上门女婿', words: '这一句是说一样对待，保护他们的。' },
        ],
      },
    },
    inMaking(FOREST_ID, '扎营村护林防火公约', numbered('f', FOREST), -18, -3),
  ];
}

/** What villagers said about them. */
export function demoRuleComments(now: Date): RuleComment[] {
  const cadre = seedId('people/cadre');
  const at = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const said = (name: string, by: string, days: number, fields: Partial<RuleComment>): RuleComment => ({
    id: seedId(`rule-comments/${name}`),
    documentId: BANQUETS_ID,
    clauseKey: null,
    authorId: seedId(`people/${by}`),
    named: false,
    delegationId: null,
    text: '',
    at: at(days),
    look: 'shown',
    heldWhy: null,
    lookedBy: cadre,
    answer: null,
    ...fields,
  });
  return [
    said('tables', 'villager', -4, {
      clauseKey: 'b2',
      text: '二十桌写死了不好，家族大的坐不下，能不能写“一般”？',
      answer: { result: 'takenUp', words: '写上了“一般”，桌数只是参考，不是批准。', by: cadre, at: at(-3) },
    }),
    said('gifts', 'courtyard-head', -3, {
      clauseKey: 'b3',
      named: true,
      delegationId: NEIGHBOUR_ID,
      text: '一百块还是多了，老人家一年要跑几十家。',
      answer: {
        result: 'partly',
        words: '村民大会上再议数目；先写“不超过”，少的随意。',
        by: cadre,
        at: at(-2),
      },
    }),
    said('noise', 'volunteer-leader', -2, { clauseKey: 'b4', named: true, text: '高考那几天，能不能白天也不放炮？' }),
    said('whole', 'group-leader', -1, {
      text: '写得实在。再加一条：白事帮忙的人，饭食从简。',
      look: 'waiting',
      lookedBy: null,
    }),
    said('fire', 'villager', -10, {
      documentId: FOREST_ID,
      clauseKey: 'f2',
      text: '卡点只有大路口有，小路进山的怎么办？',
      answer: { result: 'takenUp', words: '小路口也放了铁盒子，护林员每天去看。', by: cadre, at: at(-8) },
    }),
  ];
}
