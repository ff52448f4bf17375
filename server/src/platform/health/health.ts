import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { problem } from '@xiangyue/shared/problems';
import { Database } from '../database/database';

/** Whether the process lives, and whether it should be sent requests. */
@Provide()
@Scope(ScopeEnum.Singleton)
export class Health {
  @Inject()
  private readonly database!: Database;

  private draining = false;

  /** True once a stop was asked for: answers then also end their connections. */
  get isDraining(): boolean {
    return this.draining;
  }

  /** From now on the load balancer should send nothing new; what is in flight is still answered. */
  drain(): void {
    this.draining = true;
  }

  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** Throws `service.notReady` while stopping or while the database does not answer within a second. */
  async ready(): Promise<{ status: 'ready' }> {
    if (this.draining) throw problem('service.notReady');
    try {
      await this.database.ping();
    } catch (error) {
      throw Object.assign(problem('service.notReady', undefined, { headers: { 'Retry-After': '5' } }), {
        cause: error,
      });
    }
    return { status: 'ready' };
  }
}
