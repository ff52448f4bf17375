/**
 * Invented families of a plausible shape: many old couples alone, three generations under one roof, half of the grown-ups
 * away for work. Surnames are those that are common around Youyang; nobody here exists.
 */
import type { Gender, Relation, Residence } from '@xiangyue/shared/features/households/household';
import type { Chance } from '../random';

export interface Relative {
  readonly name: string;
  readonly gender: Gender;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly relation: Relation;
  readonly residence: Residence;
}

/** The first ones more often: one in three of a village shares its two or three surnames. */
const SURNAMES = [...'冉冉冉冉田田田田彭彭彭向向向白白白石石杨杨张陈李王吴龙覃冯何刘黄罗谭宋姚麻廖吴', '欧阳'];

const GIVEN: Readonly<Record<'old' | 'grown' | 'young', Readonly<Record<Gender, readonly string[]>>>> = {
  old: {
    male: '德福 光荣 昌贵 正清 世明 绍云 永禄 兴发 国安 启华 仁富 茂林 朝友 维忠 学文'.split(' '),
    female: '桂英 秀珍 明芳 素兰 玉莲 菊香 腊梅 翠娥 秋菊 冬秀 云仙 银凤 春桃 天秀 月娥'.split(' '),
  },
  grown: {
    male: '小军 建国 志强 海波 江华 勇 伟 建平 永刚 晓东 云峰 胜利 长青 国庆 兵'.split(' '),
    female: '晓燕 红梅 丽 艳 小琴 春花 海燕 雪梅 群英 玲 芳 素华 琼 会琼 小红'.split(' '),
  },
  young: {
    male: '宇航 浩然 子轩 俊杰 梓涵 天佑 明轩 思远 博文 家豪'.split(' '),
    female: '雨桐 欣怡 诗涵 佳琪 梦瑶 思琪 语嫣 紫萱 若曦 雅婷'.split(' '),
  },
};

/** The demo's today, for ages. */
const THIS_YEAR = 2026;

/** Makes one family; the head stands first. */
export function makeFamily(chance: Chance): Relative[] {
  const surname = chance.pick(SURNAMES);
  const lot = chance.int(100);
  if (lot < 9) return [person(chance, surname, between(chance, 66, 88), 'head', chance.happens(0.45))];
  if (lot < 31) return couple(chance, surname, between(chance, 62, 82));
  if (lot < 62)
    return [...couple(chance, surname, between(chance, 34, 52)), ...childrenOf(chance, surname, 8, 24, 'child')];
  if (lot < 88) return threeGenerations(chance, surname);
  return [
    ...couple(chance, surname, between(chance, 40, 54)),
    ...childrenOf(chance, surname, 10, 26, 'child'),
    person(chance, chance.pick(SURNAMES), between(chance, 68, 84), 'mother', false),
  ];
}

function threeGenerations(chance: Chance, surname: string): Relative[] {
  const age = between(chance, 54, 70);
  const grown = age - between(chance, 22, 28);
  return [
    ...couple(chance, surname, age),
    person(chance, surname, grown, 'son', true),
    person(chance, chance.pick(SURNAMES), grown - chance.int(4), 'daughterInLaw', false),
    ...childrenOf(chance, surname, Math.max(1, grown - 28), Math.max(2, grown - 22), 'grandchild'),
  ];
}

function couple(chance: Chance, surname: string, age: number): Relative[] {
  return [
    person(chance, surname, age, 'head', true),
    person(chance, chance.pick(SURNAMES), age - chance.int(5), 'spouse', false),
  ];
}

/** One child, or two. */
function childrenOf(
  chance: Chance,
  surname: string,
  youngest: number,
  oldest: number,
  as: 'child' | 'grandchild',
): Relative[] {
  const count = chance.happens(0.38) ? 2 : 1;
  return Array.from({ length: count }, () => {
    const isMale = chance.happens(0.5);
    const relation = as === 'grandchild' ? as : isMale ? 'son' : 'daughter';
    return person(chance, surname, between(chance, youngest, oldest), relation, isMale);
  });
}

function between(chance: Chance, least: number, most: number): number {
  return least + chance.int(Math.max(1, most - least + 1));
}

function person(chance: Chance, surname: string, age: number, relation: Relation, isMale: boolean): Relative {
  const gender: Gender = isMale ? 'male' : 'female';
  const generation = age >= 50 ? 'old' : age >= 20 ? 'grown' : 'young';
  const month = String(1 + chance.int(12)).padStart(2, '0');
  const day = String(1 + chance.int(28)).padStart(2, '0');
  return {
    name: surname + chance.pick(GIVEN[generation][gender]),
    gender,
    birthDate: `${THIS_YEAR - age}-${month}-${day}`,
    relation,
    residence: chance.happens(age >= 18 && age < 58 ? 0.68 : age < 18 ? 0.3 : 0.08) ? 'away' : 'home',
  };
}
