import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { registerContract } from '@xiangyue/shared/features/households/register.contract';
import { implement } from '../../platform/http/implement';
import { BindingService } from './binding.service';
import { CardsService } from './cards.service';
import { KinService } from './kin.service';
import { MovesService } from './moves.service';
import { MyHouseholdService } from './my-household.service';
import { RegisterService } from './register.service';

export const householdsApi = implement('households', householdsContract, (use) => ({
  mine: ({ actor }) => use(MyHouseholdService).mine(actor),
  openCard: ({ actor, input }) => use(CardsService).open(actor, input.code),
  bindByCard: ({ actor, input, now }) => use(CardsService).bind(actor, input, now),
  unbindMe: ({ actor, now }) => use(BindingService).unbindMe(actor, now),
  handOnHead: ({ actor, input, now }) => use(MyHouseholdService).handOnHead(actor, input, now),
  addMyKin: ({ actor, input, key, now }) => use(KinService).addMine(actor, input, key, now),
  removeMyKin: ({ actor, input }) => use(KinService).removeMine(actor, input.kinId),
  askToBind: ({ actor, input, key, now }) => use(BindingService).ask(actor, input, key, now),
  withdrawRequest: ({ actor, now }) => use(BindingService).withdraw(actor, now),
}));

export const registerApi = implement('register', registerContract, (use) => ({
  households: ({ actor, input, now }) => use(RegisterService).list(actor, input, now),
  household: ({ actor, input, now }) => use(RegisterService).open(actor, input.householdId, now),
  numbers: ({ actor, input, now }) => use(RegisterService).numbers(actor, input.householdId, input.memberId, now),
  register: ({ actor, input, key, now }) => use(RegisterService).register(actor, input, key, now),
  addMember: ({ actor, input, key, now }) => use(RegisterService).addMember(actor, input, key, now),
  correctMember: ({ actor, input, now }) => use(RegisterService).correctMember(actor, input, now),
  correctSite: ({ actor, input, now }) => use(RegisterService).correctSite(actor, input, now),
  split: ({ actor, input, key, now }) => use(MovesService).split(actor, input, key, now),
  changeHead: ({ actor, input, now }) => use(RegisterService).changeHead(actor, input, now),
  leave: ({ actor, input, now }) => use(RegisterService).leave(actor, input, now),
  move: ({ actor, input, key, now }) => use(MovesService).move(actor, input, key, now),
  unbind: ({ actor, input, now }) => use(BindingService).unbind(actor, input, now),
  renewCard: ({ actor, input, now }) => use(CardsService).renew(actor, input.householdId, now),
  cards: ({ actor, input, now }) => use(CardsService).sheet(actor, input, now),
  addKin: ({ actor, input, key, now }) => use(KinService).addFor(actor, input, key, now),
  removeKin: ({ input }) => use(KinService).removeFor(input.householdId, input.kinId),
  requests: ({ actor, input, now }) => use(BindingService).list(actor, input.regionId, now),
  confirmRequest: ({ actor, input, now }) => use(BindingService).confirm(actor, input, now),
  refuseRequest: ({ actor, input, now }) => use(BindingService).refuse(actor, input, now),
}));
