/** The roster as spreadsheets: templates and exports, uploads and what became of them. The work itself is in roster.jobs. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { SealedText } from '@xiangyue/shared/features/households/household';
import { isUnderway, sayProgress } from '@xiangyue/shared/features/roster/import-states.rules';
import { FINDINGS_PAGE_LIMIT, type rosterContract } from '@xiangyue/shared/features/roster/roster.contract';
import { sayFault } from '@xiangyue/shared/features/roster/roster.problems';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import type { FileAnswer } from '@xiangyue/shared/kernel/transfer';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { Jobs } from '../../platform/jobs/jobs';
import { Sealing } from '../../platform/sealing/sealing';
import { workbook } from '../../platform/xlsx/write-xlsx';
import { HouseholdRegister } from '../households/household-register.service';
import { RegionsService } from '../regions/regions.service';
import { FILE_LIFETIME_MS, ROSTER_APPLY, ROSTER_CHECK } from './roster.jobs';
import { FINDINGS_KEPT } from './roster-check';
import { type RosterImport, RosterImportsStore } from './roster-imports.store';
import { loadRosterMap } from './roster-map';
import { exportSheets, findingsSheets, templateSheets } from './roster-sheets';

/** Files of one person that wait to be checked; more is somebody who presses again and again. */
const UPLOADED_LIMIT = 3;
const LISTED = 10;
/** How long writing may take before its file is forgotten, crashes and nights without power included. */
const APPLY_LIFETIME_MS = 7 * 24 * 3600_000;

type ShownImport = OutputOf<typeof rosterContract.find>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RosterService {
  @Inject()
  private readonly store!: RosterImportsStore;

  @Inject()
  private readonly register!: HouseholdRegister;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly sealing!: Sealing;

  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** Problems: `roster.noVillages`. */
  async template(regionId: string): Promise<FileAnswer> {
    const { names, regionName } = await loadRosterMap(this.regions, regionId);
    return workbook(`${regionName}名册模板`, templateSheets(names));
  }

  /** Everybody of the region, numbers in clear; the look is written down first. Problems: `roster.noVillages`. */
  async export(actor: Actor, regionId: string, now: Date): Promise<FileAnswer> {
    const { names, regionName, nameOf } = await loadRosterMap(this.regions, regionId);
    await this.accessLog.record({ actor, subjectIds: [regionId], what: '导出了名册', now });
    const words = { nameOf, open: (text: SealedText) => this.sealing.open(text.sealed) };
    const name = `${regionName}名册 ${localDateOf(now.getTime())}`;
    return workbook(name, exportSheets(names, this.register.each(regionId), words));
  }

  /** Problems: `roster.noVillages`, `roster.tooMany`. */
  async upload(
    actor: Actor,
    { regionId, file, name = file.name }: InputOf<typeof rosterContract.upload>,
    key: string,
    now: Date,
  ): Promise<OutputOf<typeof rosterContract.upload>> {
    await loadRosterMap(this.regions, regionId);
    // Not exact when several arrive at once, and need not be: it keeps the queue short, not a promise.
    if ((await this.store.countUploaded(actor.personId)) >= UPLOADED_LIMIT) throw problem('roster.tooMany');
    const id = idFromKey(actor.personId, 'roster', key);
    const sealedFile = this.sealing.seal(Buffer.from(file.bytes).toString('base64'));
    const uploaded = { id, regionId, fileName: name, uploadedBy: actor.personId, uploadedAt: now };
    await this.store.insert(uploaded, sealedFile, new Date(now.getTime() + FILE_LIFETIME_MS));
    await this.jobs.schedule(ROSTER_CHECK, id, { importId: id }, now);
    return { id };
  }

  async list(regionId: string, now: Date): Promise<OutputOf<typeof rosterContract.imports>> {
    const found = await this.store.list(regionId, now, LISTED);
    const names = await this.regions.namesOf([regionId]);
    const imports = await Promise.all(found.map((one) => this.shown(one)));
    return { regionName: names.get(regionId) ?? '', imports };
  }

  /** Problems: `roster.importUnknown`. */
  async find(regionId: string, importId: string, now: Date): Promise<ShownImport> {
    return this.shown(await this.require(regionId, importId, now));
  }

  /** Problems: `roster.importUnknown`. */
  async findings(
    { regionId, importId, from }: InputOf<typeof rosterContract.findings>,
    now: Date,
  ): Promise<OutputOf<typeof rosterContract.findings>> {
    const { id } = await this.require(regionId, importId, now);
    return { findings: await this.store.findings(id, from, FINDINGS_PAGE_LIMIT) };
  }

  /** Problems: `roster.importUnknown`. */
  async findingsFile(regionId: string, importId: string, now: Date): Promise<FileAnswer> {
    const { id, findingCount } = await this.require(regionId, importId, now);
    const findings = await this.store.findings(id, 0, FINDINGS_KEPT);
    return workbook('名册要改的地方', findingsSheets(findings, findingCount - findings.length));
  }

  /** Saying it twice is saying it once. Problems: `roster.importUnknown`, `roster.notReady`. */
  async apply(actor: Actor, regionId: string, importId: string, now: Date): Promise<Record<string, never>> {
    const { id } = await this.require(regionId, importId, now);
    if (!(await this.store.startApply(id, actor.personId, now, new Date(now.getTime() + APPLY_LIFETIME_MS)))) {
      const { state } = await this.require(regionId, importId, now);
      if (state !== 'applying' && state !== 'applied') throw problem('roster.notReady');
    }
    await this.jobs.schedule(ROSTER_APPLY, id, { importId: id }, now);
    return {};
  }

  /** Problems: `roster.importUnknown`, `roster.alreadyWriting`. */
  async discard(regionId: string, importId: string, now: Date): Promise<Record<string, never>> {
    const { id } = await this.require(regionId, importId, now);
    if (!(await this.store.discard(id))) throw problem('roster.alreadyWriting');
    return {};
  }

  /** The path's region decided that the caller may act there; an import of elsewhere does not exist for them. */
  private async require(regionId: string, importId: string, now: Date): Promise<RosterImport> {
    const found = await this.store.find(importId, now);
    if (found?.regionId !== regionId) throw problem('roster.importUnknown');
    return found;
  }

  private async shown(found: RosterImport): Promise<ShownImport> {
    const { id, fileName, state, uploadedAt, progress, fault, findingCount, counts, missing } = found;
    const names = await this.regions.namesOf(missing.map(({ villageId }) => villageId));
    return {
      id,
      fileName,
      state,
      uploadedAt: uploadedAt.toISOString(),
      progress: isUnderway(state) ? sayProgress(progress) : null,
      fault: fault === undefined ? null : sayFault(fault),
      findingCount,
      counts,
      missing: missing.map(({ villageId, number, name }) => ({
        villageName: names.get(villageId) ?? '',
        number,
        name,
      })),
      unreadColumns: [...found.unreadColumns],
      unreadSheets: [...found.unreadSheets],
    };
  }
}
