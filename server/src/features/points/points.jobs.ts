import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { Jobs } from '../../platform/jobs/jobs';
import { CreditingService } from './crediting.service';
import { CyclesService } from './cycles.service';
import { OrdersService } from './orders.service';
import { ShopService } from './shop.service';

/** A day of publicity ends at midnight; whoever looks a minute later sees the points. */
const LOOK_MS = 60_000;

@Provide()
@Scope(ScopeEnum.Singleton)
export class PointsJobs {
  @Inject()
  private readonly jobs!: Jobs;

  @Inject()
  private readonly crediting!: CreditingService;

  @Inject()
  private readonly orders!: OrdersService;

  @Inject()
  private readonly shop!: ShopService;

  @Inject()
  private readonly cycles!: CyclesService;

  @Init()
  init(): void {
    this.jobs.every({
      name: 'points.creditDue',
      periodMs: LOOK_MS,
      run: ({ now, heartbeat }) => this.crediting.creditDue(now, heartbeat),
    });
    this.jobs.every({
      name: 'points.closeCycles',
      periodMs: LOOK_MS,
      run: ({ now, heartbeat }) => this.cycles.closeDue(now, heartbeat),
    });
    this.jobs.every({
      name: 'points.sweepShop',
      periodMs: LOOK_MS,
      run: async ({ now, heartbeat }) => {
        await this.orders.sweep(now, heartbeat);
        await this.shop.stockPurchases();
      },
    });
  }
}
