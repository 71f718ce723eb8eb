/**
 * One transaction on a connection of the pool, and every way in which it can end early: the connection is lost, the time
 * is up, the reader has gone. A connection of unknown state is never given to the next.
 */
import pg from 'pg';
import { type Asker, connectionRefusal, databaseGone, meaningOf, outOfTime } from './db-failures.ts';
import type { Limits } from './db-limits.ts';
import { Refusal } from './problem.ts';

const CANCEL_MS = 2_000;
const ROLLBACK_MS = 5_000;

/** Connections that have ended, with what they said. */
const losses = new WeakMap<object, Error>();

/**
 * Notes which connections of a pool are lost, whether they are in use, idle or just changing hands. Without a listener the process
 * would end.
 */
export function hearLosses(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) =>
    client.on('error', (error) => {
      if (!losses.has(client)) losses.set(client, error);
    }),
  );
}

export interface Terms {
  /** Where the pool connects to, for canceling. */
  readonly options: pg.PoolConfig;
  /** Whether a statement can be canceled; the embedded database knows no way. */
  readonly cancelable: boolean;
  readonly asker: Asker;
  /** Undefined: as long as it takes. */
  readonly limits: Limits | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * @param begin the statements that begin the transaction
 * @throws Refusal 503 when the connection is lost or the time is up
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (client: pg.PoolClient) => Promise<T>,
  { options, cancelable, asker, limits, signal }: Terms,
): Promise<T> {
  signal?.throwIfAborted();
  const clock = clockOf(limits);
  let broken: Error | undefined;
  const cancels: Promise<void>[] = [];
  const client = await pool.connect().catch((error: unknown) => {
    clock.stop();
    // Whoever asks after the end has not lost the database.
    if (pool.ending) throw error;
    throw connectionRefusal(error, asker);
  });
  const breaks = (error: Error) => {
    broken = error;
  };
  const cancel = () => {
    cancels.push(cancelStatement(options, client).catch(breaks));
  };
  if (cancelable) signal?.addEventListener('abort', cancel, { once: true });
  try {
    await clock.until('wait', client.query(begin));
    const result = await clock.until('transaction', work(client));
    await clock.until('transaction', client.query('commit'));
    return result;
  } catch (error) {
    await Promise.all(cancels);
    const lost = losses.get(client);
    if (clock.isUp(error)) breaks(error);
    else if (!lost) await withinTime(client.query('rollback'), ROLLBACK_MS).catch(breaks);
    throw lost && !(error instanceof Refusal) ? databaseGone(lost, asker) : meaningOf(error, asker);
  } finally {
    clock.stop();
    signal?.removeEventListener('abort', cancel);
    await Promise.all(cancels);
    client.release(broken ?? losses.get(client));
  }
}

/** Rejects what is not done when the time is up. */
function clockOf(limits: Limits | undefined) {
  const startedAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  let up: unknown;
  const stop = () => clearTimeout(timer);
  return {
    stop,
    isUp: (error: unknown): error is Refusal => error !== undefined && error === up,
    until<T>(limit: 'wait' | 'transaction', task: Promise<T>): Promise<T> {
      if (limits === undefined) return task;
      stop();
      const over = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(
          () => {
            up = outOfTime(limit);
            reject(up);
          },
          Math.max(0, startedAt + limits[limit] - Date.now()),
        );
      });
      return Promise.race([task, over]);
    },
  };
}

/**
 * Cancels the running statement of a client whose reader has gone, on a connection of its own. Resolves when PostgreSQL has
 * passed the cancel on, so that it cannot hit whoever is given the client next.
 */
async function cancelStatement(options: pg.PoolConfig, client: pg.PoolClient): Promise<void> {
  const { processID } = client as pg.PoolClient & { processID: number };
  const own = new pg.Client({ ...options, connectionTimeoutMillis: CANCEL_MS });
  own.on('error', () => undefined);
  await own.connect();
  try {
    await withinTime(own.query('select pg_cancel_backend($1)', [processID]), CANCEL_MS);
  } finally {
    void own.end().catch(() => undefined);
  }
}

async function withinTime<T>(task: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([task, over]);
  } finally {
    clearTimeout(timer);
  }
}
