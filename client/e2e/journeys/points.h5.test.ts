/** Points on the H5 build, served by the real service. */
import { PHONE } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { fromClaimToCounter } from './points';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('claimed, reviewed twice, objected to, credited, redeemed, handed over', () =>
  onH5({ address: service.address, viewport: PHONE, name: 'points' }, fromClaimToCounter));
