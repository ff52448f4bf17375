import { matchClauses } from './search.rules';

const clauses = [
  { number: 1, title: '门前三包，垃圾分类', text: '垃圾分四样放，不在路边焚烧。' },
  { number: 2, title: '护林防火', text: '不在野外焚烧。' },
  { number: 3, title: '孝老爱亲', text: '常回家。' },
];

test.each([
  [['垃圾'], [{ number: 1, titleMarks: [[5, 7]], textMarks: [[0, 2]] }]],
  [
    ['焚烧'],
    [
      { number: 1, titleMarks: [], textMarks: [[11, 13]] },
      { number: 2, titleMarks: [], textMarks: [[4, 6]] },
    ],
  ],
  // one word in the title, the other in the text
  [['护林', '焚烧'], [{ number: 2, titleMarks: [[0, 2]], textMarks: [[4, 6]] }]],
  // each word is somewhere, but in no clause both
  [['孝老', '焚烧'], []],
])('%j', (words, found) =>
  expect(
    matchClauses(clauses, words).map(({ clause, titleMarks, textMarks }) => ({
      number: clause.number,
      titleMarks,
      textMarks,
    })),
  ).toEqual(found),
);
