import { catalogueContract } from '@xiangyue/shared/features/points/catalogue.contract';
import { cycleContract } from '@xiangyue/shared/features/points/cycle.contract';
import { pointsDesksContract } from '@xiangyue/shared/features/points/desks.contract';
import { pointsContract } from '@xiangyue/shared/features/points/points.contract';
import { shopContract } from '@xiangyue/shared/features/points/shop.contract';
import { implement } from '../../platform/http/implement';
import { BulkService } from './bulk.service';
import { CatalogueService } from './catalogue.service';
import { ClaimsService } from './claims.service';
import { CyclesService } from './cycles.service';
import { DeskClaimsService } from './desk-claims.service';
import { LedgerService } from './ledger.service';
import { ObjectionsService } from './objections.service';
import { OrdersService } from './orders.service';
import { PublicityService } from './publicity.service';
import { ReviewsService } from './reviews.service';
import { ShopService } from './shop.service';

export const pointsCatalogueApi = implement('pointsCatalogue', catalogueContract, (use) => ({
  catalogue: ({ input, now }) => use(CatalogueService).catalogue(input.villageId, now),
  draft: ({ input, now }) => use(CatalogueService).draft(input.villageId, now),
  startDraft: ({ input }) => use(CatalogueService).startDraft(input.villageId),
  saveDraft: ({ input, now }) => use(CatalogueService).saveDraft(input, now),
  publish: ({ actor, input, now }) => use(CatalogueService).publish(actor, input, now),
}));

export const pointsApi = implement('points', pointsContract, (use) => ({
  mine: ({ actor, input, now }) => use(LedgerService).mine(actor, input, now),
  claim: ({ actor, input, key, now }) => use(ClaimsService).claim(actor, input, key, now),
  claimFor: ({ actor, input, key, now }) => use(ClaimsService).claimFor(actor, input, key, now),
  myClaims: ({ actor, input, now }) => use(ClaimsService).mine(actor, input.before, now),
  withdraw: ({ actor, input }) => use(ClaimsService).withdraw(actor, input),
  publicity: ({ input, now }) => use(PublicityService).list(input, now),
  object: ({ actor, input, key, now }) => use(PublicityService).object(actor, input, key, now),
}));

export const pointsDesksApi = implement('pointsDesks', pointsDesksContract, (use) => ({
  reviews: ({ actor, input, now }) => use(DeskClaimsService).desk(actor, input.regionId, 'group', now),
  panel: ({ actor, input, now }) => use(DeskClaimsService).desk(actor, input.villageId, 'panel', now),
  review: ({ actor, input, now }) => use(ReviewsService).review(actor, input, now),
  enterMany: ({ actor, input, key, now }) => use(BulkService).enterMany(actor, input, key, now),
  objections: ({ actor, input, now }) => use(ObjectionsService).waiting(actor, input.regionId, now),
  takeOver: ({ actor, input }) => use(ObjectionsService).takeOver(actor, input),
  answer: ({ actor, input, now }) => use(ObjectionsService).answer(actor, input, now),
}));

export const pointsShopApi = implement('pointsShop', shopContract, (use) => ({
  goods: ({ input, now }) => use(ShopService).shelves(input.villageId, now),
  fund: ({ input }) => use(ShopService).fund(input.villageId),
  reserve: ({ actor, input, key, now }) => use(OrdersService).reserve(actor, input, key, now),
  myOrders: ({ actor }) => use(ShopService).myOrders(actor),
  cancel: ({ actor, input, now }) => use(OrdersService).cancel(actor, input, now),
  orders: ({ actor, input, now }) => use(ShopService).waiting(actor, input.villageId, now),
  pickup: ({ actor, input, now }) => use(ShopService).pickup(actor, input, now),
  handOver: ({ actor, input, now }) => use(ShopService).handOver(actor, input, now),
  addGoods: ({ actor, input, key, now }) => use(ShopService).addGoods(actor, input, key, now),
  changeGoods: ({ input }) => use(ShopService).changeGoods(input),
  restock: ({ actor, input, key, now }) => use(ShopService).restock(actor, input, key, now),
  addBudget: ({ actor, input, key, now }) => use(ShopService).addBudget(actor, input, key, now),
}));

export const pointsCycleApi = implement('pointsCycle', cycleContract, (use) => ({
  cycle: ({ input }) => use(CyclesService).preview(input.villageId),
  announceClosing: ({ input, now }) => use(CyclesService).announce(input, now),
  withdrawClosing: ({ input, now }) => use(CyclesService).withdraw(input.villageId, now),
}));
