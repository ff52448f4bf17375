/**
 * How people are shown where not everybody may know who they are. One way for the whole application, so that two lists
 * never together tell what each hides (PIPL art. 51: de-identification; published lists mask names).
 */

/** Surnames of two characters that still occur; 一个姓 is left readable, so 欧阳 must not become 欧*. */
const COMPOUND_SURNAMES: readonly string[] = [
  ...['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文', '长孙', '夏侯'],
  ...['端木', '南宫', '百里', '东郭', '呼延', '轩辕', '司空', '独孤', '澹台', '申屠', '闻人', '太史', '公冶', '钟离'],
];

/**
 * The surname and a star for each further character: 张三丰 → 张**, 欧阳娜娜 → 欧阳**. A name with a middle dot keeps its
 * first character and its dots: 阿依·买买提 → 阿*·***. One character alone becomes a star.
 */
export function maskName(name: string): string {
  const characters = [...name.replaceAll(/\s/g, '')];
  if (characters.length <= 1) return '*'.repeat(characters.length);
  const surname = COMPOUND_SURNAMES.find((one) => name.startsWith(one) && characters.length > 2);
  const shown = surname === undefined ? 1 : 2;
  return characters.map((character, i) => (i < shown || character === '·' ? character : '*')).join('');
}

/** 13812345678 → 138****5678. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}

/** The first and the last character; what lies between tells where and when somebody was born. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 1)}${'*'.repeat(16)}${idNumber.slice(-1)}`;
}
