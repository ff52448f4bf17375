/** What the QR code of a desktop sign-in holds. */
export interface DesktopCode {
  readonly signInId: string;
  readonly scanCode: string;
}

/** As the desktop draws it. */
export function writeDesktopCode({ signInId, scanCode }: DesktopCode): string {
  return `xiangyue://desktop/${signInId}/${scanCode}`;
}

/** As the phone reads it; undefined for any other code. */
export function readDesktopCode(scanned: string): DesktopCode | undefined {
  const [, signInId, scanCode] = scanned.match(/^xiangyue:\/\/desktop\/([\w-]+)\/([\w-]+)$/) ?? [];
  return signInId && scanCode ? { signInId, scanCode } : undefined;
}
