import type { Gender, Member, Relation } from './household';
import { relationsUnder } from './relations.rules';

const member = (id: string, relation: Relation, gender?: Gender): Member => ({
  id,
  name: id,
  relation,
  residence: 'home',
  ...(gender && { gender }),
});

test.each<[string, Member[], string, Relation[]]>([
  [
    'the wife leads',
    [
      member('man', 'head', 'male'),
      member('wife', 'spouse'),
      member('son', 'son'),
      member('daughterInLaw', 'daughterInLaw'),
      member('grandson', 'grandchild'),
      member('his mother', 'mother'),
      member('his sister', 'sibling'),
      member('lodger', 'notRelated'),
    ],
    'wife',
    ['spouse', 'head', 'son', 'daughterInLaw', 'grandchild', 'parentInLaw', 'otherRelative', 'notRelated'],
  ],
  [
    'the son leads',
    [
      member('man', 'head', 'male'),
      member('wife', 'spouse', 'female'),
      member('son', 'son', 'male'),
      member('daughter', 'daughter'),
      member('grandmother', 'mother'),
      member('daughterInLaw', 'daughterInLaw'),
    ],
    'son',
    ['father', 'mother', 'head', 'sibling', 'grandparent', 'otherRelative'],
  ],
  [
    'the daughter leads, and the former head is her mother',
    [member('woman', 'head', 'female'), member('daughter', 'daughter')],
    'daughter',
    ['mother', 'head'],
  ],
  [
    'the father leads',
    [member('woman', 'head', 'female'), member('father', 'father'), member('mother', 'mother'), member('son', 'son')],
    'father',
    ['daughter', 'head', 'spouse', 'grandchild'],
  ],
  [
    'the son leads and nobody wrote down a gender',
    [member('head', 'head'), member('spouse', 'spouse'), member('son', 'son')],
    'son',
    ['otherRelative', 'otherRelative', 'head'],
  ],
  ['the lodger leads', [member('head', 'head'), member('lodger', 'notRelated')], 'lodger', ['notRelated', 'head']],
  ['the son-in-law leads', [member('head', 'head'), member('in-law', 'sonInLaw')], 'in-law', ['parentInLaw', 'head']],
])('%s', (_what, members, newHeadId, relations) =>
  expect(relationsUnder(members, newHeadId).map(({ relation }) => relation)).toEqual(relations),
);
