/**
 * Everything that is kept about a person, wherever it is kept: each part of the service that keeps personal data
 * registers here, and "give me my data" and "delete me" ask all of them (PIPL art. 45 and 47). Knows no feature.
 */
import { Provide, Scope, ScopeEnum } from '@midwayjs/core';

/** One thing that is kept, each value under the Chinese word by which a person knows it: `{ 姓名: '冉桂兰' }`. */
export type PersonalRecord = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What an erasure did, or will do, in sentences for the person. */
export interface ErasedPart {
  /** What is gone: 您的姓名和微信账号. */
  readonly erased: readonly string[];
  /** What has to stay, anonymised, and why (a law, a duty to account). */
  readonly kept: readonly { readonly what: string; readonly why: string }[];
}

export interface PersonalDataHolder {
  /** Unique, as the feature's name: `households`. */
  readonly key: string;
  /** The heading over these records: 我的户. */
  readonly title: string;
  /** What an erasure does in general; shown before the person decides, if `gather` finds anything. */
  readonly foretells: ErasedPart;
  /** What is kept about the person; an empty list where nothing is. At most a few thousand records. */
  gather(personId: string): Promise<readonly PersonalRecord[]>;
  /**
   * Deletes or anonymises what is kept about the person. It is called again after a crash and once more some minutes
   * later (a request that was under way may have written meanwhile), so it must be repeatable and must tell the same.
   */
  erase(personId: string, now: Date): Promise<ErasedPart>;
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class PersonalData {
  private readonly registered: PersonalDataHolder[] = [];

  /** Called by a part when it is made. */
  register(holder: PersonalDataHolder): void {
    if (this.registered.some(({ key }) => key === holder.key)) throw new Error(`${holder.key} is registered twice`);
    this.registered.push(holder);
  }

  /** In the order in which a person reads them. */
  get holders(): readonly PersonalDataHolder[] {
    return this.registered;
  }

  /** In the order in which they are erased: what was registered later may need what it builds on to find its own. */
  get holdersToErase(): readonly PersonalDataHolder[] {
    return [...this.registered].reverse();
  }
}
