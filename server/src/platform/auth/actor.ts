import type { Grant } from '@xiangyue/shared/kernel/access';

/** Who is acting: a signed-in person with the roles that run now. Knows nothing more about them. */
export interface Actor {
  readonly personId: string;
  /** The session in use, so that a person can end the others. */
  readonly sessionId: string;
  readonly grants: readonly Grant[];
}
