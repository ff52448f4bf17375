import type { rulesContract } from '@xiangyue/shared/features/rules/rules.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';

export type RuleDocument = OutputOf<typeof rulesContract.document>;
export type Clause = RuleDocument['clauses'][number];
export type LegalBasis = Clause['basis'][number];

/** A clause's number as it is said: 第 3 条. */
export function sayNumber({ number }: Pick<Clause, 'number'>): string {
  return `第 ${number} 条`;
}

/** Where a clause rests: 《民法典》第十条. */
export function sayBasis({ law, article }: LegalBasis): string {
  return `《${law}》${article}`;
}

/** A clause as it is read aloud, with what follows from it. */
export function clauseAloud(clause: Clause): string {
  const basis = clause.basis.map((one) => `依据是${sayBasis(one)}：${one.gist}`);
  return [`${sayNumber(clause)}，${clause.title}。`, clause.text, `没做到怎么办：${clause.consequence}`, ...basis].join(
    '\n',
  );
}

/** A whole document as it is read aloud: the clauses, without what follows from each. */
export function documentAloud({ title, clauses }: Pick<RuleDocument, 'title' | 'clauses'>): string {
  return [`${title}。`, ...clauses.map((clause) => `${sayNumber(clause)}，${clause.title}。\n${clause.text}`)].join(
    '\n',
  );
}
