import { findWords, gramsOf, gramsToFind, wordsOf } from './text';

describe('gramsOf', () => {
  test.each([
    ['垃圾分类', ['垃', '垃圾', '圾', '圾分', '分', '分类', '类']],
    ['门前。分类', ['门', '门前', '前', '分', '分类', '类']],
    ['ＡＢ c', ['a', 'ab', 'b', 'c']],
    ['𠮷祥', ['𠮷', '𠮷祥', '祥']],
    ['', []],
    ['，。！', []],
  ])('%j', (text, grams) => expect(gramsOf(text)).toEqual(grams));
});

describe('wordsOf', () => {
  test.each([
    ['垃圾  焚烧', ['垃圾', '焚烧']],
    ['垃圾，垃圾', ['垃圾']],
    ['１１０', ['110']],
    ['？？', []],
  ])('%j', (search, words) => expect(wordsOf(search)).toEqual(words));
});

describe('gramsToFind', () => {
  test.each([
    [['垃圾分类'], ['垃圾', '圾分', '分类']],
    [['火'], ['火']],
    [
      ['火', '防火'],
      ['火', '防火'],
    ],
  ])('%j', (words, grams) => expect(gramsToFind(words)).toEqual(grams));
});

describe('findWords', () => {
  test.each([
    [
      '垃圾分类，垃圾不落地',
      ['垃圾'],
      [
        [0, 2],
        [5, 7],
      ],
    ],
    ['垃圾分类', ['分类', '垃圾'], [[0, 4]]],
    ['垃圾分类', ['圾分', '分类'], [[1, 4]]],
    ['火火火', ['火火'], [[0, 2]]],
    ['拨打１１０', ['110'], [[2, 5]]],
    ['垃圾分类', ['垃圾', '焚烧'], null],
    // 'ﷺ' normalizes to many characters: the text is found, its places are not known
    ['垃圾ﷺ', ['垃圾'], []],
  ])('%j for %j', (text, words, marks) => expect(findWords(text, words)).toEqual(marks));
});
