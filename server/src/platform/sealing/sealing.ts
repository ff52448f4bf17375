/**
 * Identity and phone numbers at rest. They are kept sealed (AES-256-GCM), so that a stolen copy of the database tells
 * nothing, and found again through a keyed hash: a plain hash of an identity number is guessed in minutes.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { CONFIG, type Config } from '../config/config';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 6;

/** Each use has a key of its own, derived from the operator's; knowing one tells nothing of the others. */
function derive(secret: Buffer, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `xiangyue personal data ${use} 1`, bytes));
}

@Provide()
@Scope(ScopeEnum.Singleton)
export class Sealing {
  @Inject(CONFIG)
  private readonly config!: Config;

  /** By key id; the first one seals, the others only open what they once sealed. */
  private readonly keys = new Map<string, Buffer>();
  private currentId!: string;
  private indexKey!: Buffer;

  @Init()
  init(): void {
    const secrets = this.config.PERSONAL_DATA_KEY.map((key) => Buffer.from(key, 'base64'));
    for (const secret of secrets)
      this.keys.set(derive(secret, 'id', KEY_ID_BYTES).toString('base64url'), derive(secret, 'seal', KEY_BYTES));
    this.currentId = [...this.keys.keys()][0] as string;
    // The oldest: what was indexed under it must still be found after a new key was put in front.
    this.indexKey = derive(secrets.at(-1) as Buffer, 'index', KEY_BYTES);
  }

  /** `<key id>.<nonce, tag and ciphertext in base64url>`; another text each time, also for the same words. */
  seal(text: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keys.get(this.currentId) as Buffer, nonce);
    const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return `${this.currentId}.${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url')}`;
  }

  /** Both forms of a text that is shown and also looked for. */
  sealToFind(text: string): { readonly sealed: string; readonly index: string } {
    return { sealed: this.seal(text), index: this.index(text) };
  }

  /** What was sealed. Throws when its key is not configured any more, or when it was changed. */
  open(sealed: string): string {
    const [keyId = '', body = ''] = sealed.split('.');
    const key = this.keys.get(keyId);
    if (!key) throw new Error(`no key ${keyId} in PERSONAL_DATA_KEY opens this`);
    const bytes = Buffer.from(body, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** The same for the same text, 43 characters, and useless without the key: what unique indexes and look-ups compare. */
  index(text: string): string {
    return createHmac('sha256', this.indexKey).update(text).digest('base64url');
  }
}
