/**
 * Finds what names a person in a text that everybody will read: phone, identity and card numbers, and full names. A pattern reader,
 * not a person: the second person who reviews looks as well. Masked names (张某, 张**, 张大爷) pass.
 */
import { GIVEN_NAME_NEVER, SURNAMES, WORDS_LIKE_NAMES } from './surnames.rules';

export const PERSONAL_NAMES = {
  idNumber: '身份证号',
  card: '银行卡号',
  phone: '电话号码',
  name: '人的全名',
} as const;

export type PersonalKind = keyof typeof PERSONAL_NAMES;

export interface PersonalFinding {
  readonly kind: PersonalKind;
  /** As it stands in the text. */
  readonly quote: string;
}

const CHINESE_DIGITS = '〇一二三四五六七八九';
const DIGIT_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...CHINESE_DIGITS].map((character, digit) => [character, String(digit)])),
  零: '0',
  幺: '1',
  壹: '1',
  贰: '2',
  叁: '3',
  肆: '4',
  伍: '5',
  陆: '6',
  柒: '7',
  捌: '8',
  玖: '9',
};

/** Digits with at most one space, dash or dot between each two, as numbers are broken up to be read. */
const RUN = /\d(?:[\s\-–—_.·]?\d){6,}[xX]?/g;
/** A mainland mobile number, with or without the country's code. */
const MOBILE = /^(?:0086|86)?1[3-9]\d{9}$/;
/** With its area code; hotlines (96110, 12345, 400…) have none. */
const LANDLINE = /^0\d{2,3}[2-8]\d{6,7}$/;
const ID_NUMBER =
  /^[1-9]\d{5}(?:(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/;
const CARD = /^\d{15,19}$/;

/** Everything found, numbers first, each quote once. */
export function findPersonal(text: string): PersonalFinding[] {
  const found = [...numbersIn(text), ...namesIn(text)];
  return found.filter(({ quote }, i) => found.findIndex((other) => other.quote === quote) === i);
}

function numbersIn(text: string): PersonalFinding[] {
  // One character for one, so that a place in the one is the same place in the other.
  const readable = [...text].map((character) => digitOf(character)).join('');
  const source = [...text].join('');
  return [...readable.matchAll(RUN)].flatMap((match) => {
    const kind = kindOf(match[0].replaceAll(/[^\dXx]/g, ''));
    return kind ? [{ kind, quote: source.slice(match.index, match.index + match[0].length) }] : [];
  });
}

/** A full-width or Chinese digit as a digit; whatever has another length when it is normalized stays as it is. */
function digitOf(character: string): string {
  const half = character.normalize('NFKC');
  return DIGIT_OF[character] ?? (half.length === character.length ? half : character);
}

function kindOf(digits: string): PersonalKind | undefined {
  if (ID_NUMBER.test(digits)) return 'idNumber';
  const bare = digits.replace(/[Xx]$/, '');
  if (MOBILE.test(bare) || LANDLINE.test(bare)) return 'phone';
  return CARD.test(bare) ? 'card' : undefined;
}

const SURNAME = `(?:${SURNAMES.double.join('|')}|[${SURNAMES.single}])`;
const GIVEN = '[\\u4e00-\\u9fff]';
/** Words after which a name is a name. */
const BEFORE =
  '(?:姓名|名叫|名字叫|叫做|我是|我叫|本人|村民|村友|居民|受害人|被害人|事主|嫌疑人|骗子|联系人|户主|当事人|业主)[是为：:、，\\s“"（(]{0,2}';
/** Words before which a name is a name. */
const AFTER =
  '(?:同志|老师|先生|女士|老人|大爷|大妈|大娘|大叔|阿姨|（|\\(|，?(?:男|女)[，,、]|[，,]?\\d{1,3}岁|接到|收到|报警|报案|被骗|转账|转了|转出|汇款|汇了|发现|点开|点了|下载|加了|损失|信以为真|上当)';
const NAMED_AFTER = new RegExp(`(${SURNAME}${GIVEN}{1,2})(?=${AFTER})`, 'g');
const NAMED_BEFORE = new RegExp(`${BEFORE}(${SURNAME}${GIVEN}{1,2})`, 'g');

function namesIn(text: string): PersonalFinding[] {
  const quotes = [...text.matchAll(NAMED_BEFORE), ...text.matchAll(NAMED_AFTER)].map(([, quote]) => quote as string);
  return quotes.flatMap((quote) => {
    const name = nameIn(quote);
    return name === undefined ? [] : [{ kind: 'name' as const, quote: name }];
  });
}

/** The name in a stretch that may hold a word too many, or undefined when it is none. */
function nameIn(stretch: string): string | undefined {
  const surname = SURNAMES.double.find((one) => stretch.startsWith(one)) ?? stretch.slice(0, 1);
  const given = [...stretch.slice(surname.length)];
  const end = given.findIndex((character) => GIVEN_NAME_NEVER.includes(character));
  const name = surname + (end < 0 ? given : given.slice(0, end)).join('');
  // 田大爷, 张小姐: a title, not a name.
  const isTitle = name.length === surname.length + 1 && /[大小]$/.test(name);
  return name === surname || isTitle || WORDS_LIKE_NAMES.some((word) => name.startsWith(word)) ? undefined : name;
}
