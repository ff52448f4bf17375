/** Parents for tests: whole, valid things of which a test names only what it is about. */
import type { Grant } from '@xiangyue/shared/kernel/access';
import type { RuleDocument } from '../src/features/rules/rules.store';
import type { Actor } from '../src/platform/auth/actor';
import { newId } from '../src/platform/auth/secrets';

/** A fresh identifier. */
export function anId(): string {
  return newId(new Date());
}

/** A person who acts without a session: for services that are called directly. */
export function actorOf(personId: string, grants: readonly Grant[] = []): Actor {
  return { personId, sessionId: '', grants };
}

/** A rule document in force in a village of 板溪镇. @param clauses how many, each with the same text */
export function ruleDocument({
  villageId,
  clauses,
  text,
}: {
  villageId: string;
  clauses: number;
  text: string;
}): RuleDocument {
  const id = anId();
  return {
    id,
    lineageId: id,
    villageId,
    regionPath: ['youyang', 'banxi', villageId],
    title: '村规民约',
    version: 1,
    state: 'inForce',
    adoptedOn: '2026-01-05',
    effectiveFrom: '2026-02-01',
    supersededOn: null,
    filingNumber: null,
    clauses: Array.from({ length: clauses }, (_, i) => ({
      key: `c${i + 1}`,
      number: i + 1,
      title: `第${i + 1}条`,
      text,
      basis: [{ law: '民法典', article: '第八条', gist: '不违背公序良俗。' }],
      consequence: '当面提醒。',
    })),
    illustrative: false,
  };
}
