/** What a household 户 is: the words and shapes that its rules, its store and its contract share. */
import type { Role } from '../../kernel/access';
import type { LocalDate } from '../../kernel/time';

/** Who knows the people of a place. */
export const HOUSEHOLD_STAFF: readonly Role[] = ['courtyardHead', 'groupLeader', 'gridMember', 'cadre', 'townOffice'];
/** Who keeps the register: all of them but the courtyard heads. */
export const REGISTER_KEEPERS: readonly Role[] = HOUSEHOLD_STAFF.filter((role) => role !== 'courtyardHead');

/** Who goes from door to door, and may act for whoever has no phone: all who know the people of a place but the town office. */
export const HELPING_ROLES: readonly Role[] = HOUSEHOLD_STAFF.filter((role) => role !== 'townOffice');

/** Household numbers are short: the longest seen are a village, a group, a dash and three digits. */
export const NUMBER_MAX_CHARACTERS = 20;
/** One or two sentences to whoever decides. */
export const WORDS_MAX_CHARACTERS = 100;
/** Doorplates, and what people call a spot. */
export const DOOR_MAX_CHARACTERS = 60;

/** Relation to the head of the household, after GB/T 4761-2008 in the words that villages use. */
export const RELATION_NAMES = {
  head: '户主',
  spouse: '配偶',
  son: '儿子',
  daughter: '女儿',
  sonInLaw: '女婿',
  daughterInLaw: '儿媳',
  grandchild: '孙子女或外孙子女',
  father: '父亲',
  mother: '母亲',
  parentInLaw: '配偶的父母',
  grandparent: '祖父母或外祖父母',
  sibling: '兄弟姐妹',
  otherRelative: '其他亲属',
  notRelated: '非亲属',
} as const;
export type Relation = keyof typeof RELATION_NAMES;
export const RELATIONS = Object.keys(RELATION_NAMES) as Relation[];

export const GENDER_NAMES = { male: '男', female: '女' } as const;
export type Gender = keyof typeof GENDER_NAMES;
export const GENDERS = Object.keys(GENDER_NAMES) as Gender[];

/** Where somebody lives most of the year. */
export const RESIDENCE_NAMES = { home: '在家', away: '在外' } as const;
export type Residence = keyof typeof RESIDENCE_NAMES;
export const RESIDENCES = Object.keys(RESIDENCE_NAMES) as Residence[];

/** Why somebody is no longer of a household. `moved` is to another household of the register, with a move of its own. */
export const LEAVING_NAMES = {
  died: '去世',
  married: '婚嫁迁出',
  movedOut: '迁出本地',
  mistaken: '登记错了',
  moved: '迁到另一户',
} as const;
export type Leaving = keyof typeof LEAVING_NAMES;
export const LEAVINGS = Object.keys(LEAVING_NAMES) as Leaving[];

/** How two members of different households are related; whoever is meant is named by the register. */
export const KIN_NAMES = {
  parentChild: '父母子女',
  siblings: '兄弟姐妹',
  grandparents: '祖孙',
  inLaws: '公婆、岳父母或儿媳、女婿',
  spouseSiblings: '配偶的兄弟姐妹',
  unclesAunts: '叔伯姑舅姨或侄子外甥',
  cousins: '堂表兄弟姐妹',
  other: '其他亲戚',
} as const;
export type KinKind = keyof typeof KIN_NAMES;
export const KIN_KINDS = Object.keys(KIN_NAMES) as KinKind[];

/** How an account came to stand for a member: by the paper card, or by somebody of the village who knows them. */
export type BindingWay = 'card' | 'request';

/** A personal number at rest: sealed for reading, hashed with a key for finding. */
export interface SealedText {
  readonly sealed: string;
  readonly index: string;
}

/** The account that stands for a member. */
export interface Binding {
  readonly personId: string;
  readonly at: Date;
  readonly how: BindingWay;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly gender?: Gender;
  readonly birthDate?: LocalDate;
  readonly relation: Relation;
  readonly idNumber?: SealedText;
  readonly phone?: SealedText;
  readonly residence: Residence;
  readonly binding?: Binding;
}

/** A move to another household: under way from the day the old one let go until the new one has taken in, or could not. */
export type MoveState = 'underway' | 'arrived' | 'returned' | 'ended';

export interface Move {
  /** The key under which both households know it. */
  readonly id: string;
  readonly toHouseholdId: string;
  readonly relation: Relation;
  readonly state: MoveState;
  /** Where the other household begins with this member as its head (分户): what it is to have. */
  readonly founding?: { readonly number: string; readonly door: string };
}

/** Somebody who was of the household. What they were then stays, except the account. */
export interface FormerMember extends Member {
  readonly left: {
    readonly reason: Leaving;
    /** The day it happened. */
    readonly on: LocalDate;
    readonly at: Date;
    readonly by: string;
    readonly move?: Move;
  };
}

/** What can be done to a household. */
export const EVENT_NAMES = {
  registered: '登记',
  joined: '加入',
  corrected: '更正登记',
  left: '离开',
  returned: '没有迁成，留在本户',
  headChanged: '成为户主',
  bound: '绑定微信',
  unbound: '解除绑定',
  cardRenewed: '换新户卡',
} as const;

/** What was done, for whoever asks later why something is as it is; only ever added to. */
export interface HouseholdEvent {
  readonly at: Date;
  /** The person who did it. */
  readonly by: string;
  readonly what: keyof typeof EVENT_NAMES;
  readonly memberId?: string;
  /** The account concerned, where it was bound or unbound. */
  readonly personId?: string;
  /** The move by which somebody joined. */
  readonly moveId?: string;
  /** Why, in the words of whoever did it. */
  readonly words?: string;
  /** Where somebody did it for the member: by which 代办. */
  readonly delegationId?: string;
}

/** The paper card: its code opens the household to whoever holds it, until it is renewed. */
export interface Card extends SealedText {
  readonly issuedAt: Date;
  readonly issuedBy: string;
}

export interface Household {
  readonly id: string;
  readonly villageId: string;
  readonly groupId: string;
  readonly courtyardId?: string;
  /** From the county down to the courtyard, or to the group where no courtyard is known. */
  readonly regionPath: readonly string[];
  /** The village's own number of the household, unique in the village: `031`. */
  readonly number: string;
  /** The doorplate, or where the house stands in the village's own words. */
  readonly door: string;
  /** Among the members, while the household is active. */
  readonly headMemberId: string;
  readonly members: readonly Member[];
  readonly formerMembers: readonly FormerMember[];
  readonly history: readonly HouseholdEvent[];
  readonly card: Card;
  readonly state: 'active' | 'dissolved';
  /** Grows by one with every change: who changes a household says which one they have seen. */
  readonly revision: number;
}
