/** What the environment says about photos. The lines of `.env.example` explain each in Chinese. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { BlobStorage } from './blob-storage';
import { FolderStorage } from './folder-storage';
import { S3Storage } from './s3-storage';
import { TempFolder } from './temp-folder';

/** The part of the environment that this folder needs; platform/config takes these fields into its own. */
export const filesEnvironment = {
  /** Photos and unfinished uploads; with S3 only the latter. */
  FILES_DIR: z.string().min(1).default('.data/files'),
  /** Signs the links by which photos are read. All processes of one service have the same. */
  FILES_KEY: z.string().min(32, '至少 32 个字符').optional(),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/, message: '应是 http:// 或 https:// 开头的地址' }).optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
    .optional(),
  FILES_S3_REGION: z.string().min(1).default('us-east-1'),
  FILES_S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  FILES_S3_BUCKET_IN_HOST: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .default(false),
};
const environment = z.object(filesEnvironment);
type FilesEnvironment = z.output<typeof environment>;

/** The name under which the container holds the set-up. */
export const FILES_SETUP = 'xiangyue:files-setup';

export interface FilesSetup {
  readonly storage: BlobStorage;
  readonly temp: TempFolder;
  readonly linkKey: string;
}

/** Chooses the storage. Throws one Error that names what is missing, for the operator. */
export function filesSetup(env: FilesEnvironment): FilesSetup {
  const temp = new TempFolder(join(env.FILES_DIR, 'unfinished'));
  return {
    temp,
    storage: s3Of(env) ?? new FolderStorage(join(env.FILES_DIR, 'photos'), temp),
    // Without a key links work within one process until it ends, which is all that a demo needs.
    linkKey: env.FILES_KEY ?? randomBytes(32).toString('hex'),
  };
}

function s3Of(env: FilesEnvironment): S3Storage | undefined {
  const needed = [
    'FILES_S3_ENDPOINT',
    'FILES_S3_BUCKET',
    'FILES_S3_ACCESS_KEY_ID',
    'FILES_S3_SECRET_ACCESS_KEY',
  ] as const;
  const missing = needed.filter((name) => env[name] === undefined);
  if (missing.length === needed.length) return undefined;
  // Photos in a folder that nobody backs up, because of one misspelt line, would be found out too late.
  if (missing.length > 0) throw new Error(`照片要存到 S3，还缺这些配置：${missing.join('、')}。请按 .env.example 检查`);
  return new S3Storage({
    endpoint: env.FILES_S3_ENDPOINT as string,
    bucket: env.FILES_S3_BUCKET as string,
    region: env.FILES_S3_REGION,
    accessKeyId: env.FILES_S3_ACCESS_KEY_ID as string,
    secretAccessKey: env.FILES_S3_SECRET_ACCESS_KEY as string,
    bucketInHost: env.FILES_S3_BUCKET_IN_HOST,
  });
}
