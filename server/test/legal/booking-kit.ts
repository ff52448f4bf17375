/** Hosts, villagers and their bookings, for tests: each names only what it is about. */
import type { HoursPattern } from '@xiangyue/shared/features/legal/slots.rules';
import { collectionOf, type TestApp } from '../app';
import { newcomer, type SignedIn, signInAs } from '../sign-in';

const MINUTE_MS = 60_000;

/** From eight to twelve, every day, thirty minutes each. */
export const everyMorning = {
  weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    from: 8 * 60,
    to: 12 * 60,
    ways: ['onSite', 'phone'],
    place: '扎营村便民服务中心',
  })),
  exceptions: [],
  slotMinutes: 30,
  bufferMinutes: 0,
  noticeMinutes: 60,
  aheadDays: 28,
  confirms: false,
  post: '',
  videoLink: '',
};

export class BookingKit {
  private constructor(
    readonly app: TestApp,
    readonly adviser: SignedIn,
    readonly cadre: SignedIn,
    readonly town: SignedIn,
  ) {}

  static async open(app: TestApp): Promise<BookingKit> {
    const adviser = await signInAs(app, 'legal-adviser');
    const kit = new BookingKit(app, adviser, await signInAs(app, 'cadre'), await signInAs(app, 'town-office'));
    await kit.setHours(adviser);
    return kit;
  }

  async setHours(host: SignedIn, fields: Partial<HoursPattern & { confirms: boolean; videoLink: string }> = {}) {
    const { revision } = (await host.get('/api/me/hours')).body;
    return host.send('PUT', '/api/me/hours', { ...everyMorning, ...fields, revision });
  }

  /** When free slots of the host begin, the first first. */
  async free(host: SignedIn = this.adviser): Promise<string[]> {
    const { body } = await this.app.get(`/api/hosts/${host.personId}/slots`);
    return body.slots
      .filter(({ isFree }: { isFree: boolean }) => isFree)
      .map(({ startsAt }: { startsAt: string }) => startsAt);
  }

  book(who: SignedIn, startsAt: string, fields: object = {}, host: SignedIn = this.adviser, key?: string) {
    const booking = { villageId: 'zhaying', startsAt, way: 'onSite', matterKind: 'land', matter: '田边的界' };
    return who.send('POST', `/api/hosts/${host.personId}/bookings`, { ...booking, ...fields }, key);
  }

  /** A booking of somebody new, at the first free time. */
  async booked(fields: object = {}, host: SignedIn = this.adviser) {
    const who = await newcomer(this.app);
    const startsAt = (await this.free(host))[0] as string;
    const { body } = await this.book(who, startsAt, fields, host);
    return { who, id: body.id as string, startsAt };
  }

  /** The hour comes, or has been. No clock is turned: the booking is set to another time, and lets go of its own. */
  async startsIn(id: string, minutes: number): Promise<void> {
    const startsAt = new Date(Date.now() + minutes * MINUTE_MS);
    const endsAt = new Date(startsAt.getTime() + 30 * MINUTE_MS);
    await collectionOf(this.app, 'bookings').updateOne(
      { _id: id },
      { $set: { startsAt, endsAt }, $unset: { holds: 1 } },
    );
  }

  async messagesOf(who: SignedIn): Promise<string[]> {
    const { body } = await who.get('/api/me/messages');
    return body.messages.map(({ text }: { text: string }) => text);
  }
}
