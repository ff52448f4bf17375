/**
 * Points of 扎营 as if the year had run: a catalogue, accounts whose every entry has its claim, and claims at every desk. Written
 * for the demo; the values are those that villages publish (shared: catalogue.rules.ts).
 */
import type { Household } from '@xiangyue/shared/features/households/household';
import { memberBoundTo } from '@xiangyue/shared/features/households/households.rules';
import { type Item, TEMPLATE } from '@xiangyue/shared/features/points/catalogue.rules';
import { answerDueOn, claimKey, PUBLICITY_MIN_DAYS, publicUntil } from '@xiangyue/shared/features/points/points.rules';
import { daysAfter, type LocalDate, localDateOf } from '@xiangyue/shared/kernel/time';
import type { Account, Entry } from '../../src/features/points/accounts.store';
import type { Catalogue } from '../../src/features/points/catalogues.store';
import type { Claim, ClaimReview } from '../../src/features/points/claim-documents.store';
import type { Cycle } from '../../src/features/points/cycles.store';
import { type Chance, chanceFrom } from '../random';
import { seedId } from '../seed-id';

const VILLAGE = 'zhaying';
const RULES_ID = '01kdvdna00tvnk8xja67qa94wn';
/** Which of the ten clauses each item rests on; an item that rests on none is a thank-you of its own. */
const CLAUSES: Readonly<Record<string, string>> = {
  cleaning: 'c3',
  tidying: 'c3',
  courtyard: 'c3',
  trees: 'c6',
  elders: 'c7',
  longCare: 'c7',
  mediation: 'c8',
  peacemaking: 'c8',
  meetings: 'c10',
  building: 'c10',
};
/** Households of the village that have points, beside those of the demo's people: every ninth. */
const EVERY = 9;
const ENTRIES_PER_HOUSEHOLD = 5;
/** What most households do, so that the demo looks like a village. */
const COMMON = ['cleaning', 'tidying', 'neighbours', 'elders', 'labour', 'meetings', 'volunteer', 'trees'];
/** The cycle of the demo has run for so long, whenever it is started. */
const CYCLE_DAYS = 300;
const DAY_MS = 24 * 3600_000;

export interface DemoPoints {
  readonly catalogues: readonly Catalogue[];
  readonly cycles: readonly Cycle[];
  readonly claims: readonly Claim[];
  readonly accounts: readonly Account[];
}

/** @param now claims on their way are told from the day on which the demo begins */
export function demoPoints(households: readonly Household[], now: Date): DemoPoints {
  const startedOn = daysAfter(localDateOf(now.getTime()), -CYCLE_DAYS);
  const year = Number(startedOn.slice(0, 4));
  const here = households.filter(({ villageId }) => villageId === VILLAGE);
  const makes = new ClaimMaker(here, year, now);
  const credited = here.flatMap((household, i) => {
    const isOfSomebody = household.members.some(({ binding }) => binding);
    if (!isOfSomebody && i % EVERY !== 0) return [];
    const chance = chanceFrom(i + 1);
    const count = isOfSomebody ? ENTRIES_PER_HOUSEHOLD + 3 : 1 + chance.int(ENTRIES_PER_HOUSEHOLD);
    return Array.from({ length: count }, (_, nth) => makes.credited(household, nth, chance));
  });
  return {
    catalogues: [catalogue(now)],
    cycles: [{ villageId: VILLAGE, year, startedOn, closing: null }],
    claims: [...credited, ...makes.underway()],
    accounts: accountsOf(credited, year),
  };
}

function catalogue(now: Date): Catalogue {
  const items = TEMPLATE.map((item): Item => {
    const key = CLAUSES[item.key];
    return { ...item, clause: key === undefined ? null : { documentId: RULES_ID, key } };
  });
  return {
    id: seedId(`points/catalogues/${VILLAGE}/1`),
    villageId: VILLAGE,
    version: 1,
    state: 'published',
    items,
    publicityDays: PUBLICITY_MIN_DAYS,
    revision: 1,
    publishedAt: new Date(now.getTime() - CYCLE_DAYS * DAY_MS),
    publishedBy: seedId('people/cadre'),
    illustrative: true,
  };
}

class ClaimMaker {
  private readonly today: LocalDate;

  constructor(
    private readonly households: readonly Household[],
    private readonly year: number,
    private readonly now: Date,
  ) {
    this.today = localDateOf(now.getTime());
  }

  /** Something that was done in the year and has long been in the account. */
  credited(household: Household, nth: number, chance: Chance): Claim {
    const key = nth < COMMON.length ? (COMMON[(nth + chance.int(3)) % COMMON.length] as string) : 'cleaning';
    const doneOn = daysAfter(this.today, -(40 + nth * 30 + chance.int(12)));
    return {
      ...this.claim(household, `${household.number}/${nth}`, itemOf(key), doneOn, ''),
      state: 'credited',
      revision: 4,
      reviews: [this.review('group', household, doneOn, 1), this.review('panel', household, doneOn, 3)],
      publishedOn: daysAfter(doneOn, 3),
      publicUntil: daysAfter(doneOn, 3 + PUBLICITY_MIN_DAYS),
      creditedOn: daysAfter(doneOn, 4 + PUBLICITY_MIN_DAYS),
      entryKey: claimKey(seedId(`points/claims/${VILLAGE}/${household.number}/${nth}`)),
    };
  }

  /** One at each step of the way. */
  underway(): Claim[] {
    const tian = this.homeOf('villager');
    const bai = this.homeOf('courtyard-head');
    const shi = this.homeOf('group-leader');
    const [one, two, three, four] = this.households.filter(({ groupId }) => groupId === 'zhaying-3').slice(8, 12);
    if (!one || !two || !three || !four) throw new Error('the demo’s third group is too small');
    const ago = (days: number) => daysAfter(this.today, -days);
    const grid = { proposedBy: seedId('people/grid-member'), onBehalf: true };
    const reviewed = (home: Household, doneOn: LocalDate) => ({
      state: 'panel' as const,
      revision: 1,
      reviews: [this.review('group', home, doneOn, 1)],
    });
    const published = (home: Household, doneOn: LocalDate, on: LocalDate) => ({
      state: 'publicity' as const,
      revision: 2,
      reviews: [this.review('group', home, doneOn, 1), this.review('panel', home, doneOn, 2)],
      publishedOn: on,
      publicUntil: publicUntil(on, PUBLICITY_MIN_DAYS),
    });
    return [
      this.claim(bai, 'neighbours', itemOf('neighbours'), ago(2), '帮向德福家收了两天玉米。', {
        proposedBy: seedId('people/courtyard-head'),
      }),
      this.claim(one, 'snow', itemOf('snow'), ago(3), '老人没有手机，组里看见他扫了院坝前的路。', grid),
      this.claim(two, 'elders', itemOf('elders'), ago(6), '每天给隔壁老人送饭。', {
        ...grid,
        ...reviewed(two, ago(6)),
      }),
      this.claim(shi, 'repair', itemOf('repair'), ago(5), '修好了三组的水龙头。', {
        ...grid,
        ...reviewed(shi, ago(5)),
        // The group's leader does not look at his own.
        reviews: [
          { ...this.review('group', one, ago(5), 1), by: seedId('people/courtyard-head'), householdId: bai.id },
        ],
      }),
      this.claim(three, 'trees', itemOf('trees'), ago(12), '后山补栽了二十棵柏树。', {
        ...grid,
        ...published(three, ago(12), ago(8)),
      }),
      this.claim(four, 'cleaning', itemOf('cleaning'), ago(9), '清理了河沟里的垃圾。', {
        ...grid,
        ...published(four, ago(9), ago(4)),
      }),
      this.claim(tian, 'labour', itemOf('labour'), ago(24), '修三组入户路，干了两天。', {
        proposedBy: seedId('people/villager'),
        ...published(tian, ago(24), ago(PUBLICITY_MIN_DAYS + 1)),
        objections: [
          {
            id: seedId('points/objections/labour'),
            by: seedId('people/volunteer-leader'),
            words: '那两天好像只看见他家一个人来，请核一下。',
            at: this.at(ago(2)),
            dueOn: answerDueOn(ago(2)),
            handlerId: seedId('people/cadre'),
            outcome: 'waiting',
            answer: null,
            answeredBy: null,
            answeredAt: null,
          },
        ],
        openObjections: 1,
      }),
    ];
  }

  private claim(
    household: Household,
    name: string,
    item: Item,
    doneOn: LocalDate,
    words: string,
    fields: Partial<Claim> = {},
  ): Claim {
    const { evidence, capPoints, minPoints, maxPoints } = item;
    return {
      id: seedId(`points/claims/${VILLAGE}/${name}`),
      villageId: VILLAGE,
      regionPath: household.regionPath,
      householdId: household.id,
      relatedHouseholdIds: [],
      year: this.year,
      ...{ itemKey: item.key, itemTitle: item.title, category: item.category },
      ...{ points: maxPoints, minPoints, maxPoints, evidence, capPoints },
      publicityDays: PUBLICITY_MIN_DAYS,
      doneOn,
      words,
      photoIds: [],
      source: 'claim',
      proposedBy: seedId('people/grid-member'),
      proposedAt: this.at(doneOn),
      onBehalf: false,
      state: 'group',
      revision: 0,
      reviews: [],
      publishedOn: null,
      publicUntil: null,
      creditedOn: null,
      entryKey: null,
      correction: null,
      objections: [],
      openObjections: 0,
      ...fields,
    };
  }

  /** By whoever of the two offices does not live there. */
  private review(stage: ClaimReview['stage'], household: Household, doneOn: LocalDate, daysLater: number): ClaimReview {
    const names = stage === 'group' ? ['group-leader', 'courtyard-head'] : ['panel-member', 'cadre'];
    const name = names.find((one) => this.homeOf(one).id !== household.id) as string;
    return {
      by: seedId(`people/${name}`),
      householdId: this.homeOf(name).id,
      stage,
      approves: true,
      words: '',
      at: this.at(daysAfter(doneOn, daysLater)),
    };
  }

  private homeOf(character: string): Household {
    const home = this.households.find((one) => memberBoundTo(one, seedId(`people/${character}`)));
    if (!home) throw new Error(`the demo has no household of ${character}`);
    return home;
  }

  /** Ten in the morning of the day, and never later than now. */
  private at(day: LocalDate): Date {
    return new Date(Math.min(Date.parse(`${day}T10:00:00+08:00`), this.now.getTime()));
  }
}

function itemOf(key: string): Item {
  const item = TEMPLATE.find((one) => one.key === key);
  if (!item) throw new Error(`the template has no ${key}`);
  return item;
}

/** The accounts that these claims make: each entry with its claim, in the order of the days. */
function accountsOf(claims: readonly Claim[], year: number): Account[] {
  const householdIds = [...new Set(claims.map(({ householdId }) => householdId))];
  return householdIds.map((householdId): Account => {
    const entries = claims
      .filter((claim) => claim.householdId === householdId)
      .map(entryOf)
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const sum = entries.reduce((total, { points }) => total + points, 0);
    return { householdId, villageId: VILLAGE, year, state: 'open', balancePoints: sum, honourPoints: sum, entries };
  });
}

function entryOf(claim: Claim): Entry {
  return {
    key: claimKey(claim.id),
    kind: 'claim',
    points: claim.points,
    honourPoints: claim.points,
    ...{ title: claim.itemTitle, category: claim.category, itemKey: claim.itemKey },
    doneOn: claim.doneOn,
    words: claim.words,
    at: new Date(`${claim.creditedOn}T00:01:00+08:00`),
    proposedBy: claim.proposedBy,
    reviewedBy: claim.reviews.map(({ by }) => by),
    claimId: claim.id,
    orderId: null,
    opposes: null,
  };
}
