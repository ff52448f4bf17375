/** How often one address and one person may call. Held in this process's memory: a limit is a brake, not an account. */
import { Provide, Scope, ScopeEnum } from '@midwayjs/core';
import type { Pace as RoutePace } from '@xiangyue/shared/kernel/contract';
import { problem } from '@xiangyue/shared/problems';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_S = 60;
/** A whole village may share one address behind its mobile mast or the village office's router. */
const PER_ADDRESS = 1_200;
/** No hand taps faster; a script that reads every document does. */
const PER_PERSON = 300;
/** What could be guessed by trying: sign-in codes, invitation codes, verification codes. */
const STRICT_PER_ADDRESS = 60;
const STRICT_PER_PERSON = 10;

type Limiters = Readonly<Record<RoutePace, RateLimiterMemory>>;

const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_S });

@Provide()
@Scope(ScopeEnum.Singleton)
export class Pace {
  private readonly addresses: Limiters = { normal: limiter(PER_ADDRESS), strict: limiter(STRICT_PER_ADDRESS) };
  private readonly persons: Limiters = { normal: limiter(PER_PERSON), strict: limiter(STRICT_PER_PERSON) };

  /** Problems: `request.tooMany` with the seconds to wait, also as `Retry-After`. */
  async admitAddress(pace: RoutePace, address: string): Promise<void> {
    await consume(this.addresses[pace], address);
  }

  /** Like `admitAddress`, for a signed-in person. */
  async admitPerson(pace: RoutePace, personId: string): Promise<void> {
    await consume(this.persons[pace], personId);
  }
}

async function consume(from: RateLimiterMemory, who: string): Promise<void> {
  try {
    await from.consume(who);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    const seconds = Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000);
    throw problem('request.tooMany', { seconds }, { headers: { 'Retry-After': String(seconds) } });
  }
}
