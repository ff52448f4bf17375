import { demoContract, identityContract } from '@xiangyue/shared/features/identity/identity.contract';
import { implement } from '../../platform/http/implement';
import { DemoService } from './demo.service';
import { GrantsService } from './grants.service';
import { IdentityService } from './identity.service';
import { PersonCodesService } from './person-codes.service';

export const identityApi = implement('identity', identityContract, (use) => ({
  signInWithWechat: ({ input, now }) => use(IdentityService).signInWithWechat(input.code, now),
  signOut: ({ actor }) => use(IdentityService).signOut(actor),
  me: ({ actor, now }) => use(IdentityService).me(actor, now),
  rename: ({ actor, input }) => use(IdentityService).rename(actor, input.name),
  showMyCode: ({ actor, now }) => use(PersonCodesService).show(actor, now),
  mySessions: ({ actor, now }) => use(IdentityService).mySessions(actor, now),
  endSession: ({ actor, input }) => use(IdentityService).endSession(actor, input.sessionId),
  askDesktopSignIn: ({ now }) => use(IdentityService).askDesktopSignIn(now),
  confirmDesktopSignIn: ({ actor, input, now }) =>
    use(IdentityService).confirmDesktopSignIn(actor, input.signInId, input.scanCode, now),
  collectDesktopSignIn: ({ input, now }) =>
    use(IdentityService).collectDesktopSignIn(input.signInId, input.secret, now),
  grants: ({ actor, input, now }) => use(GrantsService).list(actor, input, now),
  grantHistory: ({ input }) => use(GrantsService).history(input),
  findPersonByCode: ({ actor, input, now }) => use(PersonCodesService).find(actor, input.code, now),
  grant: ({ actor, input, key, now }) => use(GrantsService).grant(actor, input, key, now),
  revoke: ({ actor, input, now }) => use(GrantsService).revoke(actor, input.regionId, input.grantId, now),
}));

/** Mounted in demo mode only. */
export const demoApi = implement('demo', demoContract, (use) => ({
  identities: () => use(DemoService).identities(),
  signIn: ({ input, now }) => use(DemoService).signIn(input.identity, now),
}));
