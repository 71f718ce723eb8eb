/**
 * Deferred work, stored in the database (pg-boss): a job is enqueued in the transaction of the write that causes it, and
 * must be idempotent.
 */
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Phrase } from '../domain/messages/phrase.ts';
import type { Connection, Db, Parameter, Tx } from './db.ts';
import { connectionRefusal } from './db-failures.ts';

export interface Jobs {
  /** Enqueues in the caller's transaction: the job exists if and only if the write does. */
  send(tx: Tx, queue: string, data: object, options?: { onlyOne?: string }): Promise<void>;
  /** Works a queue until stopped, one job at a time. A handler that throws is retried, ten tries in all. */
  work<Data extends object>(queue: string, handler: (data: Data, job: JobInHand) => Promise<void>): Promise<void>;
  /** Lets running jobs finish. */
  stop(): Promise<void>;
}

/** Role that the queue's tables belong to, whoever asks first. */
const OF_THE_QUEUE = 'gapmap_worker';

export interface JobInHand {
  /** Aborts when the job is no longer this worker's: it was not heard of in time, or is to stop. */
  readonly signal: AbortSignal;
  readonly askedAt: Date;
  /** An earlier try failed or was killed, perhaps after its work was done. */
  readonly isRetry: boolean;
}

/** A worker not heard of for so long counts as killed, and its job is taken up: at most 30 + 5 s after its last sign, which it gives every 10 s. */
const HEARTBEAT = { heartbeatSeconds: 30, heartbeatRefreshSeconds: 10 };
const LOOK_EVERY_S = 5;

/** Heartbeats find killed workers; this ends a job that hangs. */
const TWELVE_HOURS_S = 12 * 3600;

const QUEUE = {
  // A killed worker's try counts too: of a hundred kills all over the product, six hit the same job.
  retryLimit: 9,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: TWELVE_HOURS_S,
  heartbeatSeconds: HEARTBEAT.heartbeatSeconds,
};

/**
 * @param onError called for errors outside a job, such as a lost connection
 * @throws Refusal 503 when the database goes meanwhile
 */
export async function openJobs(
  db: Pick<Db, 'connection'>,
  queues: readonly string[],
  onError: (error: Error) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...connectionOf(db.connection),
    max: 3,
    application_name: 'gapmap jobs',
    createSchema: false,
    schedule: false,
    superviseIntervalSeconds: LOOK_EVERY_S,
    monitorIntervalSeconds: LOOK_EVERY_S,
  });
  boss.on('error', onError);
  try {
    await boss.start();
    for (const queue of queues) {
      await boss.createQueue(queue, QUEUE);
      // An existing queue keeps the options it was created with.
      await boss.updateQueue(queue, QUEUE);
    }
  } catch (error) {
    // Its timers would keep a failed command alive, or a worker without a queue.
    await boss.stop({ graceful: false }).catch(onError);
    throw connectionRefusal(error, 'command');
  }
  return {
    send: async (tx, queue, data, options) => {
      await boss.send(queue, data, {
        db: { executeSql: async (text, values) => ({ rows: await tx.rows(text, values as Parameter[]) }) },
        ...(options?.onlyOne ? { singletonKey: options.onlyOne } : {}),
      });
    },
    work: async <Data extends object>(queue: string, handler: (data: Data, job: JobInHand) => Promise<void>) => {
      const options = {
        batchSize: 1,
        includeMetadata: true,
        heartbeatRefreshSeconds: HEARTBEAT.heartbeatRefreshSeconds,
      } as const;
      await boss.work(queue, options, async ([job]: JobWithMetadata<Data>[]) => {
        if (job) await handler(job.data, { signal: job.signal, askedAt: job.createdOn, isRetry: job.retryCount > 0 });
      });
    },
    stop: () => boss.stop({ graceful: true }),
  };
}

/** A job that waits, runs or has failed. */
export interface JobTold {
  readonly queue: string;
  readonly data: object;
  readonly state: 'queued' | 'running' | 'failed';
  /** When it was asked for, begun or given up; ISO 8601 in UTC, to the minute. */
  readonly since: string;
  /** What went wrong in the last try. */
  readonly reason: string | null;
  /** The same as a phrase, where the last try was refused. */
  readonly refused: Phrase | null;
}

/** Jobs waiting and running, and those that failed within a week, the newest last. Needs no open queue. */
export async function jobsTold(tx: Tx): Promise<JobTold[]> {
  const { isThere } = await tx.one<{ isThere: boolean }>(`select to_regclass('pgboss.job') is not null as "isThere"`);
  if (!isThere) return [];
  return tx.rows<JobTold>(
    `select name as queue,
       data,
       case state when 'active' then 'running' when 'failed' then 'failed' else 'queued' end as state,
       to_char(
         case state when 'active' then started_on when 'failed' then completed_on else created_on end at time zone 'utc',
         'YYYY-MM-DD HH24:MI"Z"'
       ) as since,
       output ->> 'message' as reason,
       output -> 'phrase' as refused
     from pgboss.job
     where state in ('created', 'retry', 'active')
        or (state = 'failed' and completed_on > now() - interval '7 days')
     order by created_on, id`,
  );
}

function connectionOf(connection: Connection): object {
  return connection.kind === 'native'
    ? { connectionString: connection.url, options: `-c role=${OF_THE_QUEUE}` }
    : { host: connection.host, port: connection.port, user: 'postgres', database: 'postgres' };
}
