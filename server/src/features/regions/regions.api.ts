import { regionsContract } from '@xiangyue/shared/features/regions/regions.contract';
import { implement } from '../../platform/http/implement';
import { RegionsService } from './regions.service';

export const regionsApi = implement('regions', regionsContract, (use) => ({
  townships: () => use(RegionsService).townships(),
  below: ({ input }) => use(RegionsService).below(input.regionId),
  village: ({ input }) => use(RegionsService).village(input.villageId),
}));
