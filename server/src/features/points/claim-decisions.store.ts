/**
 * Decisions about claims, each one guarded write. Whoever decides is tested by the write itself: it finds no claim of their own
 * household, of relatives, of their own making, or that they have decided about before.
 */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type Decider, OBJECTIONABLE_STATES } from '@xiangyue/shared/features/points/points.rules';
import type { LocalDate } from '@xiangyue/shared/kernel/time';
import type { Model } from 'mongoose';
import { Database } from '../../platform/database/database';
import { type Claim, type ClaimReview, type ClaimRow, claimsOf, type Objection } from './claim-documents.store';

@Provide()
@Scope(ScopeEnum.Singleton)
export class ClaimDecisionsStore {
  @Inject()
  private readonly database!: Database;

  private claims!: Model<ClaimRow>;

  @Init()
  init(): void {
    this.claims = claimsOf(this.database);
  }

  /** The relatives may have changed since it was asked for. */
  async setRelated(id: string, relatedHouseholdIds: readonly string[]): Promise<void> {
    await this.claims.updateOne({ _id: id }, { $set: { relatedHouseholdIds } });
  }

  /** Keeps a review and what follows from it. False when the claim is not as it was seen, or the reviewer must not decide. */
  async review(
    id: string,
    seen: Pick<Claim, 'state' | 'revision'>,
    review: ClaimReview,
    change: Partial<Pick<Claim, 'state' | 'points' | 'publishedOn' | 'publicUntil'>>,
  ): Promise<boolean> {
    const written = await this.claims.updateOne(
      { _id: id, ...seen, ...impartial({ personId: review.by, householdId: review.householdId }) },
      { $set: change, $push: { reviews: review }, $inc: { revision: 1 } },
    );
    return written.modifiedCount === 1;
  }

  /** Moves a claim as it was seen. */
  async move(
    id: string,
    seen: Pick<Claim, 'state' | 'revision'>,
    change: Partial<Pick<Claim, 'state' | 'points' | 'year' | 'creditedOn' | 'entryKey' | 'correction'>>,
  ): Promise<boolean> {
    const written = await this.claims.updateOne({ _id: id, ...seen }, { $set: change, $inc: { revision: 1 } });
    return written.modifiedCount === 1;
  }

  /** Keeps an objection. False when the person has one there, or the claim can no longer be objected to. */
  async object(id: string, objection: Objection, householdId: string, creditedSince: LocalDate): Promise<boolean> {
    const written = await this.claims.updateOne(
      {
        _id: id,
        state: { $in: [...OBJECTIONABLE_STATES] },
        householdId: { $ne: householdId },
        'objections.by': { $ne: objection.by },
        $or: [{ creditedOn: null }, { creditedOn: { $gte: creditedSince } }],
      },
      { $push: { objections: objection }, $inc: { openObjections: 1, revision: 1 } },
    );
    return written.modifiedCount === 1;
  }

  /** Somebody else sees to an objection; false when it was answered. */
  async setHandler(id: string, objectionId: string, handlerId: string): Promise<boolean> {
    const waiting = { id: objectionId, outcome: 'waiting', by: { $ne: handlerId } };
    const written = await this.claims.updateOne(
      { _id: id, objections: { $elemMatch: waiting } },
      { $set: { 'objections.$[one].handlerId': handlerId } },
      { arrayFilters: [{ 'one.id': objectionId }] },
    );
    return written.matchedCount === 1;
  }

  /** Answers an objection, and changes the claim, in one write. False when it was answered, or the answerer must not. */
  async answer(
    claim: Pick<Claim, 'id' | 'state' | 'revision' | 'openObjections'>,
    objectionId: string,
    decider: Decider,
    told: Pick<Objection, 'outcome' | 'answer' | 'answeredAt'>,
    change: Partial<Pick<Claim, 'state' | 'points' | 'publishedOn' | 'publicUntil' | 'correction'>>,
  ): Promise<boolean> {
    // Where nothing is left of the claim, nothing is left to object to.
    const all = told.outcome === 'cancelled';
    const fields = { ...told, answeredBy: decider.personId };
    const answered = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [`objections.$[one].${name}`, value]),
    );
    const written = await this.claims.updateOne(
      {
        _id: claim.id,
        state: claim.state,
        revision: claim.revision,
        ...impartial(decider),
        objections: { $elemMatch: { id: objectionId, outcome: 'waiting', by: { $ne: decider.personId } } },
      },
      {
        $set: { ...answered, ...change },
        $inc: { openObjections: all ? -claim.openObjections : -1, revision: 1 },
      },
      { arrayFilters: [{ 'one.outcome': 'waiting', ...(!all && { 'one.id': objectionId }) }] },
    );
    return written.modifiedCount === 1;
  }

  /** From publicity to crediting, if it is over and nobody objects. */
  async begin(id: string, today: LocalDate): Promise<boolean> {
    const written = await this.claims.updateOne(
      { _id: id, state: 'publicity', publicUntil: { $lt: today }, openObjections: 0 },
      { $set: { state: 'crediting' }, $inc: { revision: 1 } },
    );
    return written.modifiedCount === 1;
  }

  /** The words with which somebody objected go; the claims stay the household's. */
  async forgetObjector(personId: string): Promise<void> {
    await this.claims.updateMany(
      { 'objections.by': personId },
      { $set: { 'objections.$[one].words': '' } },
      { arrayFilters: [{ 'one.by': personId }] },
    );
  }
}

/** Only claims about which this person may decide. */
function impartial({ personId, householdId }: Decider) {
  return {
    householdId: { $ne: householdId },
    relatedHouseholdIds: { $ne: householdId },
    proposedBy: { $ne: personId },
    'reviews.by': { $ne: personId },
    'reviews.householdId': { $ne: householdId },
  };
}
