/**
 * Regions: county › township › village › group 组 › courtyard 院落. Everything else hangs on a village, and roles hold
 * within a region. Reading them needs no sign-in.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { regionId } from '../../kernel/fields';

/** From the top down. */
const REGION_KINDS = ['county', 'township', 'village', 'group', 'courtyard'] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

/** A county has some forty townships, a township some dozens of villages, a village some dozens of groups. */
const BELOW_LIMIT = 200;

const named = z.object({ id: regionId, name: z.string() });

/** One figure or fact about a region, with where it comes from: a number without its source is not shown. */
const fact = z.object({ label: z.string(), value: z.string(), source: z.string() });

const placed = named.extend({ kind: z.enum(REGION_KINDS) });

const township = named.extend({
  countyName: z.string(),
  facts: z.array(fact),
  villages: z.array(named),
});

const village = named.extend({
  township: named,
  countyName: z.string(),
  facts: z.array(fact),
  groups: z.array(named.extend({ courtyards: z.array(named) })),
  /** True for the demo township: groups and courtyards are made up, and the screen says so. */
  illustrative: z.boolean(),
});

export const regionsContract = {
  townships: route({
    method: 'GET',
    path: '/townships',
    summary: '各乡镇和它们的村',
    access: 'public',
    output: z.object({ townships: z.array(township) }),
    publicForS: 300,
  }),
  village: route({
    method: 'GET',
    path: '/villages/:villageId',
    summary: '一个村：所在乡镇、组、院落和公开的基本情况',
    access: 'public',
    params: z.object({ villageId: regionId }),
    output: village,
    problems: ['regions.villageUnknown'],
    publicForS: 300,
  }),
  below: route({
    method: 'GET',
    path: '/regions/:regionId/below',
    summary: '一个地方和它下一级的各处，好一级一级往下选',
    access: 'public',
    params: z.object({ regionId }),
    output: placed.extend({ below: z.array(placed).max(BELOW_LIMIT) }),
    problems: ['regions.unknown'],
    publicForS: 300,
  }),
};
