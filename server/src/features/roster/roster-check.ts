/** A whole file against the register: everything to put right, or what writing it would do. Writes nothing. */
import type { Household } from '@xiangyue/shared/features/households/household';
import { numberKey } from '@xiangyue/shared/features/households/household-number.rules';
import { gatherHouseholds } from '@xiangyue/shared/features/roster/gather.rules';
import {
  findingsAgainst,
  type Merge,
  type MergeTools,
  mergeHousehold,
} from '@xiangyue/shared/features/roster/merge.rules';
import type { Finding, RosterHousehold } from '@xiangyue/shared/features/roster/roster';
import { columnOf } from '../../platform/xlsx/xlsx-text';
import type { HouseholdRegister } from '../households/household-register.service';
import type { ReadRoster } from './read-roster';
import type { ImportCounts, ImportResult, MissingPerson } from './roster-imports.store';

/** Households compared, or written, at a time: some 30 ms, in which nobody else waits for this process. */
export const HOUSEHOLDS_AT_ONCE = 100;
/** Findings that are kept; whoever has more puts these right first. About a megabyte. */
export const FINDINGS_KEPT = 5_000;
/** People missing from the file who are named. */
const MISSING_NAMED = 200;

export interface CheckedRoster {
  readonly result: ImportResult;
  readonly households: readonly RosterHousehold[];
}

/** Households of one village, a batch at a time. */
export function batchesOf(households: readonly RosterHousehold[]): RosterHousehold[][] {
  const byVillage = new Map<string, RosterHousehold[]>();
  for (const household of households) {
    const village = byVillage.get(household.villageId);
    if (village) village.push(household);
    else byVillage.set(household.villageId, [household]);
  }
  return [...byVillage.values()].flatMap((village) =>
    Array.from({ length: Math.ceil(village.length / HOUSEHOLDS_AT_ONCE) }, (_, i) =>
      village.slice(i * HOUSEHOLDS_AT_ONCE, (i + 1) * HOUSEHOLDS_AT_ONCE),
    ),
  );
}

/** The kept household for each of a batch, or null. */
export async function findKept(
  batch: readonly RosterHousehold[],
  register: HouseholdRegister,
): Promise<ReadonlyMap<RosterHousehold, Household | null>> {
  const { villageId } = batch[0] as RosterHousehold;
  const found = await register.findByNumbers(
    villageId,
    batch.map(({ number }) => number),
  );
  const kept = new Map(found.map((household) => [numberKey(household.number), household]));
  return new Map(batch.map((rostered) => [rostered, kept.get(numberKey(rostered.number)) ?? null]));
}

/** @param pause called between batches with the number of households compared so far */
export async function checkRoster(
  read: ReadRoster,
  register: HouseholdRegister,
  tools: MergeTools,
  pause: (done: number, total: number) => Promise<void>,
): Promise<CheckedRoster> {
  const { households, findings: between } = gatherHouseholds(read.people);
  const findings: Finding[] = [...read.findings, ...between];
  const tally = new Tally();
  let done = 0;
  for (const batch of batchesOf(households)) {
    await pause(done, households.length);
    findings.push(...(await compareBatch(batch, register, tools, tally)));
    done += batch.length;
  }
  const { unreadColumns, unreadSheets } = read;
  const isGood = findings.length === 0;
  const result: ImportResult = {
    findings: inReadingOrder(findings, read.sheets).slice(0, FINDINGS_KEPT),
    findingCount: findings.length,
    counts: isGood ? { ...tally.counts, people: read.people.length } : null,
    missing: isGood ? tally.missing : [],
    unreadColumns,
    unreadSheets,
  };
  return { result, households };
}

async function compareBatch(
  batch: readonly RosterHousehold[],
  register: HouseholdRegister,
  tools: MergeTools,
  tally: Tally,
): Promise<Finding[]> {
  const numbers = batch.flatMap(({ people }) => people.flatMap(({ idNumber }) => (idNumber ? [idNumber] : [])));
  const [keptOf, holders] = [await findKept(batch, register), await register.findHolders(numbers)];
  return batch.flatMap((rostered) => {
    const kept = keptOf.get(rostered) ?? null;
    const isElsewhere = (idNumber: string) => {
      const holder = holders.get(idNumber);
      return holder !== undefined && holder !== kept?.id;
    };
    const findings = findingsAgainst(kept, rostered, isElsewhere, tools.indexOf);
    if (findings.length === 0) tally.add(rostered, kept && mergeHousehold(kept, rostered, tools));
    return findings;
  });
}

/** What writing would do, added up. */
class Tally {
  counts: ImportCounts = {
    people: 0,
    newHouseholds: 0,
    changedHouseholds: 0,
    unchangedHouseholds: 0,
    newPeople: 0,
    missingPeople: 0,
  };
  readonly missing: MissingPerson[] = [];

  /** @param merge null for a household that is new */
  add({ people }: RosterHousehold, merge: Merge | null): void {
    const { counts } = this;
    const change = merge?.change ?? 'new';
    this.counts = {
      ...counts,
      newHouseholds: counts.newHouseholds + (change === 'new' ? 1 : 0),
      changedHouseholds: counts.changedHouseholds + (change === 'changed' ? 1 : 0),
      unchangedHouseholds: counts.unchangedHouseholds + (change === 'unchanged' ? 1 : 0),
      newPeople: counts.newPeople + (merge?.joined ?? people.length),
      missingPeople: counts.missingPeople + (merge?.missing.length ?? 0),
    };
    if (!merge) return;
    const { villageId, number } = merge.household;
    const room = Math.max(0, MISSING_NAMED - this.missing.length);
    for (const { name } of merge.missing.slice(0, room)) this.missing.push({ villageId, number, name });
  }
}

/** Sheet by sheet, row by row, column by column: as somebody puts them right. */
function inReadingOrder(findings: readonly Finding[], sheets: readonly string[]): Finding[] {
  const orderOf = new Map(sheets.map((name, i) => [name, i]));
  const order = ({ sheet }: Finding) => orderOf.get(sheet) ?? 0;
  return [...findings].sort((a, b) => order(a) - order(b) || a.row - b.row || columnOf(a.column) - columnOf(b.column));
}
