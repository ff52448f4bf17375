/** The adviser's own page and file: what they say about themselves, and what a year of service amounts to. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type adviserContract, LOG_PAGE_LIMIT } from '@xiangyue/shared/features/legal/adviser.contract';
import { mayEnter, reckonYear, USUAL_TARGET } from '@xiangyue/shared/features/legal/service-log.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import type { FileAnswer } from '@xiangyue/shared/kernel/transfer';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Files } from '../../platform/files/files';
import { pageOf } from '../../platform/paging/page';
import { workbook } from '../../platform/xlsx/write-xlsx';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';
import { AdvisersStore } from './advisers.store';
import { LegalService } from './legal.service';
import { type LogMark, ServiceLogStore } from './service-log.store';
import { logSheets, type NamedEntry } from './service-log-sheets';

type Contract = typeof adviserContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;
type Output<Name extends keyof Contract> = OutputOf<Contract[Name]>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class AdvisersService {
  @Inject()
  private readonly legal!: LegalService;

  @Inject()
  private readonly profiles!: AdvisersStore;

  @Inject()
  private readonly serviceLog!: ServiceLogStore;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly files!: Files;

  /** Problems: `regions.villageUnknown`. */
  async ofVillage(villageId: string, now: Date): Promise<Output<'ofVillage'>> {
    const [village, advisers] = await Promise.all([
      this.regions.requireVillage(villageId),
      this.legal.advisersOf(villageId, now),
    ]);
    const shown = await this.present(
      advisers.map(({ personId }) => personId),
      now,
    );
    return { villageId, villageName: village.name, advisers: shown };
  }

  /** Problems: `legal.adviserUnknown`. */
  async find(adviserId: string, now: Date): Promise<Output<'find'>> {
    const found = await this.withYear(adviserId, now);
    if (!found) throw problem('legal.adviserUnknown');
    return found;
  }

  /** Problems: `legal.notAdviser`. */
  async mine(actor: Actor, now: Date): Promise<Output<'mine'>> {
    const found = await this.withYear(actor.personId, now);
    if (!found) throw problem('legal.notAdviser');
    return found;
  }

  /** Problems: `legal.notAdviser`, `files.unknown`, `files.attachedElsewhere`. */
  async save(actor: Actor, { photoIds, ...profile }: Input<'save'>, now: Date): Promise<Output<'save'>> {
    const id = actor.personId;
    if (!actor.grants.some(({ role }) => role === 'legalAdviser')) throw problem('legal.notAdviser');
    const photoId = photoIds[0] ?? null;
    const pictureOf = (fileId: string) => ({ kind: 'legal.adviser', id: `${id}/${fileId}` });
    if (photoId) await this.files.attach([photoId], pictureOf(photoId), id, now);
    const before = await this.profiles.replace({ ...profile, id, photoId });
    if (before && before !== photoId) await this.files.release(pictureOf(before), now);
    return {};
  }

  /** Problems: `regions.villageUnknown`. */
  async setTarget({ villageId, ...target }: Input<'setTarget'>): Promise<Output<'setTarget'>> {
    await this.regions.requireVillage(villageId);
    await this.serviceLog.setTarget(villageId, target);
    return {};
  }

  /** A page of a village's file, with the whole year's figures. Problems: `regions.villageUnknown`. */
  async log(actor: Actor, { villageId, year, after }: Input<'log'>, now: Date): Promise<Output<'log'>> {
    const village = await this.regions.requireVillage(villageId);
    const of = year ?? yearOf(now);
    const found = await this.serviceLog.list(villageId, of, after ? readMark(after) : undefined, LOG_PAGE_LIMIT + 1);
    const { page, next } = pageOf(found, LOG_PAGE_LIMIT, ({ on, id }) => `${on}/${id}`);
    const [names, [villageYear]] = await Promise.all([
      this.identity.namesOf(page.map(({ adviserId }) => adviserId)),
      this.yearsOf([village], of),
    ]);
    return {
      village,
      year: of,
      target: villageYear?.target ?? USUAL_TARGET,
      figures: villageYear?.figures ?? reckonYear([]),
      entries: page.map((entry) => ({
        ...entry,
        byName: names.get(entry.adviserId) ?? '',
        own: entry.own && entry.adviserId === actor.personId,
      })),
      next,
    };
  }

  /** The file of a village and a year as a workbook. Problems: `regions.villageUnknown`. */
  async exportLog({ villageId, year }: Input<'exportLog'>, now: Date): Promise<FileAnswer> {
    const village = await this.regions.requireVillage(villageId);
    const of = year ?? yearOf(now);
    const [villageYear] = await this.yearsOf([village], of);
    return workbook(`${village.name}法律顾问服务档案 ${of}`, logSheets(this.eachEntry(villageId, of), villageYear));
  }

  /** Problems: `regions.villageUnknown`, `legal.entryDateWrong`. */
  async addEntry(
    actor: Actor,
    { villageId, ...entry }: Input<'addEntry'>,
    key: string,
    now: Date,
  ): Promise<Output<'addEntry'>> {
    await this.regions.requireVillage(villageId);
    if (!mayEnter(entry.on, localDateOf(now.getTime()))) throw problem('legal.entryDateWrong');
    const id = idFromKey(actor.personId, 'legal.entry', key);
    await this.serviceLog.insert({ ...entry, id, villageId, adviserId: actor.personId, at: now, own: true });
    return { id };
  }

  /** Problems: `legal.entryUnknown`, also for another's entry and for one that came from what happened. */
  async removeEntry(actor: Actor, { villageId, entryId }: Input<'removeEntry'>): Promise<Output<'removeEntry'>> {
    if (!(await this.serviceLog.removeOwn(entryId, actor.personId, villageId))) throw problem('legal.entryUnknown');
    return {};
  }

  private async *eachEntry(villageId: string, year: number): AsyncGenerator<NamedEntry> {
    for (let after: LogMark | undefined; ; ) {
      const page = await this.serviceLog.list(villageId, year, after, LOG_PAGE_LIMIT);
      const names = await this.identity.namesOf(page.map(({ adviserId }) => adviserId));
      for (const entry of page) yield { ...entry, byName: names.get(entry.adviserId) ?? '' };
      after = page.at(-1);
      if (page.length < LOG_PAGE_LIMIT) return;
    }
  }

  private async withYear(adviserId: string, now: Date): Promise<Output<'find'> | null> {
    const villages = await this.legal.villagesOf(adviserId, now);
    if (villages.length === 0) return null;
    const year = yearOf(now);
    const [[adviser], years] = await Promise.all([this.present([adviserId], now), this.yearsOf(villages, year)]);
    return adviser ? { ...adviser, villages: years, year } : null;
  }

  private async yearsOf(villages: ReadonlyArray<{ id: string; name: string }>, year: number) {
    const ids = villages.map(({ id }) => id);
    const [targets, counted] = await Promise.all([this.serviceLog.targetsOf(ids), this.serviceLog.counted(ids, year)]);
    return villages.map(({ id, name }) => ({
      id,
      name,
      target: targets.get(id) ?? USUAL_TARGET,
      figures: reckonYear(counted.get(id) ?? []),
    }));
  }

  /** Advisers as everybody sees them, in the order of the ids. */
  private async present(adviserIds: readonly string[], now: Date): Promise<Output<'ofVillage'>['advisers']> {
    const [names, profiles] = await Promise.all([
      this.identity.namesOf(adviserIds),
      this.profiles.findMany(adviserIds),
    ]);
    const photos = await this.files.photos(
      [...profiles.values()].flatMap(({ photoId }) => photoId ?? []),
      now,
    );
    return adviserIds.map((id) => {
      const profile = profiles.get(id);
      return {
        id,
        name: names.get(id) ?? '',
        office: profile?.office ?? '',
        licence: profile?.licence ?? '',
        sinceYear: profile?.sinceYear ?? null,
        languages: profile?.languages ?? [],
        intro: profile?.intro ?? '',
        photo: photos.find((photo) => photo.id === profile?.photoId) ?? null,
      };
    });
  }
}

function yearOf(now: Date): number {
  return Number(localDateOf(now.getTime()).slice(0, 4));
}

/** `2026-03-05/<id>`; what is no mark at all stands before everything. */
function readMark(text: string): LogMark {
  const [on = '', id = ''] = text.split('/');
  return { on, id };
}
