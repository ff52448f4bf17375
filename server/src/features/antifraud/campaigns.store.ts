/** Campaigns, each one document. Every change is one write whose filter names what was seen. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  CAMPAIGN_MOVES,
  type CampaignGroup,
  type CampaignMoveName,
  type CampaignState,
} from '@xiangyue/shared/features/antifraud/campaign.rules';
import { type Model, Schema } from 'mongoose';
import { Database } from '../../platform/database/database';

export interface Campaign {
  id: string;
  regionId: string;
  regionPath: string[];
  villageIds: string[];
  groups: CampaignGroup[];
  caseId: string;
  /** As it was when the campaign was made: what people are told. */
  caseTitle: string;
  sayNo: string;
  byId: string;
  startsAt: Date;
  wavePeople: number;
  waveGapMinutes: number;
  state: CampaignState;
  revision: number;
  /** Grows whenever sending begins or goes on: work planned in an earlier round does nothing. */
  round: number;
  roundBeganAt: Date;
  /** Everybody has a delivery; so many people. */
  people: number | null;
  why: string | null;
}

type Row = Omit<Campaign, 'id'> & { _id: string };

/** Campaigns that one look of the clock goes through. */
const UNDERWAY_LIMIT = 200;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CampaignsStore {
  @Inject()
  private readonly database!: Database;

  private campaigns!: Model<Row>;

  @Init()
  init(): void {
    const campaign = new Schema({
      _id: String,
      regionId: { type: String, required: true },
      regionPath: { type: [String], required: true },
      villageIds: { type: [String], required: true },
      groups: { type: [String], required: true },
      caseId: { type: String, required: true },
      caseTitle: { type: String, required: true },
      sayNo: { type: String, required: true },
      byId: { type: String, required: true },
      startsAt: { type: Date, required: true },
      wavePeople: { type: Number, required: true },
      waveGapMinutes: { type: Number, required: true },
      state: { type: String, required: true },
      revision: { type: Number, required: true },
      round: { type: Number, required: true },
      roundBeganAt: { type: Date, required: true },
      people: { type: Number, default: null },
      why: { type: String, default: null },
    });
    campaign.index({ regionPath: 1, startsAt: -1 });
    campaign.index({ state: 1, startsAt: 1 });
    this.campaigns = this.database.collection<Row>('campaigns', campaign);
  }

  /** The same id again is the same campaign. */
  async insert({ id, ...fields }: Campaign): Promise<void> {
    await this.campaigns.updateOne({ _id: id }, { $setOnInsert: fields }, { upsert: true });
  }

  async find(id: string): Promise<Campaign | null> {
    const row = await this.campaigns.findById(id).lean<Row>();
    return row && toCampaign(row);
  }

  async list(regionId: string, limit: number): Promise<Campaign[]> {
    const rows = await this.campaigns
      .find({ regionPath: regionId })
      .sort({ startsAt: -1, _id: -1 })
      .limit(limit)
      .lean<Row[]>();
    return rows.map(toCampaign);
  }

  /** Whether this round of the campaign is being sent; asked before every few people. */
  async isRunning(id: string, round: number): Promise<boolean> {
    return (await this.campaigns.exists({ _id: id, state: 'running', round })) !== null;
  }

  async listUnderway(): Promise<Campaign[]> {
    const rows = await this.campaigns
      .find({ state: { $in: ['planned', 'running'] } })
      .limit(UNDERWAY_LIMIT)
      .lean<Row[]>();
    return rows.map(toCampaign);
  }

  /** A person's move; false when it is not as it was seen. A campaign that goes on begins a round. */
  async move(id: string, revision: number, name: CampaignMoveName, at: Date, why: string | null): Promise<boolean> {
    const { from, to } = CAMPAIGN_MOVES[name];
    const moved = await this.campaigns.updateOne(
      { _id: id, revision, state: { $in: from } },
      {
        $set: { state: to, why, ...(name === 'resume' && { roundBeganAt: at }) },
        $inc: { revision: 1, ...(name === 'resume' && { round: 1 }) },
      },
    );
    return moved.modifiedCount === 1;
  }

  /** The time has come. */
  async begin(id: string, round: number): Promise<void> {
    await this.campaigns.updateOne(
      { _id: id, state: 'planned', round },
      { $set: { state: 'running' }, $inc: { revision: 1 } },
    );
  }

  /** Everybody has a delivery. */
  async spread(id: string, people: number): Promise<void> {
    await this.campaigns.updateOne({ _id: id, people: null }, { $set: { people } });
  }

  /** WeChat refuses what every message says: nothing more is sent. */
  async halt(id: string, why: string): Promise<void> {
    await this.campaigns.updateOne(
      { _id: id, state: 'running' },
      { $set: { state: 'stopped', why }, $inc: { revision: 1 } },
    );
  }

  async finish(id: string, round: number): Promise<void> {
    await this.campaigns.updateOne(
      { _id: id, state: 'running', round },
      { $set: { state: 'done' }, $inc: { revision: 1 } },
    );
  }
}

function toCampaign({ _id, ...fields }: Row): Campaign {
  return { id: _id, ...fields };
}
