/** What a person may know about their own data: the notice, everything that is kept, and who looked at it. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { NOTICE_CLOSING, NOTICE_EFFECTIVE_ON, NOTICE_OPENING } from '@xiangyue/shared/features/privacy/notice';
import { LOOKS_PAGE_SIZE, type privacyContract } from '@xiangyue/shared/features/privacy/privacy.contract';
import { PURPOSES } from '@xiangyue/shared/features/privacy/purposes';
import { ROLE_NAMES } from '@xiangyue/shared/kernel/access';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Look } from '../../platform/access-log/looks.store';
import type { Actor } from '../../platform/auth/actor';
import { pageOf, readTimeMark, writeTimeMark } from '../../platform/paging/page';
import { type ErasedPart, PersonalData, type PersonalRecord } from '../../platform/personal-data/personal-data';
import { IdentityService } from '../identity/identity.service';
import { RegionsService } from '../regions/regions.service';

type Looks = OutputOf<typeof privacyContract.looks>;

/** Looks that the export carries; the page shows all of them. */
const GATHERED_LOOKS = 500;

const LOOKS_STAY: ErasedPart = {
  erased: [],
  kept: [
    {
      what: '工作人员查看您资料的记录，里面只有旧编号，没有姓名',
      why: '有人乱看资料，要查得到是谁；每一条留三年',
    },
  ],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class PrivacyService {
  @Inject()
  private readonly accessLog!: AccessLog;

  @Inject()
  private readonly personalData!: PersonalData;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly regions!: RegionsService;

  @Init()
  init(): void {
    this.personalData.register({
      key: 'looks',
      title: '谁看过我的资料',
      foretells: LOOKS_STAY,
      gather: (personId) => this.gatherLooks(personId),
      erase: async () => LOOKS_STAY,
    });
  }

  notice(): OutputOf<typeof privacyContract.notice> {
    const purposes = Object.values(PURPOSES).map(({ title, text, without, law }) => ({
      title,
      paragraphs: [text, without, `依据：${law}`],
    }));
    return {
      version: PURPOSES.base.version,
      effectiveOn: NOTICE_EFFECTIVE_ON,
      sections: [...NOTICE_OPENING, ...purposes, ...NOTICE_CLOSING],
    };
  }

  /** Everything that is kept about the person, part by part; a part that keeps nothing is left out. */
  async data(actor: Actor, now: Date): Promise<OutputOf<typeof privacyContract.data>> {
    const parts = [];
    for (const holder of this.personalData.holders) {
      const records = await holder.gather(actor.personId);
      if (records.length > 0) parts.push({ key: holder.key, title: holder.title, records: [...records] });
    }
    return { gatheredAt: now.toISOString(), personId: actor.personId, parts };
  }

  /** Who looked, the latest first. @param after `next` of the page before */
  async looks(actor: Actor, after: string | undefined): Promise<Looks> {
    const mark = after === undefined ? undefined : readTimeMark(after);
    const looks = await this.accessLog.looksAtPerson(actor.personId, LOOKS_PAGE_SIZE + 1, mark);
    const { page, next } = pageOf(looks, LOOKS_PAGE_SIZE, ({ firstAt, id }) => writeTimeMark({ at: firstAt, id }));
    return { looks: await this.tell(page, actor.personId), next };
  }

  private async tell(looks: readonly Look[], personId: string): Promise<Looks['looks']> {
    const [names, regions] = await Promise.all([
      this.identity.namesOf(looks.map(({ actorId }) => actorId)),
      this.regions.namesOf(looks.flatMap(({ offices }) => offices.map(({ regionId }) => regionId))),
    ]);
    return looks.map(({ id, actorId, offices, subjectIds, what, firstAt, lastAt, times }) => ({
      id,
      name: names.get(actorId) ?? '',
      offices: offices.map(({ role, regionId }) => `${regions.get(regionId) ?? ''} ${ROLE_NAMES[role]}`.trim()),
      what,
      scope: subjectIds.length === 1 && subjectIds[0] === personId ? 'person' : 'group',
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
      times,
    }));
  }

  private async gatherLooks(personId: string): Promise<readonly PersonalRecord[]> {
    const looks = await this.tell(await this.accessLog.looksAtPerson(personId, GATHERED_LOOKS), personId);
    return looks.map(({ name, offices, what, firstAt, lastAt, times }) => ({
      谁: name,
      职务: offices,
      做了什么: what,
      第一次: firstAt,
      最后一次: lastAt,
      次数: times,
    }));
  }
}
