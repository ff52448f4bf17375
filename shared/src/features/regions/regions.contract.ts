/**
 * Regions: county › township › village › group 组 › courtyard 院落. Everything else hangs on a village, and roles hold
 * within a region. Reading them needs no sign-in.
 */
import { z } from 'zod';
import { route } from '../../kernel/contract';
import { regionId } from '../../kernel/fields';

const named = z.object({ id: regionId, name: z.string() });

/** One figure or fact about a region, with where it comes from: a number without its source is not shown. */
const fact = z.object({ label: z.string(), value: z.string(), source: z.string() });

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
};
