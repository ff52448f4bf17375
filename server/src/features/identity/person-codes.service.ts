/** How an office finds a person: only by a code that the person shows. */
import { randomBytes } from 'node:crypto';
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import {
  makePersonCode,
  PERSON_CODE_CHARACTERS,
  PERSON_CODE_MS,
  readPersonCode,
} from '@xiangyue/shared/features/identity/person-code.rules';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { AccessLog } from '../../platform/access-log/access-log';
import type { Actor } from '../../platform/auth/actor';
import { PeopleStore } from './people.store';
import { PersonCodesStore } from './person-codes.store';

/** Two equal codes in ten minutes are a matter of one in millions; four are none of chance. */
const TRIES = 4;

@Provide()
@Scope(ScopeEnum.Singleton)
export class PersonCodesService {
  @Inject()
  private readonly codes!: PersonCodesStore;

  @Inject()
  private readonly people!: PeopleStore;

  @Inject()
  private readonly accessLog!: AccessLog;

  /** A fresh code; the one before is worth nothing from now on. Problems: `identity.nameMissing`. */
  async show(actor: Actor, now: Date): Promise<OutputOf<typeof identityContract.showMyCode>> {
    const person = await this.people.find(actor.personId);
    if (!person?.name) throw problem('identity.nameMissing');
    const expiresAt = new Date(now.getTime() + PERSON_CODE_MS);
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const code = makePersonCode(randomBytes(PERSON_CODE_CHARACTERS));
      if (await this.codes.put(actor.personId, code, expiresAt))
        return { code, name: person.name, expiresAt: expiresAt.toISOString() };
    }
    throw new Error(`no free code after ${TRIES} tries`);
  }

  /** The look is written down, and the person can read it. Problems: `identity.codeUnknown`. */
  async find(actor: Actor, given: string, now: Date): Promise<OutputOf<typeof identityContract.findPersonByCode>> {
    const code = readPersonCode(given);
    const personId = code === undefined ? null : await this.codes.findPersonId(code, now);
    const person = personId === null ? null : await this.people.find(personId);
    if (!person?.name) throw problem('identity.codeUnknown');
    await this.accessLog.record({ actor, subjectIds: [person.id], what: '凭您出示的编号看了您的姓名', now });
    return { personId: person.id, personName: person.name };
  }
}
