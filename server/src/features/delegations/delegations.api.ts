import { delegationsContract } from '@xiangyue/shared/features/delegations/delegations.contract';
import { implement } from '../../platform/http/implement';
import { DelegationPages } from './delegation-pages';
import { DelegationsService } from './delegations.service';

export const delegationsApi = implement('delegations', delegationsContract, (use) => ({
  mine: ({ actor, now }) => use(DelegationPages).mine(actor, now),
  ofRegion: ({ input, now }) => use(DelegationPages).ofRegion(input, now),
  startForFamily: ({ actor, input, key, now }) => use(DelegationsService).startForFamily(actor, input, key, now),
  startForOffice: ({ actor, input, key, now }) => use(DelegationsService).startForOffice(actor, input, key, now),
  one: ({ actor, input, now }) => use(DelegationPages).one(actor, input.delegationId, now),
  stop: ({ actor, input, now }) => use(DelegationsService).stop(actor, input, now),
  updateContact: ({ actor, input, now }) => use(DelegationsService).updateContact(actor, input, now),
}));
