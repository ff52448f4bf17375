import { findingsThatStop } from '@xiangyue/shared/features/rules/clause-check.rules';
import { demoRulesInMaking } from '../../seeds/banxi/rule-work';
import { demoRules } from '../../seeds/banxi/rules';

test('the demo shows no rule that the check would stop', () => {
  const making = demoRulesInMaking(new Date('2026-11-24T00:00:00Z'));
  expect(making.flatMap(({ clauses, work }) => findingsThatStop(clauses, work.explanations))).toEqual([]);
  expect(demoRules().flatMap(({ clauses }) => findingsThatStop(clauses, []))).toEqual([]);
});
