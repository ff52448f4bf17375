/** The files platform on its own: real database, real folder, real HTTP on a small Koa app. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MidwayContainer } from '@midwayjs/core';
import { Problem } from '@xiangyue/shared/kernel/problem';
import Koa from 'koa';
import { CONFIG, readConfig } from '../../src/platform/config/config';
import { Database } from '../../src/platform/database/database';
import type { BlobStorage } from '../../src/platform/files/blob-storage';
import { FileLinks } from '../../src/platform/files/file-links';
import { Files } from '../../src/platform/files/files';
import { FilesStore } from '../../src/platform/files/files.store';
import { filesFront } from '../../src/platform/files/files-front';
import { FILES_SETUP, type FilesSetup } from '../../src/platform/files/files-setup';
import { FolderStorage } from '../../src/platform/files/folder-storage';
import { TempFolder } from '../../src/platform/files/temp-folder';
import { respondWithProblem } from '../../src/platform/http/problem-response';
import { Idempotency } from '../../src/platform/idempotency/idempotency';
import { LOG, makeLog } from '../../src/platform/log/log';
import { PersonalData } from '../../src/platform/personal-data/personal-data';
import { type Answer, answerOf } from '../answer';
import { testDatabase } from '../database';
import { environmentOf } from '../environment';
import { anId } from '../factories';
import { photoForm } from '../forms';

export const HOUR_MS = 3600_000;

interface Sent {
  person?: string;
  key?: string;
  purpose?: string;
  /** The name of the part that holds the photo. */
  part?: string;
}

export interface FilesKit {
  readonly files: Files;
  readonly links: FileLinks;
  readonly store: FilesStore;
  /** The storage in use; a test may put another in its place. */
  readonly setup: { -readonly [Name in keyof FilesSetup]: FilesSetup[Name] };
  readonly address: string;
  /** What was logged as an error, by its message. */
  readonly logged: string[];
  upload(photo: Buffer, sent?: Sent): Promise<Answer>;
  /** The id of a freshly uploaded photo. */
  uploaded(photo: Buffer, sent?: Sent): Promise<string>;
  get(path: string, headers?: Record<string, string>): Promise<Answer & { bytes: Buffer }>;
  /** Every record, of every state. */
  rows(): Promise<Array<Record<string, unknown> & { _id: string; state: string }>>;
  /** Blobs in the folder, by name. */
  blobs(): Promise<string[]>;
  unfinished(): Promise<string[]>;
  /** Forgets everything. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** @param storage instead of the folder */
export async function startFilesKit(storage?: BlobStorage): Promise<FilesKit> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyue-files-'));
  const temp = new TempFolder(join(folder, 'unfinished'));
  const setup = {
    temp,
    storage: storage ?? new FolderStorage(join(folder, 'photos'), temp),
    linkKey: randomBytes(32).toString('hex'),
  };
  const { uri, name } = testDatabase();
  const logged: string[] = [];
  const log = makeLog('silent');
  log.error = ((fields: { err: Error }) => logged.push(fields.err.message)) as typeof log.error;
  const container = new MidwayContainer();
  container.registerObject(CONFIG, readConfig(environmentOf({ uri, name })));
  container.registerObject(LOG, log);
  container.registerObject(FILES_SETUP, setup);
  for (const part of [Database, PersonalData, FilesStore, FileLinks, Files]) container.bind(part);
  const database = await container.getAsync(Database);
  await database.connect();
  const files = await container.getAsync(Files);
  const links = await container.getAsync(FileLinks);
  for (const model of database.models) await model.createIndexes();
  const rows = database.connection.collection<Record<string, unknown> & { _id: string; state: string }>('files');

  const app = new Koa();
  // Koa itself prints what a sender that goes away causes.
  app.silent = true;
  app.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      respondWithProblem(ctx, error, 'test', log);
    }
  });
  app.use(
    filesFront({
      files,
      links,
      setup,
      idempotency: new Idempotency(),
      actorOf: async (ctx) => {
        const personId = ctx.get('X-Person');
        if (personId === '') throw new Problem('test.signIn', 401, '请先登录');
        return { personId };
      },
    }),
  );
  const server = createServer(app.callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const upload: FilesKit['upload'] = async (photo, sent = {}) => {
    const { person = 'zhang', key = randomUUID(), purpose, part } = sent;
    const response = await fetch(`${address}/api/files`, {
      method: 'POST',
      body: photoForm(photo, purpose, part),
      headers: { 'X-Person': person, 'Idempotency-Key': key },
    });
    return answerOf(response);
  };
  return {
    files,
    links,
    store: await container.getAsync(FilesStore),
    setup,
    address,
    logged,
    upload,
    uploaded: async (photo, sent) => {
      const { status, body } = await upload(photo, sent);
      if (status !== 200) throw new Error(`upload: ${JSON.stringify(body)}`);
      return body.id;
    },
    get: async (path, headers = {}) => {
      const response = await fetch(address + path, { headers });
      const bytes = Buffer.from(await response.arrayBuffer());
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        bytes,
        body: isJson ? JSON.parse(bytes.toString()) : undefined,
      };
    },
    rows: () => rows.find().sort({ _id: 1 }).toArray(),
    blobs: async () => {
      if (!existsSync(join(folder, 'photos'))) return [];
      return (await readdir(join(folder, 'photos'), { recursive: true }))
        .filter((path) => path.endsWith('.jpg'))
        .sort();
    },
    unfinished: () => readdir(join(folder, 'unfinished')),
    clear: async () => {
      await rows.deleteMany({});
      await rm(join(folder, 'photos'), { recursive: true, force: true });
      logged.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The record of an uploaded photo, without its blobs: for tests that need many. */
export async function waitingPhotoOf(kit: FilesKit, ownerId: string): Promise<void> {
  const [id, now] = [anId(), new Date()];
  const fields = { purpose: 'points.evidence', bytes: 1, width: 1, height: 1, attachedTo: null };
  await kit.store.begin({ ...fields, id, ownerId, sha256: id, createdAt: now }, now);
  await kit.store.finish(id, id, now);
}
