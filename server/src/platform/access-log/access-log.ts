/**
 * Who looked at whose personal data. A feature that shows somebody's data to staff calls `record` before it answers, so
 * that there is no look without an entry; the person reads the entries (PIPL art. 44, 50 and 51).
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Actor } from '../auth/actor';
import { idFromWords } from '../auth/secrets';
import type { TimeMark } from '../paging/page';
import { proofEnd } from '../personal-data/proof-end';
import { type Look, LooksStore } from './looks.store';

/** A page of a list is one look at as many people; a look at more than that names the region instead. */
const SUBJECTS_MAX = 100;
/** One line on a phone: 打开了户籍资料, 导出了全村的花名册. */
const WHAT_MAX_CHARACTERS = 40;
/** Who opens the same page again and again is told once an hour, with how often. */
const WINDOW_MS = 3600_000;

interface LookToRecord {
  readonly actor: Actor;
  /**
   * Whom the data is about, 1 to 100: ids of people or households. For an export or a list of everybody somewhere, the
   * id of that region alone: each person there finds the entry.
   */
  readonly subjectIds: readonly string[];
  /** What was done, as a phrase that follows a name: 打开了户籍资料. */
  readonly what: string;
  readonly now: Date;
}

/** Tells under which other ids looks at a person are recorded: the household, and the regions that contain it. */
type SubjectsOf = (personId: string) => Promise<readonly string[]>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class AccessLog {
  @Inject()
  private readonly store!: LooksStore;

  private readonly subjectsOf: SubjectsOf[] = [];

  /** Called by the feature that knows households, when it is made. */
  registerSubjects(subjectsOf: SubjectsOf): void {
    this.subjectsOf.push(subjectsOf);
  }

  /** Writes a look down. Looking at one's own data is none. Throws RangeError on a look that could not be told. */
  async record({ actor, subjectIds, what, now }: LookToRecord): Promise<void> {
    const others = [...new Set(subjectIds)].filter((id) => id !== actor.personId).sort();
    if (others.length === 0) return;
    if (others.length > SUBJECTS_MAX) throw new RangeError(`a look at ${others.length} subjects: name their region`);
    if (what.length < 1 || what.length > WHAT_MAX_CHARACTERS) throw new RangeError(`a look is told in a line: ${what}`);
    const look: Look = {
      id: idOf(actor.personId, what, others, now),
      actorId: actor.personId,
      offices: actor.grants.map(({ role, regionId }) => ({ role, regionId })),
      subjectIds: others,
      what,
      firstAt: now,
      lastAt: now,
      times: 1,
    };
    await this.store.add(look, proofEnd(now));
  }

  /** Looks at a person, at their household and at everybody where they live; the latest first. */
  async looksAtPerson(personId: string, limit: number, after?: TimeMark): Promise<Look[]> {
    const more = await Promise.all(this.subjectsOf.map((subjectsOf) => subjectsOf(personId)));
    return this.looksAt([personId, ...more.flat()], limit, after);
  }

  /** Looks at any of the subjects, the latest first. @param after the last one seen */
  async looksAt(subjectIds: readonly string[], limit: number, after?: TimeMark): Promise<Look[]> {
    return this.store.list(subjectIds, limit, after);
  }
}

/** The same look in the same hour has the same id. */
function idOf(actorId: string, what: string, subjectIds: readonly string[], now: Date): string {
  const hourMs = Math.floor(now.getTime() / WINDOW_MS) * WINDOW_MS;
  return idFromWords(hourMs, JSON.stringify([actorId, what, subjectIds]));
}
