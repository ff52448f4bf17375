import { adviserContract } from '@xiangyue/shared/features/legal/adviser.contract';
import { implement } from '../../platform/http/implement';
import { AdvisersService } from './advisers.service';

export const adviserApi = implement('adviser', adviserContract, (use) => ({
  ofVillage: ({ input, now }) => use(AdvisersService).ofVillage(input.villageId, now),
  find: ({ input, now }) => use(AdvisersService).find(input.adviserId, now),
  mine: ({ actor, now }) => use(AdvisersService).mine(actor, now),
  save: ({ actor, input, now }) => use(AdvisersService).save(actor, input, now),
  setTarget: ({ input }) => use(AdvisersService).setTarget(input),
  log: ({ actor, input, now }) => use(AdvisersService).log(actor, input, now),
  exportLog: ({ input, now }) => use(AdvisersService).exportLog(input, now),
  addEntry: ({ actor, input, key, now }) => use(AdvisersService).addEntry(actor, input, key, now),
  removeEntry: ({ actor, input }) => use(AdvisersService).removeEntry(actor, input),
}));
