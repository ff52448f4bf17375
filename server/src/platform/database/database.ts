/** The one connection to MongoDB, and the settings that make an acknowledged write a kept write. */
import { Destroy, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import mongoose, { type Connection, type Model, type Schema } from 'mongoose';
import { CONFIG, type Config } from '../config/config';

/** How long a request may wait for a lost database before it is told 系统正在维护. */
const SERVER_SELECTION_TIMEOUT_MS = 5_000;
/** Sockets to the database from one process: more only queue inside the database on a small server. */
const MAX_POOL_SIZE = 20;

@Provide()
@Scope(ScopeEnum.Singleton)
export class Database {
  readonly connection: Connection = mongoose.createConnection();

  @Inject(CONFIG)
  private readonly config!: Config;

  async connect(): Promise<void> {
    await this.connection.openUri(this.config.MONGODB_URI, {
      dbName: this.config.MONGODB_DATABASE,
      // Indexes are made by the migration command, never as a side effect of a start.
      autoIndex: false,
      autoCreate: false,
      // Without the journal, a killed database forgets writes that it had acknowledged.
      writeConcern: { w: 'majority', journal: true },
      serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
      maxPoolSize: MAX_POOL_SIZE,
      appName: 'xiangyue',
    });
  }

  /** Declares a collection; called by each store once. A field that the schema does not know is an error, not a silence. */
  // biome-ignore lint/suspicious/noExplicitAny: mongoose infers eight type parameters; only the row type matters here
  collection<Row>(name: string, schema: Schema<any>): Model<Row> {
    schema.set('strict', 'throw');
    schema.set('versionKey', false);
    return this.connection.model<Row>(name, schema as Schema<Row>, name);
  }

  /** True when a unique index refused a write: somebody else was first. */
  static isDuplicateKey(error: unknown): boolean {
    return error instanceof mongoose.mongo.MongoServerError && error.code === 11_000;
  }

  /** Waits for a write; false when a unique index refused it. */
  static async accepts(write: PromiseLike<unknown>): Promise<boolean> {
    try {
      await write;
      return true;
    } catch (error) {
      if (Database.isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /**
   * An upsert that is sent twice at once may be refused to one of the two; then the document is there, and the same write
   * finds it.
   */
  static async upsert<Result>(write: () => PromiseLike<Result>): Promise<Result> {
    try {
      return await write();
    } catch (error) {
      if (!Database.isDuplicateKey(error)) throw error;
      return write();
    }
  }

  /** Every declared collection, for the migration command. */
  get models(): Model<unknown>[] {
    return Object.values(this.connection.models);
  }

  /** Asks the database whether it answers; throws when it does not. */
  async ping(): Promise<void> {
    await this.connection.db?.command({ ping: 1 }, { timeoutMS: 1_000 });
  }

  @Destroy()
  async close(): Promise<void> {
    await this.connection.close();
  }
}
