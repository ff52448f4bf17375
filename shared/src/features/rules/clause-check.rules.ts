/**
 * Reads a clause for what the law does not let a village write (村民委员会组织法 art. 31: no rule may infringe personal, democratic or
 * property rights), and for what must be written with care. It is a reader of patterns, not a lawyer: the town and the
 * adviser still review every text. What it refuses cannot be explained away; a warning can.
 */
import { CHECKS, type Check, type LawArticle } from './clause-check-table.rules';

export type CheckName = keyof typeof CHECKS;
export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];

/** The parts of a clause that are read. */
export interface CheckedClause {
  readonly title: string;
  readonly text: string;
  readonly consequence: string;
}

export type CheckedField = keyof CheckedClause;
export const CHECKED_FIELDS: readonly CheckedField[] = ['title', 'text', 'consequence'];

export interface Finding {
  readonly check: CheckName;
  readonly severity: 'refused' | 'warning';
  readonly title: string;
  readonly field: CheckedField;
  /** The words that were found; an explanation is given for them, and ends when they change. */
  readonly quote: string;
  readonly law: LawArticle;
  readonly proposal: string;
}

/** Why an author leaves a warned wording as it is. */
export interface Explanation {
  readonly clauseKey: string;
  readonly check: CheckName;
  readonly quote: string;
  readonly words: string;
}

/** All findings in a clause, refusals first; each check at most once a field. */
export function checkClause(clause: CheckedClause): Finding[] {
  const findings = CHECK_NAMES.flatMap((check) =>
    CHECKED_FIELDS.flatMap((field): Finding[] => {
      const { severity, title, law, proposal }: Check = CHECKS[check];
      const quote = findQuote(CHECKS[check], clause[field]);
      return quote === null ? [] : [{ check, severity, title, field, quote, law, proposal }];
    }),
  );
  return [...findings.filter(isRefused), ...findings.filter((finding) => !isRefused(finding))];
}

export function isRefused({ severity }: Finding): boolean {
  return severity === 'refused';
}

/** Why these very words stay, where the author has said it. */
export function explanationOf(
  { check, quote }: Finding,
  clauseKey: string,
  explanations: readonly Explanation[],
): Explanation | undefined {
  return explanations.find((one) => one.clauseKey === clauseKey && one.check === check && one.quote === quote);
}

/** True when the author has said why these very words stay. */
export function isExplained(finding: Finding, clauseKey: string, explanations: readonly Explanation[]): boolean {
  return explanationOf(finding, clauseKey, explanations) !== undefined;
}

interface KeyedClause extends CheckedClause {
  readonly key: string;
}

export interface ClauseFinding {
  /** Place in the document, from 0. */
  readonly index: number;
  readonly clauseKey: string;
  readonly finding: Finding;
}

/** What keeps a draft from going to the villagers: every refusal, and every warning that nobody has explained. */
export function findingsThatStop(
  clauses: readonly KeyedClause[],
  explanations: readonly Explanation[],
): ClauseFinding[] {
  return clauses.flatMap((clause, index) =>
    checkClause(clause)
      .filter((finding) => isRefused(finding) || !isExplained(finding, clause.key, explanations))
      .map((finding) => ({ index, clauseKey: clause.key, finding })),
  );
}

/** The first words in the text that the check means, or null. */
function findQuote(check: Check, text: string): string | null {
  for (const sentence of text.split(SENTENCE_END))
    for (const hit of sentence.matchAll(check.finds)) if (isMeant(check, sentence, hit.index, hit[0])) return hit[0];
  return null;
}

const SENTENCE_END = /[。；;！!？?\n]/;
const PAUSE = /[，,：:]/;

/** 不得、禁止 and their like: the clause forbids what was found. */
const FORBIDS =
  /不得|不准|不许|不能|不可|不应|不该|不会|不允许|不搞|不乱|不私|不随意|不以|不再|不用|无权|禁止|严禁|杜绝|反对|避免|防止|制止|废除|从不|绝不|没有权/;
/** 不罚款, 没扣人: denied by the character before it. */
const DENIED = /[不没未别莫]$/;
/** After one of these, what was forbidden is over and its punishment begins: 不得乱倒垃圾，违者罚款. */
const TURNS =
  /违者|违反|否则|不听|屡教|不改|一律|予以|给予|处以|者[，,]?|的[，,]|的(?:要|就|由|村|罚|停|断|取消|没收|扣)|发现|每次|一次|第[一二三]次|若|如有|凡/;
/** An amount is never only spoken of. */
const AMOUNT = /[\d一二三四五六七八九十百千两]+(?:元|块|万|斤)/;
const FORBIDS_AFTER =
  /^(?:、[^，。]{0,8})?(?:等[^，。]{0,4})?(?:都|均|一律)?(?:是)?(?:不(?:合法|允许|得|能|可以|是)|无效|违法|行不通|代替不了)/;
/** Who may punish by law, and how people say so. */
const AUTHORITY =
  /依法|法律|法规|法定|机关|派出所|公安|交警|法院|检察|市场监管|林业|自然资源|生态环境|应急|消防|税务|执法|有权|职能部门|主管部门|罚单/;
/** These are not such authorities, whatever they say. */
const VILLAGE = /村委|村里|本村|村干部|村集体|理事会|组长|院落长|议事会|村规|支书|村民小组|组里|护林员|网格员/;
/** 不得以村规、以任何理由 …: the pause in it does not end what is forbidden. */
const UNDER_PRETEXT =
  /(?:不得|不能|不准|不许|禁止|不)(?:以|借|用|拿|因)[^，]{0,14}(?:为由|为名|名义|理由|借口|代替|替代|方式|办法|手段)?[，,]?[^，]{0,10}$/;

function isMeant(check: Check, sentence: string, at: number, quote: string): boolean {
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + quote.length);
  if (check.unless?.test(around(sentence, at, quote))) return false;
  // Touching a delicate subject is found whatever is said about it.
  if (check.severity === 'warning') return true;
  if (FORBIDS_AFTER.test(after)) return false;
  if (check.lawfulByAuthority && isByAuthority(sentence, before, quote, after)) return false;
  return !isForbidden(before, quote, after);
}

/** The stretch between two pauses that the hit stands in, with its neighbours: what a reader takes in at once. */
function around(sentence: string, at: number, quote: string): string {
  const start = lastPause(sentence.slice(0, at));
  const rest = sentence.slice(at + quote.length);
  const end = rest.search(PAUSE);
  return sentence.slice(start, at + quote.length + (end < 0 ? rest.length : end));
}

function lastPause(text: string): number {
  return Math.max(...['，', ',', '：', ':'].map((pause) => text.lastIndexOf(pause))) + 1;
}

function isByAuthority(sentence: string, before: string, quote: string, after: string): boolean {
  const stretch = around(sentence, before.length, quote);
  // The authority may be named one pause before: 造成火灾的由林业部门处理，依法罚款.
  const named =
    AUTHORITY.test(stretch) || AUTHORITY.test(before.slice(lastPause(before.slice(0, lastPause(before) - 1))));
  return named && !VILLAGE.test(stretch) && !(AMOUNT.test(quote + after.slice(0, 8)) && VILLAGE.test(before));
}

function isForbidden(before: string, quote: string, after: string): boolean {
  if (UNDER_PRETEXT.test(before) && !TURNS.test(before)) return true;
  const amount = AMOUNT.test(quote + after.slice(0, 6));
  if (DENIED.test(before) && !amount) return true;
  const stretch = before.slice(lastPause(before));
  const forbids = stretch.match(FORBIDS);
  if (forbids?.index === undefined) return false;
  const between = stretch.slice(forbids.index + forbids[0].length);
  return !amount && !TURNS.test(between);
}
