/**
 * The register of households 户册, for those who work in a place: who lives there, putting it right, cards, and binding for
 * people without one. Lists mask names; opening one household shows it whole, and that look is kept.
 */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId, searchWords } from '../../kernel/fields';
import { isIdNumber, isMobileNumber, normalizeIdNumber } from '../../kernel/personal-numbers.rules';
import { personName } from '../identity/identity.contract';
import {
  DOOR_MAX_CHARACTERS,
  GENDERS,
  HOUSEHOLD_STAFF,
  LEAVINGS,
  REGISTER_KEEPERS,
  RELATIONS,
  RESIDENCES,
} from './household';
import { householdNumber, kin, kinFields, reason } from './households.contract';
import { MEMBERS_LIMIT } from './households.rules';

/** Households on one page of the list. */
export const LIST_LIMIT = 30;
/** Cards that one request brings: five sheets of paper. */
export const CARDS_LIMIT = 50;
/** Requests to be bound that wait in one place; a place with more has other worries. */
export const REQUESTS_LIMIT = 100;

const region = z.object({ regionId });
const household = z.object({ householdId: documentId });
const member = z.object({ householdId: documentId, memberId: documentId });
/** The revision that whoever changes something has seen; another one in between is told as `households.changed`. */
const revision = z.int().nonnegative();

const idNumber = z
  .string()
  .transform(normalizeIdNumber)
  .refine((text) => text === '' || isIdNumber(text), '身份证号不对，请逐位核对');
/** A mobile number; empty where there is none. */
export const phone = z
  .string()
  .trim()
  .refine((text) => text === '' || isMobileNumber(text), '手机号是 11 位数字');

/** Nobody joins as a second head. */
const joiningRelation = z.enum(RELATIONS).exclude(['head']);

/** What is registered of a member. A number that is left out stays as it is, an empty one is removed. */
export const memberFields = z.object({
  name: personName,
  gender: z.enum(GENDERS).optional(),
  birthDate: localDate.optional(),
  relation: z.enum(RELATIONS),
  idNumber: idNumber.optional(),
  phone: phone.optional(),
  residence: z.enum(RESIDENCES),
});

const door = z.string().trim().max(DOOR_MAX_CHARACTERS, `最多 ${DOOR_MAX_CHARACTERS} 个字`);

const listed = z.object({
  id: documentId,
  number: z.string(),
  door: z.string(),
  villageName: z.string(),
  groupName: z.string(),
  courtyardName: z.string().nullable(),
  maskedHeadName: z.string(),
  memberCount: z.int(),
  boundCount: z.int(),
});

const wholeMember = z.object({
  id: documentId,
  name: z.string(),
  gender: z.enum(GENDERS).nullable(),
  birthDate: localDate.nullable(),
  relation: z.enum(RELATIONS),
  residence: z.enum(RESIDENCES),
  idNumberMasked: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  /** When an account was bound; null: none is. */
  boundAt: instant.nullable(),
});

const whole = z.object({
  id: documentId,
  villageId: regionId,
  villageName: z.string(),
  groupId: regionId,
  groupName: z.string(),
  courtyardName: z.string().nullable(),
  /** The courtyard, or the group where no courtyard is known. */
  placeId: regionId,
  number: z.string(),
  door: z.string(),
  state: z.enum(['active', 'dissolved']),
  headMemberId: documentId,
  members: z.array(wholeMember),
  formerMembers: z.array(
    z.object({ id: documentId, name: z.string(), reason: z.enum(LEAVINGS), on: localDate, isUnderway: z.boolean() }),
  ),
  /** The latest first. */
  history: z.array(
    z.object({
      at: instant,
      byName: z.string().nullable(),
      what: z.string(),
      memberName: z.string().nullable(),
      /** Done for the member, by whoever acts for them (代办). */
      isDelegated: z.boolean(),
      words: z.string().nullable(),
    }),
  ),
  kin: z.array(kin),
  cardIssuedOn: localDate,
  /** Whether whoever asks may change it; a courtyard head may not. */
  mayKeep: z.boolean(),
  /** Whether whoever asks may act for somebody there who has no phone. */
  mayHelp: z.boolean(),
  revision,
});

const request = z.object({
  id: documentId,
  name: z.string(),
  words: z.string(),
  regionName: z.string(),
  askedAt: instant,
});

export const registerContract = {
  households: route({
    method: 'GET',
    path: '/regions/:regionId/households',
    summary: '一个地方的户册；可以按姓名、户号、门牌找',
    access: only(HOUSEHOLD_STAFF, 'region', 'regionId'),
    params: region,
    query: z.object({
      words: searchWords.optional(),
      /** `next` of the page before. */
      after: z.string().max(80).optional(),
    }),
    output: z.object({
      regionName: z.string(),
      households: z.array(listed),
      next: z.string().nullable(),
      /** Whether whoever asks may change the register here. */
      mayKeep: z.boolean(),
    }),
  }),
  household: route({
    method: 'GET',
    path: '/households/:householdId',
    summary: '一户的全部登记；看一次记一次',
    access: only(HOUSEHOLD_STAFF, 'household', 'householdId'),
    params: household,
    output: whole,
    problems: ['households.unknown'],
  }),
  numbers: route({
    method: 'GET',
    path: '/households/:householdId/members/:memberId/numbers',
    summary: '一个人的身份证号和手机号，不遮住；看一次记一次',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: member,
    output: z.object({ idNumber: z.string().nullable(), phone: z.string().nullable() }),
    problems: ['households.unknown', 'households.memberUnknown'],
  }),
  register: route({
    method: 'POST',
    path: '/regions/:regionId/households',
    summary: '在一个组或院落登记新的一户，先登记户主',
    access: only(REGISTER_KEEPERS, 'region', 'regionId'),
    params: region,
    body: z.object({ number: householdNumber, door, head: memberFields.omit({ relation: true }) }),
    output: z.object({ id: documentId }),
    problems: ['households.placeWrong', 'households.numberTaken', 'households.idNumberTaken'],
  }),
  addMember: route({
    method: 'POST',
    path: '/households/:householdId/members',
    summary: '给一户添一个人',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: household,
    body: memberFields.extend({ relation: joiningRelation }),
    output: z.object({ id: documentId }),
    problems: ['households.unknown', 'households.full', 'households.dissolved', 'households.idNumberTaken'],
  }),
  correctMember: route({
    method: 'PUT',
    path: '/households/:householdId/members/:memberId',
    summary: '更正一个人的登记',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: member,
    body: memberFields.extend({ revision }),
    output: z.object({}),
    problems: [
      'households.unknown',
      'households.memberUnknown',
      'households.relationWrong',
      'households.idNumberTaken',
      'households.changed',
    ],
  }),
  correctSite: route({
    method: 'PUT',
    path: '/households/:householdId',
    summary: '更正一户的户号、门牌、所在的组和院落',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: household,
    /** A group or courtyard of the village. */
    body: z.object({ regionId, number: householdNumber, door, revision }),
    output: z.object({}),
    problems: [
      'households.unknown',
      'households.placeWrong',
      'households.numberTaken',
      'households.dissolved',
      'households.changed',
      'access.outOfScope',
    ],
  }),
  split: route({
    method: 'POST',
    path: '/households/:householdId/split',
    summary: '分户：一户里的人另立一户，微信绑定跟着走',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: household,
    body: z
      .object({
        number: householdNumber,
        door,
        headMemberId: documentId,
        others: z.array(z.object({ memberId: documentId, relation: joiningRelation })).max(MEMBERS_LIMIT - 1),
        on: localDate,
      })
      .refine(
        ({ headMemberId, others }) =>
          new Set([headMemberId, ...others.map(({ memberId }) => memberId)]).size === others.length + 1,
        { message: '同一个人选了两次', path: ['others'] },
      ),
    /** The new household. */
    output: z.object({ id: documentId }),
    problems: [
      'households.unknown',
      'households.memberUnknown',
      'households.headLeaves',
      'households.dayWrong',
      'households.numberTaken',
      'households.dissolved',
    ],
  }),
  changeHead: route({
    method: 'PUT',
    path: '/households/:householdId/head',
    summary: '换户主，各人与户主的关系跟着改',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: household,
    body: z.object({ memberId: documentId, revision }),
    output: z.object({}),
    problems: ['households.unknown', 'households.memberUnknown', 'households.dissolved', 'households.changed'],
  }),
  leave: route({
    method: 'POST',
    path: '/households/:householdId/members/:memberId/leave',
    summary: '一个人离开这一户：去世、婚嫁、迁出',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: member,
    body: z.object({ reason: z.enum(LEAVINGS).exclude(['moved']), on: localDate }),
    output: z.object({}),
    problems: ['households.unknown', 'households.memberUnknown', 'households.headLeaves', 'households.dayWrong'],
  }),
  move: route({
    method: 'POST',
    path: '/households/:householdId/members/:memberId/move',
    summary: '一个人迁到另一户',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: member,
    body: z.object({
      villageId: regionId,
      number: householdNumber,
      relation: joiningRelation,
      on: localDate,
    }),
    output: z.object({}),
    problems: [
      'households.unknown',
      'households.memberUnknown',
      'households.headLeaves',
      'households.dayWrong',
      'households.targetUnknown',
      'households.movedHere',
      'households.full',
      'households.dissolved',
      'access.outOfScope',
    ],
  }),
  unbind: route({
    method: 'POST',
    path: '/households/:householdId/members/:memberId/unbind',
    summary: '解除一个人的微信绑定，写明原因',
    access: only(HOUSEHOLD_STAFF, 'household', 'householdId'),
    params: member,
    body: z.object({ reason }),
    output: z.object({}),
    problems: ['households.unknown', 'households.memberUnknown', 'households.notBound'],
  }),
  renewCard: route({
    method: 'POST',
    path: '/households/:householdId/card',
    summary: '换新户卡，旧卡马上作废',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: household,
    output: z.object({}),
    problems: ['households.unknown', 'households.dissolved'],
  }),
  cards: route({
    method: 'GET',
    path: '/regions/:regionId/cards',
    summary: '要打印的户卡；看一次记一次',
    access: only(REGISTER_KEEPERS, 'region', 'regionId'),
    params: region,
    query: z.object({ after: z.string().max(80).optional() }),
    output: z.object({
      regionName: z.string(),
      cards: z.array(
        z.object({
          householdId: documentId,
          villageName: z.string(),
          groupName: z.string(),
          courtyardName: z.string().nullable(),
          number: z.string(),
          maskedHeadName: z.string(),
          code: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  addKin: route({
    method: 'POST',
    path: '/households/:householdId/members/:memberId/kin',
    summary: '登记一个人在别的户的亲戚',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: member,
    body: kinFields,
    output: z.object({ id: documentId }),
    problems: [
      'households.unknown',
      'households.memberUnknown',
      'households.kinUnknown',
      'households.kinSame',
      'households.kinKnown',
    ],
  }),
  removeKin: route({
    method: 'DELETE',
    path: '/households/:householdId/kin/:kinId',
    summary: '去掉登记错的亲戚',
    access: only(REGISTER_KEEPERS, 'household', 'householdId'),
    params: z.object({ householdId: documentId, kinId: documentId }),
    output: z.object({}),
    problems: ['households.unknown', 'households.kinGone'],
    idempotency: 'natural',
  }),
  requests: route({
    method: 'GET',
    path: '/regions/:regionId/binding-requests',
    summary: '等着绑定到户的人',
    access: only(HOUSEHOLD_STAFF, 'region', 'regionId'),
    params: region,
    output: z.object({ requests: z.array(request).max(REQUESTS_LIMIT) }),
  }),
  confirmRequest: route({
    method: 'POST',
    path: '/regions/:regionId/binding-requests/:requestId/confirm',
    summary: '认出是谁，绑定到户',
    access: only(HOUSEHOLD_STAFF, 'region', 'regionId'),
    params: z.object({ regionId, requestId: documentId }),
    body: z.object({ householdId: documentId, memberId: documentId }),
    output: z.object({}),
    problems: [
      'households.requestGone',
      'households.unknown',
      'households.memberUnknown',
      'households.memberTaken',
      'households.boundElsewhere',
      'households.dissolved',
    ],
  }),
  refuseRequest: route({
    method: 'POST',
    path: '/regions/:regionId/binding-requests/:requestId/refuse',
    summary: '不能绑定，写明原因',
    access: only(HOUSEHOLD_STAFF, 'region', 'regionId'),
    params: z.object({ regionId, requestId: documentId }),
    body: z.object({ reason }),
    output: z.object({}),
    problems: ['households.requestGone'],
  }),
};
