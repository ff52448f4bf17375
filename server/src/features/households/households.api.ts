import { householdsContract } from '@xiangyue/shared/features/households/households.contract';
import { implement } from '../../platform/http/implement';
import { HouseholdsService } from './households.service';

export const householdsApi = implement('households', householdsContract, (use) => ({
  mine: ({ actor }) => use(HouseholdsService).mine(actor),
}));
