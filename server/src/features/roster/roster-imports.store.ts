/**
 * Imports, each one document with its state, and the uploaded files beside them, sealed. Both are forgotten by themselves:
 * a file an hour after it came, or as soon as nothing more can become of it; what an import did is kept for a month.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  type ImportState,
  type ImportStep,
  isOver,
  statesBefore,
} from '@xiangyue/shared/features/roster/import-states.rules';
import type { Finding } from '@xiangyue/shared/features/roster/roster';
import type { ImportFault } from '@xiangyue/shared/features/roster/roster.problems';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';
import { part } from '../../platform/database/part';
import { Sweeper } from '../../platform/jobs/sweeper';

export interface ImportCounts {
  readonly people: number;
  readonly newHouseholds: number;
  readonly changedHouseholds: number;
  readonly unchangedHouseholds: number;
  readonly newPeople: number;
  readonly missingPeople: number;
}

export interface MissingPerson {
  readonly villageId: string;
  readonly number: string;
  readonly name: string;
}

/** What a check found: either findings, or what writing would do. */
export interface ImportResult {
  readonly findings: readonly Finding[];
  /** All of them, of which `findings` may be the first. */
  readonly findingCount: number;
  readonly counts: ImportCounts | null;
  readonly missing: readonly MissingPerson[];
  readonly unreadColumns: readonly string[];
  readonly unreadSheets: readonly string[];
}

export interface ImportProgress {
  readonly step: ImportStep;
  readonly done: number;
  readonly total: number;
}

export interface RosterImport extends Omit<ImportResult, 'findings'> {
  readonly id: string;
  readonly regionId: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly appliedBy?: string;
  readonly appliedAt?: Date;
  readonly progress: ImportProgress;
  readonly fault?: ImportFault;
}

type Row = Omit<RosterImport, 'id'> & { _id: string; findings: Finding[]; expiresAt: Date };
interface FileRow {
  _id: string;
  sealed: string;
  expiresAt: Date;
}

/** Kept for a month: nobody brings in more. */
const GATHERED_LIMIT = 1_000;

const NOTHING: ImportResult = {
  findings: [],
  findingCount: 0,
  counts: null,
  missing: [],
  unreadColumns: [],
  unreadSheets: [],
};

@Provide()
@Scope(ScopeEnum.Singleton)
export class RosterImportsStore {
  @Inject()
  private readonly database!: Database;

  @Inject()
  private readonly sweeper!: Sweeper;

  private imports!: Model<Row>;
  private files!: Model<FileRow>;

  @Init()
  init(): void {
    const rosterImport = importSchema();
    rosterImport.index({ regionId: 1, uploadedAt: -1 });
    rosterImport.index({ uploadedBy: 1, state: 1 });
    rosterImport.index({ state: 1 }, { partialFilterExpression: { state: { $in: ['uploaded', 'applying'] } } });
    rosterImport.index({ expiresAt: 1 });
    this.imports = this.database.collection<Row>('rosterImports', rosterImport);
    const file = new Schema({
      _id: String,
      sealed: { type: String, required: true },
      expiresAt: { type: Date, required: true },
    });
    file.index({ expiresAt: 1 });
    this.files = this.database.collection<FileRow>('rosterFiles', file);
    for (const collection of ['rosterImports', 'rosterFiles'])
      this.sweeper.register({ collection, field: 'expiresAt', batch: 50 });
  }

  /** Keeps the file, then the import that speaks of it; the same id again changes nothing. */
  async insert(
    uploaded: Pick<RosterImport, 'id' | 'regionId' | 'fileName' | 'uploadedBy' | 'uploadedAt'>,
    sealedFile: string,
    expiresAt: Date,
  ): Promise<void> {
    const { id: _id, ...fields } = uploaded;
    await this.files.updateOne({ _id }, { $setOnInsert: { sealed: sealedFile, expiresAt } }, { upsert: true });
    const progress: ImportProgress = { step: 'reading', done: 0, total: 0 };
    await this.imports.updateOne(
      { _id },
      { $setOnInsert: { ...fields, ...NOTHING, state: 'uploaded', progress, expiresAt } },
      { upsert: true },
    );
  }

  async find(id: string, now: Date): Promise<RosterImport | null> {
    const row = await this.imports.findOne({ _id: id, expiresAt: { $gt: now } }, { findings: 0 }).lean<Row>();
    return row && toImport(row);
  }

  /** The latest first. */
  async list(regionId: string, now: Date, limit: number): Promise<RosterImport[]> {
    const rows = await this.imports
      .find({ regionId, expiresAt: { $gt: now } }, { findings: 0 })
      .sort({ uploadedAt: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toImport);
  }

  /** What somebody has brought in, the latest first. */
  async listBy(uploadedBy: string): Promise<RosterImport[]> {
    const rows = await this.imports
      .find({ uploadedBy }, { findings: 0 })
      .sort({ uploadedAt: -1 })
      .limit(GATHERED_LIMIT)
      .lean<Row[]>();
    return rows.map(toImport);
  }

  async countUploaded(uploadedBy: string): Promise<number> {
    return this.imports.countDocuments({ uploadedBy, state: 'uploaded' });
  }

  async findings(id: string, from: number, limit: number): Promise<Finding[]> {
    const row = await this.imports.findById(id, { findings: { $slice: [from, limit] } }).lean<Row>();
    return row?.findings ?? [];
  }

  /** The sealed file, while it is there. */
  async file(id: string): Promise<string | null> {
    return (await this.files.findById(id).lean<FileRow>())?.sealed ?? null;
  }

  /** Imports that a job should be at work on. */
  async listUnderway(limit: number): Promise<Array<Pick<RosterImport, 'id' | 'state'>>> {
    const rows = await this.imports
      .find({ state: { $in: ['uploaded', 'applying'] } }, { state: 1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(({ _id, state }) => ({ id: _id, state }));
  }

  /** How far the work is; nothing is written when it has ended meanwhile. */
  async noteProgress(id: string, state: ImportState, progress: ImportProgress): Promise<void> {
    await this.imports.updateOne({ _id: id, state }, { $set: { progress } });
  }

  /** The check is over. False when the import was discarded, or somebody else has said so. */
  async finishCheck(id: string, result: ImportResult, expiresAt: Date): Promise<boolean> {
    const next: ImportState = result.findingCount > 0 ? 'rejected' : 'checked';
    return this.advance(id, next, { ...result, expiresAt });
  }

  /** Nothing can become of it. What was found of people is forgotten. */
  async fail(id: string, fault: ImportFault, expiresAt: Date): Promise<boolean> {
    return this.advance(id, 'failed', { fault, expiresAt, missing: [] });
  }

  /** Somebody has said that it shall be written. Who said so first is kept. False when it was not checked. */
  async startApply(id: string, by: string, now: Date, expiresAt: Date): Promise<boolean> {
    const progress: ImportProgress = { step: 'reading', done: 0, total: 0 };
    const started = await this.advance(id, 'applying', { appliedBy: by, appliedAt: now, progress, expiresAt });
    if (started) await this.files.updateOne({ _id: id }, { $set: { expiresAt } });
    return started;
  }

  /** It is written. The names of whoever was missing are forgotten; how many they were stays. */
  async finishApply(id: string, expiresAt: Date): Promise<boolean> {
    return this.advance(id, 'applied', { expiresAt, missing: [] });
  }

  private async advance(id: string, next: ImportState, fields: Partial<Row> | ImportResult): Promise<boolean> {
    const advanced = await this.imports.updateOne(
      { _id: id, state: { $in: statesBefore(next) } },
      { $set: { ...fields, state: next } },
    );
    if (isOver(next)) await this.files.deleteOne({ _id: id });
    return advanced.modifiedCount === 1;
  }

  /** Forgets an import and its file, unless it is being written. */
  async discard(id: string): Promise<boolean> {
    const discarded = await this.imports.deleteOne({ _id: id, state: { $ne: 'applying' } });
    if (discarded.deletedCount === 1) await this.files.deleteOne({ _id: id });
    return discarded.deletedCount === 1;
  }
}

function toImport({ _id, findings: _findings, expiresAt: _expiresAt, ...fields }: Row): RosterImport {
  return { id: _id, ...fields };
}

function importSchema(): Schema {
  const counts = part({
    people: Number,
    newHouseholds: Number,
    changedHouseholds: Number,
    unchangedHouseholds: Number,
    newPeople: Number,
    missingPeople: Number,
  });
  return new Schema({
    _id: String,
    regionId: { type: String, required: true },
    fileName: { type: String, default: '' },
    state: { type: String, required: true },
    uploadedBy: { type: String, required: true },
    uploadedAt: { type: Date, required: true },
    appliedBy: String,
    appliedAt: Date,
    progress: part({ step: String, done: Number, total: Number }),
    fault: String,
    findings: [part({ sheet: String, row: Number, column: String, heading: String, message: String })],
    findingCount: { type: Number, required: true },
    counts: { type: counts, default: null },
    missing: [part({ villageId: String, number: String, name: String })],
    unreadColumns: [String],
    unreadSheets: [String],
    expiresAt: { type: Date, required: true },
  });
}
