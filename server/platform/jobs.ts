/**
 * Deferred work, stored in the database (pg-boss): a job is enqueued in the transaction of the write that causes it, and
 * must be idempotent.
 */
import { PgBoss } from 'pg-boss';
import type { Connection, Db, Parameter, Tx } from './db.ts';

export interface Jobs {
  /** Enqueues in the caller's transaction: the job exists if and only if the write does. */
  send(tx: Tx, queue: string, data: object, options?: { onlyOne?: string }): Promise<void>;
  /** Works a queue until stopped, one job at a time. A handler that throws is retried, three tries in all. */
  work<Data extends object>(queue: string, handler: (data: Data) => Promise<void>): Promise<void>;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}

const ONE_HOUR_S = 3600;
/** Role that the queue's tables belong to, whoever asks first. */
const OF_THE_QUEUE = 'gapmap_worker';

/** @param onError called for errors outside a job, such as a lost connection */
export async function openJobs(db: Db, queues: readonly string[], onError: (error: Error) => void): Promise<Jobs> {
  const boss = new PgBoss({
    ...connectionOf(db.connection),
    max: 3,
    application_name: 'gapmap jobs',
    createSchema: false,
  });
  boss.on('error', onError);
  await boss.start();
  for (const queue of queues)
    await boss.createQueue(queue, { retryLimit: 2, retryBackoff: true, expireInSeconds: ONE_HOUR_S });
  return {
    send: async (tx, queue, data, options) => {
      await boss.send(queue, data, {
        db: { executeSql: async (text, values) => ({ rows: await tx.rows(text, values as Parameter[]) }) },
        ...(options?.onlyOne ? { singletonKey: options.onlyOne } : {}),
      });
    },
    work: async <Data extends object>(queue: string, handler: (data: Data) => Promise<void>) => {
      await boss.work<Data>(queue, { batchSize: 1 }, async ([job]) => {
        if (job) await handler(job.data);
      });
    },
    stop: () => boss.stop({ graceful: true }),
  };
}

function connectionOf(connection: Connection): object {
  return connection.kind === 'native'
    ? { connectionString: connection.url, options: `-c role=${OF_THE_QUEUE}` }
    : { host: connection.host, port: connection.port, user: 'postgres', database: 'postgres' };
}
