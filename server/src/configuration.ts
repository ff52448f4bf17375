/**
 * Midway's entry, and the one list of what the service consists of. Nothing is found by scanning folders: what is not
 * named here does not run, and a reader sees the whole at once.
 */
import { Configuration } from '@midwayjs/core';
import * as koa from '@midwayjs/koa';
import { regionsApi } from './features/regions/regions.api';
import { RegionsService } from './features/regions/regions.service';
import { RegionsStore } from './features/regions/regions.store';
import { rulesApi } from './features/rules/rules.api';
import { RulesService } from './features/rules/rules.service';
import { RulesStore } from './features/rules/rules.store';
import { Database } from './platform/database/database';
import { Migrator } from './platform/database/migrator';
import { Health } from './platform/health/health';
import type { Api } from './platform/http/implement';
import { Metrics } from './platform/metrics/metrics';

/** What the container makes one of. */
export const parts = [
  // platform
  Database,
  Migrator,
  Health,
  Metrics,
  // features: store, then service
  RegionsStore,
  RegionsService,
  RulesStore,
  RulesService,
];

/** What is offered under /api. */
export const apis: readonly Api[] = [regionsApi, rulesApi];

@Configuration({
  imports: [koa],
  // Cookies are not used; Midway refuses to start without a key for them.
  importConfigs: [
    { default: { keys: ['unused'], koa: {}, bodyParser: { enable: false }, siteFile: { enable: false } } },
  ],
})
export class ServiceConfiguration {}
