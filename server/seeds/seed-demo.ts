import type { Household } from '@xiangyue/shared/features/households/household';
import { CasesStore } from '../src/features/antifraud/cases.store';
import { DelegationsStore } from '../src/features/delegations/delegations.store';
import { HouseholdsStore } from '../src/features/households/households.store';
import { PeopleStore } from '../src/features/identity/people.store';
import { AdvisersStore } from '../src/features/legal/advisers.store';
import { BookingNews } from '../src/features/legal/booking-news';
import { BookingsStore } from '../src/features/legal/bookings.store';
import { HoursStore } from '../src/features/legal/hours.store';
import { ServiceLogStore } from '../src/features/legal/service-log.store';
import { AccountsStore } from '../src/features/points/accounts.store';
import { CataloguesStore } from '../src/features/points/catalogues.store';
import { ClaimsStore } from '../src/features/points/claims.store';
import { CyclesStore } from '../src/features/points/cycles.store';
import { FundsStore } from '../src/features/points/funds.store';
import { GoodsStore } from '../src/features/points/goods.store';
import { PurposeConsentsStore } from '../src/features/privacy/purpose-consents.store';
import { ThreadsStore } from '../src/features/questions/threads.store';
import { RegionsStore } from '../src/features/regions/regions.store';
import { RuleCommentsStore } from '../src/features/rules/rule-comments.store';
import { RuleWorkStore } from '../src/features/rules/rule-work.store';
import { RulesStore } from '../src/features/rules/rules.store';
import type { Use } from '../src/platform/http/implement';
import { Sealing } from '../src/platform/sealing/sealing';
import { demoDelegations } from './banxi/delegations';
import { demoFraudCases } from './banxi/fraud-cases';
import { demoHouseholds } from './banxi/households';
import { demoAdvisers, demoBookings, demoHolidays, demoHours, demoServiceLog } from './banxi/legal';
import { demoPeople, MAY_BE_NAMED, NAMED_PEOPLE } from './banxi/people';
import { demoPoints } from './banxi/points';
import { demoQuestions } from './banxi/questions';
import { demoRegions } from './banxi/regions';
import { demoRuleComments, demoRulesInMaking } from './banxi/rule-work';
import { demoRules } from './banxi/rules';
import { demoFund, demoGoods } from './banxi/shop';

/** So that the reminder of an hour before, which by now is due, is sent. */
const BOOKED_BEFORE_MS = 2 * 3600_000;

/**
 * Puts the demo township into an empty database; does nothing where there are regions already. Regions are written last:
 * a seeding that was cut off half way leaves no region, and is done again from the start at the next try.
 * @param accountOf the WeChat account of a demo character: `<appId>:<openid>`
 */
export async function seedDemo(use: Use, accountOf: (character: string) => string): Promise<void> {
  const regions = use(RegionsStore);
  if (!(await regions.isEmpty())) return;
  // What is under way in the demo began some days before today.
  const now = new Date();
  await use(RulesStore).put(demoRules());
  await use(RuleWorkStore).put(demoRulesInMaking(now));
  await use(RuleCommentsStore).put(demoRuleComments(now));
  await use(CasesStore).put(demoFraudCases(now));
  await use(PeopleStore).put(demoPeople(accountOf));
  for (const personId of NAMED_PEOPLE) await use(PurposeConsentsStore).add(personId, MAY_BE_NAMED);
  await use(ThreadsStore).put(demoQuestions(now));
  for (const profile of demoAdvisers()) await use(AdvisersStore).replace(profile);
  await use(ServiceLogStore).put(demoServiceLog(now));
  await use(HoursStore).put(demoHours());
  await use(HoursStore).setHolidays('banxi', demoHolidays());
  await use(BookingsStore).put(demoBookings(now));
  const booked = new Date(now.getTime() - BOOKED_BEFORE_MS);
  for (const booking of demoBookings(now)) await use(BookingNews).planReminders(booking, booked);
  const all = demoRegions();
  const households = demoHouseholds(all, use(Sealing));
  await use(HouseholdsStore).put(households);
  await seedPoints(use, households, now);
  await use(DelegationsStore).put(demoDelegations(households, now));
  await regions.put(all);
}

async function seedPoints(use: Use, households: readonly Household[], now: Date): Promise<void> {
  const { catalogues, cycles, claims, accounts } = demoPoints(households, now);
  await use(CataloguesStore).put(catalogues);
  for (const cycle of cycles) await use(CyclesStore).open(cycle);
  await use(ClaimsStore).put(claims);
  await use(AccountsStore).put(accounts);
  await Promise.all(demoGoods().map((goods) => use(GoodsStore).insert(goods)));
  // A fund's entries come in their order: none may leave it empty-handed.
  const fill = async ({ villageId, year }: (typeof cycles)[number]) => {
    for (const entry of demoFund(now)) await use(FundsStore).add({ villageId, year }, entry);
  };
  await Promise.all(cycles.map(fill));
}
