/** The end of a cycle 年度结算: announced, previewed, then done by a job that may be stopped and run again. */
import { z } from 'zod';
import { only } from '../../kernel/access';
import { route } from '../../kernel/contract';
import { localDate } from '../../kernel/fields';
import { cycleYear, villageParam } from './points.fields';

const forCadre = only(['cadre'], 'region', 'villageId');

export const cycleContract = {
  cycle: route({
    method: 'GET',
    path: '/villages/:villageId/points/cycle',
    summary: '这个年度的积分：哪天结算，结算会怎样',
    access: forCadre,
    params: villageParam,
    output: z.object({
      year: cycleYear,
      startedOn: localDate,
      /** null while nothing is announced. */
      closing: z.object({ closesOn: localDate, carries: z.boolean() }).nullable(),
      /** Households with an account that is open. */
      households: z.int(),
      /** All that they could still spend. */
      balancePoints: z.int(),
      /** Households that owe, because what they had spent was taken back. */
      owing: z.int(),
    }),
    problems: ['points.noCatalogue'],
  }),
  announceClosing: route({
    method: 'PUT',
    path: '/villages/:villageId/points/cycle/closing',
    summary: '公布哪天结算，没用完的清零还是转到下一年度',
    access: forCadre,
    params: villageParam,
    body: z.object({ closesOn: localDate, carries: z.boolean() }),
    output: z.object({}),
    problems: ['points.noCatalogue', 'points.closingDayWrong'],
    idempotency: 'natural',
  }),
  withdrawClosing: route({
    method: 'DELETE',
    path: '/villages/:villageId/points/cycle/closing',
    summary: '先不结算了',
    access: forCadre,
    params: villageParam,
    output: z.object({}),
    problems: ['points.noCatalogue', 'points.closingBegun'],
    idempotency: 'natural',
  }),
};
