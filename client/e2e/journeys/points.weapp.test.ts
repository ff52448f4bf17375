/** Points on the mini-program as WeChat would run it. */
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { fromClaimToCounter } from './points';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('claimed, reviewed twice, objected to, credited, redeemed, handed over', () =>
  onWeapp({ apiBase: service.address, name: 'points' }, fromClaimToCounter));
