/** The village's catalogue: read by everybody, written as a draft, published whole. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { catalogueContract } from '@xiangyue/shared/features/points/catalogue.contract';
import { findingsIn, type Item, mistakesInItem, TEMPLATE } from '@xiangyue/shared/features/points/catalogue.rules';
import { PUBLICITY_MIN_DAYS } from '@xiangyue/shared/features/points/points.rules';
import type { InputOf, OutputOf } from '@xiangyue/shared/kernel/contract';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import { problem } from '@xiangyue/shared/problems';
import type { Actor } from '../../platform/auth/actor';
import { idFromWords } from '../../platform/auth/secrets';
import { RegionsService } from '../regions/regions.service';
import { RulesService } from '../rules/rules.service';
import { type Catalogue, CataloguesStore } from './catalogues.store';
import { type Cycle, CyclesStore } from './cycles.store';

type Contract = typeof catalogueContract;
type Clauses = OutputOf<Contract['draft']>['clauses'];
type Nothing = Record<string, never>;

@Provide()
@Scope(ScopeEnum.Singleton)
export class CatalogueService {
  @Inject()
  private readonly store!: CataloguesStore;

  @Inject()
  private readonly cycles!: CyclesStore;

  @Inject()
  private readonly regions!: RegionsService;

  @Inject()
  private readonly rules!: RulesService;

  /** What holds now, with the cycle that runs. Problems: `points.noCatalogue`. */
  async requireCurrent(villageId: string): Promise<{ catalogue: Catalogue; cycle: Cycle }> {
    const [catalogue, cycle] = await Promise.all([this.store.inForce(villageId), this.cycles.find(villageId)]);
    if (!catalogue || !cycle) throw problem('points.noCatalogue');
    return { catalogue, cycle };
  }

  /** Problems: `regions.villageUnknown`. */
  async catalogue(villageId: string, now: Date): Promise<OutputOf<Contract['catalogue']>> {
    const [clauses, catalogue, cycle] = await Promise.all([
      this.clausesOf(villageId, now),
      this.store.inForce(villageId),
      this.cycles.find(villageId),
    ]);
    if (!catalogue || !cycle) return { catalogue: null };
    return {
      catalogue: {
        version: catalogue.version,
        publishedOn: localDateOf(catalogue.publishedAt?.getTime() ?? 0),
        cycle: cycle.year,
        publicityDays: catalogue.publicityDays,
        items: catalogue.items.map((item) => {
          const clause = clauseOf(item, clauses);
          return { ...item, clauseTitle: clause?.title ?? null, clauseNumber: clause?.number ?? null };
        }),
        illustrative: catalogue.illustrative,
      },
    };
  }

  /** Problems: `regions.villageUnknown`. */
  async draft(villageId: string, now: Date): Promise<OutputOf<Contract['draft']>> {
    const [clauses, draft] = await Promise.all([this.clausesOf(villageId, now), this.store.draft(villageId)]);
    return { draft: draft && { ...draft, items: [...draft.items] }, clauses };
  }

  /** Begins from what holds, or from what other villages do. Problems: `regions.villageUnknown`. */
  async startDraft(villageId: string): Promise<Nothing> {
    await this.regions.requireVillage(villageId);
    const base = await this.store.inForce(villageId);
    const version = (base?.version ?? 0) + 1;
    await this.store.insertDraft({
      id: idFromWords(0, `points.catalogue/${villageId}/${version}`),
      villageId,
      version,
      state: 'draft',
      items: base?.items ?? TEMPLATE,
      publicityDays: base?.publicityDays ?? PUBLICITY_MIN_DAYS,
      revision: 0,
      publishedAt: null,
      publishedBy: null,
      illustrative: false,
    });
    return {};
  }

  /** Keeps what is written, also while it is unfinished. Problems: as the contract says. */
  async saveDraft(
    { villageId, revision, items, publicityDays }: InputOf<Contract['saveDraft']>,
    now: Date,
  ): Promise<OutputOf<Contract['saveDraft']>> {
    const clauses = await this.clausesOf(villageId, now);
    if (items.some((item) => item.clause && !clauseOf(item, clauses))) throw problem('points.clauseUnknown');
    if (!(await this.store.save(villageId, revision, { items, publicityDays }))) throw await this.lost(villageId);
    return { revision: revision + 1 };
  }

  /** Problems: as the contract says. */
  async publish(
    actor: Actor,
    { villageId, revision }: InputOf<Contract['publish']>,
    now: Date,
  ): Promise<OutputOf<Contract['publish']>> {
    const draft = await this.store.draft(villageId);
    if (!draft || draft.revision !== revision) throw await this.lost(villageId);
    const errors = draft.items.flatMap((item, i) => [
      ...mistakesInItem(item).map(({ field, message }) => ({ path: `items.${i}.${field}`, message })),
      ...findingsIn(item).map(({ quote, title, why }) => ({
        path: `items.${i}.title`,
        message: `“${quote}”：${title}。${why}`,
      })),
    ]);
    if (draft.items.length === 0) errors.push({ path: 'items', message: '至少写一项' });
    if (errors.length > 0) throw problem('points.catalogueRefused', undefined, { errors });
    // The first cycle first: a crash in between leaves one that nothing uses yet, and the repeat finds it.
    const today = localDateOf(now.getTime());
    await this.cycles.open({
      villageId,
      year: Number(today.slice(0, 4)),
      startedOn: `${today.slice(0, 4)}-01-01`,
      closing: null,
    });
    if (!(await this.store.publish(villageId, revision, actor.personId, now))) throw await this.lost(villageId);
    return { version: draft.version };
  }

  private async lost(villageId: string) {
    return (await this.store.draft(villageId)) ? problem('points.catalogueMovedOn') : problem('points.draftUnknown');
  }

  /** The clauses in force that an item may rest on. */
  private async clausesOf(villageId: string, now: Date): Promise<Clauses> {
    const { documents } = await this.rules.inForce(villageId, now);
    const whole = await Promise.all(documents.map(({ id }) => this.rules.document(id, now)));
    return whole.flatMap(({ id, clauses }) =>
      clauses.map(({ key, number, title }) => ({ documentId: id, key, number, title })),
    );
  }
}

function clauseOf({ clause }: Item, clauses: Clauses): Clauses[number] | undefined {
  return clauses.find(({ documentId, key }) => documentId === clause?.documentId && key === clause.key);
}
