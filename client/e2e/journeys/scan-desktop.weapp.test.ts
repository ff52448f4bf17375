/** Staff at a desk: the browser shows a code, the mini-program scans it, and the desk is signed in without a password. */
import { writeDesktopCode } from '../../src/platform/session-desktop-code';
import { drawQrCode } from '../../src/ui/draw-qr-code';
import type { H5 } from '../h5/launch';
import { onH5 } from '../h5/on-phone';
import { type RunningService, startService } from '../service';
import { onWeapp } from '../weapp/on-phone';
import { signInAs } from './steps';

const SIGN_IN = 'features/identity/pages/sign-in/index';

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** What the camera would read: the picture on the desk is that of this text. */
async function codeOn(desk: H5): Promise<string> {
  const asked = await desk.heard<{ id: string; scanCode: string }>('/api/desktop-sign-ins', () =>
    desk.restart(SIGN_IN),
  );
  await desk.waitFor('用手机微信扫码');
  const text = writeDesktopCode({ signInId: asked.id, scanCode: asked.scanCode });
  expect(await desk.pictureOf('.qr-code')).toContain(encodeURIComponent(drawQrCode(text)));
  return text;
}

test('shown on the desk, scanned and agreed to on the phone', () =>
  onH5({ address: service.address, viewport: { width: 1280, height: 900 }, name: 'desk' }, (desk) =>
    onWeapp({ apiBase: service.address, name: 'scan' }, async (phone) => {
      await signInAs(phone, '冉光明');
      const code = await codeOn(desk);
      await desk.screenshot('code');
      await phone.answer('scanCode', { result: code });
      await phone.tap('扫码登录电脑');
      await phone.waitFor('让电脑用您的身份登录？');
      await phone.screenshot('asked');
      await phone.tap('同意登录');
      await phone.waitFor('电脑已经登录');
      await desk.waitFor('改姓名');
      await desk.waitFor('冉光明');
      await desk.screenshot('signed-in');
      // The same code opens nothing a second time, and the person has heard of it.
      await phone.tap('回“我的”');
      await phone.answer('scanCode', { result: code });
      await phone.tap('扫码登录电脑');
      await phone.tap('同意登录');
      await phone.waitFor('这个二维码已经用过或过期');
      await phone.restart('features/messages/pages/messages/index');
      await phone.waitFor('有一台电脑用您的身份登录了');
    }),
  ));
