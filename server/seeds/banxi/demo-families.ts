/** The families of the demo's identities, who live in 扎营; their names are those of people.ts. */
import type { Relative } from './families';

/** Somebody of a family; `identity` is the demo identity whose account stands for them. */
export interface DemoRelative extends Relative {
  readonly identity?: string;
}

export interface DemoFamily {
  readonly courtyardId: string;
  readonly family: readonly DemoRelative[];
}

type Line = readonly [
  name: string,
  gender: Relative['gender'],
  birthDate: string,
  relation: Relative['relation'],
  residence: Relative['residence'],
  identity?: string,
];

function family(courtyardId: string, ...lines: Line[]): DemoFamily {
  return {
    courtyardId,
    family: lines.map(([name, gender, birthDate, relation, residence, identity]) => ({
      name,
      gender,
      birthDate,
      relation,
      residence,
      ...(identity !== undefined && { identity }),
    })),
  };
}

export const DEMO_FAMILIES: readonly DemoFamily[] = [
  family(
    'zhaying-3-1',
    ['田维明', 'male', '1960-03-12', 'head', 'home'],
    ['冉桂兰', 'female', '1962-09-05', 'spouse', 'home', 'villager'],
    ['田兴华', 'male', '1986-11-20', 'son', 'away'],
    ['彭丽', 'female', '1988-02-17', 'daughterInLaw', 'away'],
    ['田雨桐', 'female', '2015-06-01', 'grandchild', 'home'],
  ),
  family(
    'zhaying-3-1',
    ['白正国', 'male', '1968-05-23', 'head', 'home', 'courtyard-head'],
    ['向明芳', 'female', '1970-10-11', 'spouse', 'home'],
    ['白小军', 'male', '1994-08-30', 'son', 'away'],
  ),
  // 向秀英 has an account, the demo's newcomer, and has not been bound yet: that is tried with the family's card.
  family(
    'zhaying-3-1',
    ['向德福', 'male', '1958-01-19', 'head', 'home'],
    ['石素兰', 'female', '1961-04-08', 'spouse', 'home'],
    ['向秀英', 'female', '1991-12-02', 'daughter', 'home'],
  ),
  family(
    'zhaying-3-2',
    ['石长贵', 'male', '1966-07-15', 'head', 'home', 'group-leader'],
    ['田秀珍', 'female', '1967-03-03', 'spouse', 'home'],
    ['石宇航', 'male', '2009-09-09', 'grandchild', 'home'],
  ),
  family(
    'zhaying-3-3',
    ['田小满', 'female', '1985-05-21', 'head', 'home', 'volunteer-leader'],
    ['冉海波', 'male', '1983-02-14', 'spouse', 'away'],
    ['冉诗涵', 'female', '2012-10-26', 'daughter', 'home'],
  ),
  family(
    'zhaying-1-1',
    ['彭建国', 'male', '1979-06-06', 'head', 'away'],
    ['彭春燕', 'female', '1982-03-28', 'spouse', 'home', 'grid-member'],
    ['彭浩然', 'male', '2008-11-11', 'son', 'home'],
  ),
  family(
    'zhaying-2-1',
    ['杨昌富', 'male', '1963-12-24', 'head', 'home', 'panel-member'],
    ['冉玉莲', 'female', '1965-08-18', 'spouse', 'home'],
  ),
  family(
    'zhaying-5-1',
    ['冉光明', 'male', '1974-04-04', 'head', 'home', 'cadre'],
    ['白红梅', 'female', '1976-09-27', 'spouse', 'home'],
    ['冉佳琪', 'female', '2003-01-15', 'daughter', 'away'],
  ),
];
