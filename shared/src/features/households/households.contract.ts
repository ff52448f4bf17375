/**
 * Households 户: who belongs to one, whose account stands for whom, and the paper card that opens it. Whoever is bound to a
 * household is a villager. Other people's households are seen only by those who work there, and every look is kept.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { documentId, localDate, regionId } from '../../kernel/fields';
import { RESIDENCES } from './household';

/** A member as the others of the household see them: the name whole, numbers not at all. */
const ownMember = z.object({
  id: documentId,
  name: z.string(),
  relationName: z.string(),
  isHead: z.boolean(),
  isMe: z.boolean(),
  isBound: z.boolean(),
  residence: z.enum(RESIDENCES),
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
  /** Whether whoever asks is the head. */
  amHead: z.boolean(),
  cardIssuedOn: localDate,
  revision: z.int(),
});

export const householdsContract = {
  mine: route({
    method: 'GET',
    path: '/me/household',
    summary: '我的户：家里人、户号和住处',
    access: 'signedIn',
    output: z.object({ household: ownHousehold.nullable() }),
  }),
};
