/** Figures for Prometheus: one histogram for requests, and the process's own (memory, event loop lag, garbage collection). */
import { Destroy, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

@Provide()
@Scope(ScopeEnum.Singleton)
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'xiangyue_http_request_seconds',
    help: 'Time from the first byte of a request to the end of its answer, by contract route and status',
    labelNames: ['route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'xiangyue_' });
  }

  /** @param route the contract's name for it (`rules.document`), never the raw path: labels must stay few */
  observeRequest(route: string, status: number, seconds: number): void {
    this.requests.observe({ route, status }, seconds);
  }

  @Destroy()
  stop(): void {
    this.registry.clear();
  }
}
