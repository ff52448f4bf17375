import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { implement } from '../../platform/http/implement';
import { RegionsService } from './regions.service';

export const regionsApi = implement('regions', regionsContract, (use) => ({
  townships: () => use(RegionsService).townships(),
  village: ({ input }) => use(RegionsService).village(input.villageId),
}));
