/** The database goes away and returns: the worker goes on by itself, and the other figures are given meanwhile. */

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { jobKind } from '../../src/platform/jobs/job-kinds';
import { testDatabase } from '../database';
import { until } from '../until';
import { type JobProcess, jobProcess, QUICK, sleep } from './job-process';

const work = jobKind<null>('test.work');

/** A line to the database that can be cut; works for one server, not for a replica set, whose members name themselves. */
class Line {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  port = 0;

  constructor(private readonly target: { host: string; port: number } | { path: string }) {}

  async open(): Promise<void> {
    this.server = createServer((socket) => {
      const onward = connect(this.target);
      for (const end of [socket, onward]) {
        this.sockets.add(end);
        end.on('error', () => undefined).on('close', () => this.sockets.delete(end));
      }
      socket.pipe(onward).pipe(socket);
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  cut(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
  }
}

const { uri, name } = testDatabase();
const [, host = ''] = /^mongodb:\/\/([^/?]+)/.exec(uri) ?? [];
const [address = '', port] = decodeURIComponent(host).split(':');
const line = new Line(port === undefined ? { path: address } : { host: address, port: Number(port) });
const isOneServer = uri.includes('directConnection=true');

let process: JobProcess;
beforeAll(async () => {
  await line.open();
  process = await jobProcess(`mongodb://127.0.0.1:${line.port}/?directConnection=true`, name);
  await process.migrator.apply([]);
});
afterAll(async () => {
  await process.stop();
  line.cut();
});

(isOneServer ? test : test.skip)(
  'a job interrupted by it and one due meanwhile are both done afterwards',
  async () => {
    const effects = () => process.database.connection.collection<{ _id: string }>('effects');
    const attempts: string[] = [];
    process.jobs.define({
      name: work,
      concurrency: 2,
      run: async ({ attempt }) => {
        attempts.push(`begun ${attempt}`);
        await sleep(200);
        await effects().updateOne({ _id: 'paid' }, { $set: { by: 'job' } }, { upsert: true });
        attempts.push(`done ${attempt}`);
      },
    });
    await process.jobs.start({ ...QUICK, leaseMs: 300 });
    await process.jobs.schedule(work, 'now', null, new Date());
    await process.jobs.schedule(work, 'soon', null, new Date(Date.now() + 400));
    await until(() => attempts.length === 1);
    line.cut();
    const text = await process.metrics.registry.metrics();
    expect(text).toContain('xiangyue_process_resident_memory_bytes');
    expect(text).not.toContain('xiangyue_jobs{');
    await line.open();
    await until(async () => (await process.store.count()).every(({ kind }) => kind !== work));
    expect(await effects().countDocuments()).toBe(1);
    expect(await process.jobs.dead()).toEqual([]);
  },
  30_000,
);
