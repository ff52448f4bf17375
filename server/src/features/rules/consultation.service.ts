/** The announced period: comments and opinions of villagers, and the desk that looks at them and answers. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import {
  COMMENTS_A_PERSON,
  type ruleConsultationContract,
} from '@xiangyue/shared/features/rules/consultation.contract';
import { ANNOUNCED_STATES, isPeriodRunning, PUBLISHED_STATES } from '@xiangyue/shared/features/rules/life.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { maskName } from '@xiangyue/shared/kernel/names';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromKey } from '../../platform/auth/secrets';
import { DelegationsService } from '../delegations/delegations.service';
import { IdentityService } from '../identity/identity.service';
import { PurposeConsentsService } from '../privacy/purpose-consents.service';
import { RegionsService } from '../regions/regions.service';
import { type PollChoice, type RuleComment, RuleCommentsStore, type Tally } from './rule-comments.store';
import { type RuleInMaking, RuleWorkStore } from './rule-work.store';

type Contract = typeof ruleConsultationContract;
type Input<Name extends keyof Contract> = InputOf<Contract[Name]>;

/** States in which villagers may read what was said; a draft that was taken back is being rewritten. */
const READABLE: readonly string[] = [...ANNOUNCED_STATES, ...PUBLISHED_STATES];

@Provide()
@Scope(ScopeEnum.Singleton)
export class ConsultationService {
  @Inject()
  private readonly rules!: RuleWorkStore;

  @Inject()
  private readonly comments!: RuleCommentsStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly identity!: IdentityService;

  @Inject()
  private readonly delegations!: DelegationsService;

  @Inject()
  private readonly consents!: PurposeConsentsService;

  /** What the village is asked about or will vote on. Problems: `regions.villageUnknown`. */
  async announced(villageId: string): Promise<OutputOf<Contract['announced']>> {
    await this.regions.requireVillage(villageId);
    return { documents: await this.rules.listOpen(villageId, ANNOUNCED_STATES) };
  }

  /** The draft with everything that villagers said and were answered. Problems: `rules.documentUnknown`. */
  async consultation(documentId: string, now: Date): Promise<OutputOf<Contract['consultation']>> {
    const rule = await this.requireReadable(documentId);
    const [comments, tally, regions] = await Promise.all([
      this.comments.list(documentId, 'shown'),
      this.comments.tally(documentId),
      this.regions.namesOf([rule.villageId]),
    ]);
    return {
      ...rule,
      villageName: regions.get(rule.villageId) ?? '',
      until: rule.work.until,
      isOpen: isOpen(rule, now),
      clauses: rule.clauses.map((clause) => ({ ...clause, poll: pollOf(clause.key, tally) })),
      comments: await this.present(comments),
    };
  }

  /** Problems: `rules.documentUnknown`, `rules.consultationClosed`, `rules.clauseUnknown`, `rules.commentsTooMany`, `rules.notOfVillage`, and those of acting for somebody. */
  async comment(actor: Actor, input: Input<'comment'>, key: string, now: Date): Promise<OutputOf<Contract['comment']>> {
    const rule = await this.requireOpen(input.documentId, input.clauseKey, now);
    if (input.delegationId !== undefined) {
      const { household } = await this.delegations.requireActing(actor, input.delegationId, now);
      if (household.villageId !== rule.villageId) throw problem('rules.notOfVillage');
    }
    const comment: RuleComment = {
      id: idFromKey(actor.personId, 'rules.comment', key),
      documentId: rule.id,
      clauseKey: input.clauseKey,
      authorId: actor.personId,
      named: input.named,
      delegationId: input.delegationId ?? null,
      text: input.text,
      at: now,
      look: 'waiting',
      heldWhy: null,
      lookedBy: null,
      answer: null,
    };
    if (!(await this.comments.insert(comment, COMMENTS_A_PERSON)))
      throw problem('rules.commentsTooMany', { limit: COMMENTS_A_PERSON });
    return { id: comment.id };
  }

  /** Problems: `rules.documentUnknown`. */
  async mine(actor: Actor, documentId: string): Promise<OutputOf<Contract['mine']>> {
    await this.requireReadable(documentId);
    const [comments, opinions] = await Promise.all([
      this.comments.listOf(documentId, actor.personId),
      this.comments.opinionsOf(documentId, actor.personId),
    ]);
    return { comments: await this.present(comments), opinions };
  }

  /** Problems: `rules.documentUnknown`, `rules.consultationClosed`, `rules.clauseUnknown`. */
  async sayOpinion(actor: Actor, input: Input<'sayOpinion'>, now: Date): Promise<OutputOf<Contract['sayOpinion']>> {
    await this.requireOpen(input.documentId, input.clauseKey, now);
    await this.comments.putOpinion(input.documentId, input.clauseKey, actor.personId, input.choice, now);
    return { poll: pollOf(input.clauseKey, await this.comments.tally(input.documentId)) };
  }

  /** Every comment, looked at or not, for the village's desk. */
  async commentsDesk(documentId: string): Promise<OutputOf<Contract['commentsDesk']>> {
    return { comments: await this.present(await this.comments.list(documentId)) };
  }

  /** Problems: `rules.commentUnknown`, `rules.reasonMissing`. */
  async look(actor: Actor, { documentId, commentId, show, why }: Input<'look'>): Promise<Record<string, never>> {
    if (!show && why === undefined) throw problem('rules.reasonMissing');
    const [look, reason] = show ? (['shown', null] as const) : (['held', why ?? null] as const);
    if (!(await this.comments.setLook(documentId, commentId, look, reason, actor.personId)))
      throw problem('rules.commentUnknown');
    return {};
  }

  /** Answers a comment that everyone may read. Problems: `rules.commentUnknown`. */
  async answer(
    actor: Actor,
    { documentId, commentId, result, words }: Input<'answer'>,
    now: Date,
  ): Promise<Record<string, never>> {
    const answer = { result, words, by: actor.personId, at: now };
    if (!(await this.comments.setAnswer(documentId, commentId, answer))) throw problem('rules.commentUnknown');
    return {};
  }

  private async requireReadable(documentId: string): Promise<RuleInMaking> {
    const rule = await this.rules.find(documentId);
    if (!rule || !READABLE.includes(rule.state)) throw problem('rules.documentUnknown');
    return rule;
  }

  private async requireOpen(documentId: string, clauseKey: string | null, now: Date): Promise<RuleInMaking> {
    const rule = await this.requireReadable(documentId);
    if (!isOpen(rule, now)) throw problem('rules.consultationClosed');
    if (clauseKey !== null && !rule.clauses.some(({ key }) => key === clauseKey)) throw problem('rules.clauseUnknown');
    return rule;
  }

  /** Whole is only the name of who has agreed to that by itself, and has not taken it back (个人信息保护法 art. 25). */
  private async present(comments: readonly RuleComment[]) {
    const named = comments.filter((comment) => comment.named).map(({ authorId }) => authorId);
    const [names, published, spoken] = await Promise.all([
      this.identity.namesOf(named),
      this.consents.whoConsents(named, 'publishName'),
      this.delegations.maskedNamesOf(comments.flatMap(({ delegationId }) => delegationId ?? [])),
    ]);
    const nameOf = (authorId: string) => {
      const name = names.get(authorId);
      return name === undefined || published.has(authorId) ? (name ?? null) : maskName(name);
    };
    return comments.map((comment) => ({
      ...comment,
      author: comment.named ? nameOf(comment.authorId) : null,
      onBehalfOf: comment.delegationId === null ? null : (spoken.get(comment.delegationId) ?? '一位村民'),
      at: comment.at.toISOString(),
      answer: comment.answer && { ...comment.answer, at: comment.answer.at.toISOString() },
    }));
  }
}

function isOpen(rule: RuleInMaking, now: Date): boolean {
  return rule.state === 'comments' && isPeriodRunning(rule.work.until, localDateOf(now.getTime()));
}

function pollOf(key: string, tally: readonly Tally[]): Record<PollChoice, number> {
  const poll = { agree: 0, change: 0, unsure: 0 };
  for (const { clauseKey, choice, count } of tally) if (clauseKey === key) poll[choice] = count;
  return poll;
}
