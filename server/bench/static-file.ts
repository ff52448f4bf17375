/** The limit for answers from memory: a file of the same bytes, served by Koa's own static sender. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import send from 'koa-send';

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiangyue-bench-'));
  await writeFile(join(folder, 'answer.json'), await (await fetch(process.env.ANSWER_URL ?? '')).text());
  const app = new Koa();
  app.use((ctx) => send(ctx, 'answer.json', { root: folder }));
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object')
      process.send?.({ ready: true, address: `http://127.0.0.1:${address.port}` });
  });
  const stop = () => rm(folder, { recursive: true }).finally(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
