/**
 * Photos 照片 that people attach to what they say: every limit with its reason, and the decisions that need no clock,
 * no disk and no database. The phone imports this too, to say before sending what the service would refuse.
 */

/** WeChat hands over at most 10 MB from an album's original; its compressed pictures are below 2 MB. */
export const PHOTO_MAX_BYTES = 10 * 1024 * 1024;
/**
 * Above these a small file is likelier to be a trap than a photo. A JPEG is decoded at the size that is wanted, so the 48
 * million pixels of a phone's camera cost little; a PNG or WebP, which is a screenshot, is decoded whole.
 */
export const PHOTO_MAX_PIXELS = { jpeg: 50_000_000, png: 25_000_000, webp: 25_000_000 } as const;
/** Enough to read a receipt held before the lens; four times fewer bytes than the phone's own picture. */
export const ORIGINAL_MAX_SIDE_PX = 1600;
/** A third of a phone's width on a screen of three device pixels to one. */
export const THUMBNAIL_MAX_SIDE_PX = 320;

/** A form is sent within a day of its photos, also by a phone that was out of signal over night; then they are forgotten. */
export const ORPHAN_LIFETIME_MS = 24 * 3600_000;
/** Longer than any upload takes from the first stored byte to the last; what is older was left by a crash. */
export const STORING_LEASE_MS = 3600_000;
/** Photos of one person that wait to be attached: several full forms. Above that nobody is filling in forms. */
export const WAITING_LIMIT = 60;
/** Photos that one thing can have: as many as WeChat lets a person choose at once by default. */
export const ATTACH_LIMIT = 9;

/** A link lives between 10 and 15 minutes: long enough to look at a list, short enough to be useless when passed on. */
const LINK_LIFETIME_S = 15 * 60;
/** Links made within the same 5 minutes are equal, so that a phone that opens the list again keeps its pictures. */
const LINK_STEP_S = 5 * 60;

export const fileVariants = ['original', 'thumbnail'] as const;
export type FileVariant = (typeof fileVariants)[number];

/** What a file belongs to: the feature's name for the thing (`points.claim`) and its id. */
export interface AttachedTo {
  readonly kind: string;
  readonly id: string;
}

type PhotoKind = 'jpeg' | 'png' | 'webp' | 'heic';

/** Bytes that `photoKindOf` wants to see; fewer are fine. */
export const PHOTO_HEAD_BYTES = 16;

/**
 * What a file is by its first bytes; its name and the type its sender claims are not asked. HEIC is known only to be
 * refused with a helpful sentence: its codec is patented and not part of the decoder's prebuilt binaries.
 */
export function photoKindOf(head: Uint8Array): PhotoKind | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp' && /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(text(8, 12))) return 'heic';
  return undefined;
}

/** Why a file may not be attached, or null. A file of someone else is told like one that does not exist. */
export function attachRefusal(
  file: { readonly ownerId: string; readonly attachedTo: AttachedTo | null } | undefined,
  to: AttachedTo,
  ownerId: string,
): 'files.unknown' | 'files.attachedElsewhere' | null {
  if (file?.ownerId !== ownerId) return 'files.unknown';
  const { attachedTo } = file;
  if (attachedTo === null || (attachedTo.kind === to.kind && attachedTo.id === to.id)) return null;
  return 'files.attachedElsewhere';
}

/** When a link made now ends, in seconds since 1970; the same for all links made within one step. */
export function linkExpiryS(nowMs: number): number {
  return Math.floor(nowMs / 1000 / LINK_STEP_S) * LINK_STEP_S + LINK_LIFETIME_S;
}

/** What a link's signature covers. The first line keeps the key's other uses, should there ever be any, apart. */
export function linkText(fileId: string, variant: FileVariant, expiresS: number): string {
  return `xiangyue file link 1\n${fileId}\n${variant}\n${expiresS}`;
}
