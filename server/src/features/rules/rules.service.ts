import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { shownState, versionsInForce } from '@xiangyue/shared/features/rules/life.rules';
import { IN_FORCE_LIMIT, type rulesContract, SEARCH_LIMIT } from '@xiangyue/shared/features/rules/rules.contract';
import { matchClauses } from '@xiangyue/shared/features/rules/search.rules';
import type { InputOf, OutputOf, ResultOf } from '@xiangyue/shared/kernel/contract';
import { gramsToFind, wordsOf } from '@xiangyue/shared/kernel/text';
import { localDateOf } from '@xiangyue/shared/kernel/time';
import type { FileAnswer } from '@xiangyue/shared/kernel/transfer';
import { problem } from '@xiangyue/shared/problems';
import { LRUCache } from 'lru-cache';
import { pdfAnswer, writePdf } from '../../platform/pdf/write-pdf';
import { RegionsService } from '../regions/regions.service';
import { aboutRule, blocksOfRule, type ReadRule } from './rule-pdf';
import { RulesStore } from './rules.store';

/** A hundred villages' rules, as PDFs, in the memory of one process. */
const PDFS_MAX_BYTES = 16 * 1024 * 1024;

@Provide()
@Scope(ScopeEnum.Singleton)
export class RulesService {
  @Inject()
  private readonly store!: RulesStore;

  @Inject()
  private readonly regions!: RegionsService;

  private readonly pdfs = new LRUCache<string, Buffer, ReadRule>({
    maxSize: PDFS_MAX_BYTES,
    sizeCalculation: (bytes) => bytes.length,
    fetchMethod: (_key, _stale, { context }) => makePdf(context),
  });

  /** The village's documents in force, newest first. Problems: `regions.villageUnknown`. */
  async inForce(villageId: string, now: Date): Promise<OutputOf<typeof rulesContract.inForce>> {
    const village = await this.regions.requireVillage(villageId);
    const today = localDateOf(now.getTime());
    const holding = versionsInForce(await this.store.listHolding(villageId, today), today);
    return {
      documents: holding.slice(0, IN_FORCE_LIMIT).map((document) => ({ ...document, villageName: village.name })),
    };
  }

  /** One published version with all its clauses. Problems: `rules.documentUnknown`. */
  async document(documentId: string, now: Date): Promise<OutputOf<typeof rulesContract.document>> {
    const document = await this.store.find(documentId);
    if (!document) throw problem('rules.documentUnknown');
    const names = await this.regions.namesOf([document.villageId]);
    return {
      ...document,
      villageName: names.get(document.villageId) ?? '',
      clauseCount: document.clauses.length,
      shown: shownState(document, localDateOf(now.getTime())),
    };
  }

  /** The version as a PDF, made once and kept while memory lasts. Problems: `rules.documentUnknown`. */
  async pdf(documentId: string, now: Date): Promise<FileAnswer> {
    const rule = await this.document(documentId, now);
    const about = aboutRule(rule);
    // A published text does not change any more; the day on which the next version replaces it is added once.
    const bytes = await this.pdfs.fetch(`${documentId}/${rule.supersededOn}`, { context: rule });
    return pdfAnswer(about.title, bytes ?? (await makePdf(rule)));
  }

  /** All published versions of the rule that this one is a version of, newest first. Problems: `rules.documentUnknown`. */
  async versions(documentId: string, now: Date): Promise<OutputOf<typeof rulesContract.versions>> {
    const document = await this.store.find(documentId);
    if (!document) throw problem('rules.documentUnknown');
    const today = localDateOf(now.getTime());
    const versions = await this.store.listVersions(document.lineageId);
    return { versions: versions.map((version) => ({ ...version, shown: shownState(version, today) })) };
  }

  /** Clauses in force that contain every word, in the village or the whole township; newest documents first. */
  async search(input: InputOf<typeof rulesContract.search>, now: Date): Promise<ResultOf<typeof rulesContract.search>> {
    const words = wordsOf(input.words);
    const today = localDateOf(now.getTime());
    const found = await this.store.findByGrams(input.villageId ?? input.townshipId, gramsToFind(words), today);
    // The newer version may not hold the words that the older one does: which of them is in force is asked for both.
    const versions = await this.store.listHoldingOf(
      found.map(({ lineageId }) => lineageId),
      today,
    );
    const holding = new Set(versionsInForce(versions, today).map(({ id }) => id));
    const documents = found.filter(({ id }) => holding.has(id));
    const names = await this.regions.namesOf(documents.map(({ villageId }) => villageId));
    const matches = documents.flatMap((document) =>
      matchClauses(document.clauses, words).map(({ clause, titleMarks, textMarks }) => ({
        documentId: document.id,
        villageId: document.villageId,
        villageName: names.get(document.villageId) ?? '',
        documentTitle: document.title,
        clauseNumber: clause.number,
        clauseTitle: clause.title,
        text: clause.text,
        titleMarks: titleMarks.map(([start, end]): [number, number] => [start, end]),
        textMarks: textMarks.map(([start, end]): [number, number] => [start, end]),
      })),
    );
    return { matches: matches.slice(0, SEARCH_LIMIT), more: matches.length > SEARCH_LIMIT };
  }
}

function makePdf(rule: ReadRule): Promise<Buffer> {
  return writePdf(aboutRule(rule), blocksOfRule(rule));
}
