/** How relations to the head are said anew when another member becomes the head. */
import type { Gender, Member, Relation } from './household';

type Table = Readonly<Partial<Record<Relation, Relation>>>;

/** By what the new head was: what each of the others becomes. Whatever a table does not know is a relative, and asked about. */
const WHEN_SPOUSE_LEADS: Table = {
  son: 'son',
  daughter: 'daughter',
  sonInLaw: 'sonInLaw',
  daughterInLaw: 'daughterInLaw',
  grandchild: 'grandchild',
  father: 'parentInLaw',
  mother: 'parentInLaw',
};
const WHEN_CHILD_LEADS: Table = {
  son: 'sibling',
  daughter: 'sibling',
  father: 'grandparent',
  mother: 'grandparent',
  parentInLaw: 'grandparent',
};
const WHEN_PARENT_LEADS: Table = { sibling: 'son', son: 'grandchild', daughter: 'grandchild' };

const PARENT: Readonly<Record<Gender, Relation>> = { male: 'father', female: 'mother' };
const CHILD: Readonly<Record<Gender, Relation>> = { male: 'son', female: 'daughter' };

/** What the head that was becomes, by what the new one was. */
function relationOfFormerHead(former: Member, newHeadWas: Relation): Relation {
  if (newHeadWas === 'spouse') return 'spouse';
  if (newHeadWas === 'sibling') return 'sibling';
  if (newHeadWas === 'grandchild') return 'grandparent';
  if (newHeadWas === 'grandparent') return 'grandchild';
  if (newHeadWas === 'sonInLaw' || newHeadWas === 'daughterInLaw') return 'parentInLaw';
  if (!former.gender) return newHeadWas === 'notRelated' ? 'notRelated' : 'otherRelative';
  if (newHeadWas === 'son' || newHeadWas === 'daughter') return PARENT[former.gender];
  if (newHeadWas === 'father' || newHeadWas === 'mother') return CHILD[former.gender];
  if (newHeadWas === 'parentInLaw') return former.gender === 'male' ? 'sonInLaw' : 'daughterInLaw';
  return newHeadWas === 'notRelated' ? 'notRelated' : 'otherRelative';
}

function relationOfOther(other: Member, newHeadWas: Relation): Relation {
  if (other.relation === 'notRelated' || newHeadWas === 'notRelated') return 'notRelated';
  if (newHeadWas === 'spouse') return WHEN_SPOUSE_LEADS[other.relation] ?? 'otherRelative';
  if (newHeadWas === 'son' || newHeadWas === 'daughter') {
    // The former head's spouse is the new head's other parent, as far as the register knows.
    if (other.relation === 'spouse' && other.gender) return PARENT[other.gender];
    return WHEN_CHILD_LEADS[other.relation] ?? 'otherRelative';
  }
  if (newHeadWas === 'father' || newHeadWas === 'mother') {
    if (other.relation === 'father' || other.relation === 'mother') return 'spouse';
    if (other.relation === 'sibling' && other.gender) return CHILD[other.gender];
    return WHEN_PARENT_LEADS[other.relation] ?? 'otherRelative';
  }
  return 'otherRelative';
}

/** The members with their relations to the new head. */
export function relationsUnder(members: readonly Member[], newHeadId: string): readonly Member[] {
  const newHeadWas = members.find(({ id }) => id === newHeadId)?.relation ?? 'otherRelative';
  return members.map((member): Member => {
    if (member.id === newHeadId) return { ...member, relation: 'head' };
    const relation =
      member.relation === 'head' ? relationOfFormerHead(member, newHeadWas) : relationOfOther(member, newHeadWas);
    return { ...member, relation };
  });
}
