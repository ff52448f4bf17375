import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type rulesContract, SEARCH_LIMIT } from '@xiangyue/shared/features/rules/rules.contract';
import { matchClauses } from '@xiangyue/shared/features/rules/search.rules';
import type { InputOf, OutputOf, ResultOf } from '@xiangyue/shared/kernel/contract';
import { gramsToFind, wordsOf } from '@xiangyue/shared/kernel/text';
import { problem } from '@xiangyue/shared/problems';
import { RegionsService } from '../regions/regions.service';
import { RulesStore } from './rules.store';

@Provide()
@Scope(ScopeEnum.Singleton)
export class RulesService {
  @Inject()
  private readonly store!: RulesStore;

  @Inject()
  private readonly regions!: RegionsService;

  /** The village's documents in force, newest first. Problems: `regions.villageUnknown`. */
  async inForce(villageId: string): Promise<OutputOf<typeof rulesContract.inForce>> {
    const village = await this.regions.requireVillage(villageId);
    const documents = await this.store.listInForce(villageId);
    return { documents: documents.map((document) => ({ ...document, villageName: village.name })) };
  }

  /** One document with all its clauses. Problems: `rules.documentUnknown`. */
  async document(documentId: string): Promise<OutputOf<typeof rulesContract.document>> {
    const document = await this.store.find(documentId);
    if (!document) throw problem('rules.documentUnknown');
    const names = await this.regions.namesOf([document.villageId]);
    return {
      ...document,
      villageName: names.get(document.villageId) ?? '',
      clauseCount: document.clauses.length,
    };
  }

  /** Clauses in force that contain every word, in the village or the whole township; newest documents first. */
  async search(input: InputOf<typeof rulesContract.search>): Promise<ResultOf<typeof rulesContract.search>> {
    const words = wordsOf(input.words);
    const documents = await this.store.findByGrams(input.villageId ?? input.townshipId, gramsToFind(words));
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
