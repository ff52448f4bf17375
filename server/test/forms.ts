/** Forms with a file, as a browser and the mini-program send them. */
import type { Answer } from './answer';
import type { SignedIn } from './sign-in';

/** The parts in this order: fields, and files of this name. */
export function fileForm(parts: Readonly<Record<string, string | Blob>>, fileName = '名册.xlsx'): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts))
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, fileName);
  return form;
}

/** @param part the name of the part that holds the photo */
export function photoForm(photo: Buffer, purpose = 'points.evidence', part = 'file'): FormData {
  return fileForm({ purpose, [part]: new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }) }, '照片.jpg');
}

export function sendPhoto(who: SignedIn, photo: Buffer, purpose?: string): Promise<Answer> {
  return who.send('POST', '/api/files', photoForm(photo, purpose));
}
