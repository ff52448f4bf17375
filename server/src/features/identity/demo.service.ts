/** The demo's identities: one for each role, to be tried without WeChat. Its routes exist in demo mode only. */
import { Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { demoContract, identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import type { OutputOf } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { IdentityService } from './identity.service';

/** An identity that the seeds have made a person for. */
export interface DemoIdentity {
  readonly key: string;
  readonly personId: string;
  readonly name: string;
  /** What they are, for the list: 扎营村村干部. */
  readonly what: string;
}

/** The name under which the container holds them; empty in production. */
export const DEMO_IDENTITIES = 'xiangyue:demoIdentities';

@Provide()
@Scope(ScopeEnum.Singleton)
export class DemoService {
  @Inject(DEMO_IDENTITIES)
  private readonly known!: readonly DemoIdentity[];

  @Inject()
  private readonly identity!: IdentityService;

  identities(): OutputOf<typeof demoContract.identities> {
    return { identities: this.known.map(({ key, name, what }) => ({ key, name, what })) };
  }

  /** Problems: `identity.demoUnknown`. */
  async signIn(key: string, now: Date): Promise<OutputOf<typeof identityContract.signInWithWechat>> {
    const identity = this.known.find((one) => one.key === key);
    if (!identity) throw problem('identity.demoUnknown');
    return this.identity.startSession(identity.personId, 'demo', now);
  }
}
