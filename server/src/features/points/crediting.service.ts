/**
 * What the clock does: claims whose publicity is over come into the account, and corrections take back what was credited. A claim
 * and an account are two documents, so each goes in three repeatable steps: the claim says what is being done, the account
 * takes the entry under a key of the claim, the claim says that it is done. A crash between two of them is made good by the
 * next look.
 */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { MessageKind } from '@xiangyue/shared/features/messages/messages.kinds';
import {
  CLAIM_MOVES,
  claimKey,
  correctionKey,
  type EntryKind,
  honourOf,
  reversalKey,
} from '@xiangyue/shared/features/points/points.rules';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { HouseholdsService } from '../households/households.service';
import { MessagesService } from '../messages/messages.service';
import type { Entry } from './accounts.store';
import { ClaimDecisionsStore } from './claim-decisions.store';
import type { Claim } from './claim-documents.store';
import { ClaimsStore } from './claims.store';
import { LedgerService } from './ledger.service';

/** Claims in one breath, between two signs of life of the job. */
const BATCH = 50;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CreditingService {
  @Inject()
  private readonly claims!: ClaimsStore;

  @Inject()
  private readonly decisions!: ClaimDecisionsStore;

  @Inject()
  private readonly ledger!: LedgerService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Inject()
  private readonly messages!: MessagesService;

  /** Everything that is due, and everything that was left half done. Repeating is harmless. */
  async creditDue(now: Date, heartbeat: () => Promise<void> = async () => undefined): Promise<void> {
    const today = localDateOf(now.getTime());
    for (const find of [() => this.claims.listUnfinished(BATCH), () => this.claims.listDue(today, BATCH)])
      for (let found = await find(); found.length > 0; found = await find()) {
        for (const claim of found) await this.creditIfDue(claim.id, now);
        await heartbeat();
      }
  }

  /** Does for one claim whatever the clock has to do now. */
  async creditIfDue(claimId: string, now: Date): Promise<void> {
    await this.decisions.begin(claimId, localDateOf(now.getTime()));
    const claim = await this.claims.find(claimId);
    if (claim?.state === 'crediting') await this.credit(claim, now);
    if (claim?.state === 'reversing') await this.reverse(claim, now);
  }

  private async credit(claim: Claim, now: Date): Promise<void> {
    const { id, state, revision, itemKey, capPoints, points } = claim;
    const entry = entryOf(claim, 'claim', claimKey(id), points, now);
    const guard = capPoints === null ? {} : { cap: { itemKey, capPoints, points } };
    const { posted, year } = await this.ledger.post(claim, [entry], guard);
    if (posted === 'capped') {
      await this.decisions.move(id, { state, revision }, { state: CLAIM_MOVES.overCap.to });
      await this.tell(claim, 'points.refused', `“${claim.itemTitle}”今年已经封顶，这次的 ${points} 分没有记上。`, now);
      return;
    }
    const creditedOn = localDateOf(now.getTime());
    await this.decisions.move(
      id,
      { state, revision },
      { state: CLAIM_MOVES.credit.to, year, creditedOn, entryKey: entry.key },
    );
    await this.tell(claim, 'points.credited', `“${claim.itemTitle}”公示期满，记了 ${points} 分。`, now);
  }

  /** The opposite entry, and the right one beside it, in one write. */
  private async reverse(claim: Claim, now: Date): Promise<void> {
    const { id, state, revision, correction, points } = claim;
    if (!correction) throw new Error(`claim ${id} is to be reversed and nobody said to what`);
    const opposite = {
      ...entryOf(claim, 'reversal', reversalKey(id, correction.objectionId), -points, now),
      opposes: claim.entryKey,
    };
    const right = correction.points;
    const again = entryOf(claim, 'correction', correctionKey(id, correction.objectionId), right, now);
    await this.ledger.post(claim, right > 0 ? [opposite, again] : [opposite]);
    const change =
      right > 0
        ? { state: CLAIM_MOVES.replace.to, points: right, entryKey: again.key }
        : { state: CLAIM_MOVES.reverse.to };
    await this.decisions.move(id, { state, revision }, { ...change, correction: null });
    const said = right > 0 ? `由 ${points} 分改为 ${right} 分` : `收回 ${points} 分`;
    await this.tell(claim, 'points.corrected', `有人对“${claim.itemTitle}”提了异议，核实后${said}。`, now);
  }

  /** Tells everybody of the household who has an account, once. */
  async tell(claim: Claim, kind: MessageKind, text: string, now: Date): Promise<void> {
    const household = (await this.households.findMany([claim.householdId])).get(claim.householdId);
    for (const { binding } of household?.members ?? [])
      if (binding)
        await this.messages.send(
          { key: `${kind}/${claim.id}/${claim.revision}`, personId: binding.personId, kind, text },
          now,
        );
  }
}

function entryOf(claim: Claim, kind: EntryKind, key: string, points: number, at: Date): Entry {
  return {
    key,
    kind,
    points,
    honourPoints: honourOf(kind, points),
    title: claim.itemTitle,
    category: claim.category,
    itemKey: claim.itemKey,
    doneOn: claim.doneOn,
    words: claim.words,
    at,
    proposedBy: claim.proposedBy,
    reviewedBy: claim.reviews.map(({ by }) => by),
    claimId: claim.id,
    orderId: null,
    opposes: null,
  };
}
