/** The limit that the service is measured against: the same query, on the same driver, in a bare Koa handler. */
import Koa from 'koa';
import { MongoClient } from 'mongodb';

async function main(): Promise<void> {
  const client = await MongoClient.connect(process.env.MONGODB_URI ?? '', { maxPoolSize: 20 });
  const documents = client.db(process.env.MONGODB_DATABASE).collection<{ _id: string; state: string }>('ruleDocuments');
  const app = new Koa();
  app.use(async (ctx) => {
    const id = ctx.path.slice(ctx.path.lastIndexOf('/') + 1);
    ctx.body = await documents.findOne({ _id: id, state: 'inForce' }, { projection: { grams: 0 } });
  });
  const server = app.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object')
      process.send?.({ ready: true, address: `http://127.0.0.1:${address.port}` });
  });
  process.on('SIGTERM', () => process.exit(0));
  process.on('disconnect', () => process.exit(0));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
