/**
 * Households 户: who belongs to one, whose account stands for whom, and the paper card that opens it. Whoever is bound to a
 * household is a villager. What those who keep the register see and do is in register.contract.ts.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, instant, localDate, regionId } from '../../kernel/fields';
import { personName } from '../identity/identity.contract';
import { readCardCode } from './card-code.rules';
import { KIN_KINDS, NUMBER_MAX_CHARACTERS, RELATIONS, RESIDENCES, WORDS_MAX_CHARACTERS } from './household';

export const householdNumber = z
  .string()
  .trim()
  .min(1, '请填写户号')
  .max(NUMBER_MAX_CHARACTERS, `最多 ${NUMBER_MAX_CHARACTERS} 个字`)
  .regex(/^[\p{L}\p{N}-]+$/u, '户号只能是数字、字母、汉字和短横线');

/** Why, in the words of whoever does it. */
export const reason = z
  .string()
  .trim()
  .min(1, '请写明原因')
  .max(WORDS_MAX_CHARACTERS, `最多 ${WORDS_MAX_CHARACTERS} 个字`);

/** As printed on the card, in any case, with or without the gap. */
const cardCode = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const code = readCardCode(typed);
    if (code === null) context.addIssue({ code: 'custom', message: '编码是 8 个字母和数字' });
    return code ?? '';
  });

export const kin = z.object({
  id: documentId,
  /** Who of the household it is about. */
  memberName: z.string(),
  /** Masked, unless whoever asks keeps the register there. */
  otherName: z.string(),
  otherNumber: z.string(),
  otherVillageName: z.string(),
  kindName: z.string(),
});

/** Names somebody of another household without leafing through it: whoever knows a relative knows house and name. */
export const kinFields = z.object({
  villageId: regionId,
  number: householdNumber,
  name: personName,
  kind: z.enum(KIN_KINDS),
});

/** A member as the others of the household see them: the name whole, numbers not at all. */
const ownMember = z.object({
  id: documentId,
  name: z.string(),
  relation: z.enum(RELATIONS),
  isHead: z.boolean(),
  isMe: z.boolean(),
  isBound: z.boolean(),
  residence: z.enum(RESIDENCES),
  /** Only one's own: the number as it is registered, masked. */
  phoneMasked: z.string().nullable(),
});

const ownHousehold = z.object({
  id: documentId,
  villageId: regionId,
  villageName: z.string(),
  groupName: z.string(),
  courtyardName: z.string().nullable(),
  number: z.string(),
  door: z.string(),
  members: z.array(ownMember),
  /** Whether whoever asks is the head, who may hand that on. */
  amHead: z.boolean(),
  cardIssuedOn: localDate,
  kin: z.array(kin),
  revision: z.int(),
});

/** How far asking to be bound has come. */
const ownRequest = z.object({
  id: documentId,
  regionName: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'refused']),
  askedAt: instant,
  /** Of a refusal. */
  reason: z.string().nullable(),
});

export const householdsContract = {
  mine: route({
    method: 'GET',
    path: '/me/household',
    summary: '我的户：家里人、户号、住处和亲戚；没有绑定的，申请到了哪一步',
    access: 'signedIn',
    output: z.object({ household: ownHousehold.nullable(), request: ownRequest.nullable() }),
  }),
  openCard: route({
    method: 'POST',
    path: '/cards/open',
    summary: '用户卡看是哪一户、还有谁没有绑定（姓名遮住）',
    access: 'signedIn',
    body: z.object({ code: cardCode }),
    output: z.object({
      villageName: z.string(),
      groupName: z.string(),
      number: z.string(),
      members: z.array(z.object({ id: documentId, maskedName: z.string(), relation: z.enum(RELATIONS) })),
    }),
    problems: ['households.cardUnknown', 'households.boundElsewhere'],
    idempotency: 'natural',
    pace: 'strict',
  }),
  bindByCard: route({
    method: 'POST',
    path: '/cards/bind',
    summary: '用户卡绑定：选自己的名字，再写全名',
    access: 'signedIn',
    body: z.object({ code: cardCode, memberId: documentId, name: personName }),
    output: z.object({}),
    problems: [
      'households.cardUnknown',
      'households.nameWrong',
      'households.memberUnknown',
      'households.memberTaken',
      'households.boundElsewhere',
    ],
    pace: 'strict',
  }),
  unbindMe: route({
    method: 'DELETE',
    path: '/me/household/binding',
    summary: '解除我和户的绑定',
    access: 'signedIn',
    output: z.object({}),
    idempotency: 'natural',
  }),
  handOnHead: route({
    method: 'PUT',
    path: '/me/household/head',
    summary: '户主自己换户主',
    access: 'signedIn',
    body: z.object({ memberId: documentId, revision: z.int() }),
    output: z.object({}),
    problems: ['households.notMine', 'households.notHead', 'households.memberUnknown', 'households.changed'],
  }),
  addMyKin: route({
    method: 'POST',
    path: '/me/kin',
    summary: '登记我在别的户的亲戚',
    access: 'signedIn',
    body: kinFields,
    output: z.object({ id: documentId }),
    problems: ['households.notMine', 'households.kinUnknown', 'households.kinSame', 'households.kinKnown'],
    pace: 'strict',
  }),
  removeMyKin: route({
    method: 'DELETE',
    path: '/me/kin/:kinId',
    summary: '去掉我登记的一个亲戚',
    access: 'signedIn',
    params: z.object({ kinId: documentId }),
    output: z.object({}),
    problems: ['households.kinGone'],
    idempotency: 'natural',
  }),
  askToBind: route({
    method: 'POST',
    path: '/me/binding-requests',
    summary: '没有户卡时，请村里人帮忙绑定',
    access: 'signedIn',
    body: z.object({
      /** The village, group or courtyard where one lives; those who work there see it. */
      regionId,
      name: personName,
      words: z.string().trim().max(WORDS_MAX_CHARACTERS, `最多 ${WORDS_MAX_CHARACTERS} 个字`),
    }),
    output: z.object({ id: documentId }),
    problems: ['regions.unknown', 'households.placeWrong', 'households.boundElsewhere', 'households.requestOpen'],
  }),
  withdrawRequest: route({
    method: 'DELETE',
    path: '/me/binding-requests/open',
    summary: '不申请绑定了',
    access: 'signedIn',
    output: z.object({}),
    idempotency: 'natural',
  }),
};
