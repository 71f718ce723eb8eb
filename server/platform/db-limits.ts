/** How long a request may wait for the database and hold it. A command has none: an import takes as long as it takes. */
import type { Actor } from '../domain/actor.ts';

/** All in milliseconds. */
export interface Limits {
  /** Until there is a connection and its transaction has begun. */
  readonly wait: number;
  /** For a lock that another transaction holds. Only PostgreSQL honors it: the embedded database has one transaction at a time. */
  readonly lock: number;
  /** Of one statement, or between two. Only PostgreSQL honors it. */
  readonly statement: number;
  /** Of a whole transaction. Kept by a timer of ours, so it holds where the database does not answer at all. */
  readonly transaction: number;
}

export interface RequestLimits {
  readonly reading: Limits;
  /** Of the requests that check or load a district's file. */
  readonly loading: Limits;
}

const WAITING = { wait: 5_000, lock: 5_000 };

export const REQUEST_LIMITS: RequestLimits = {
  reading: { ...WAITING, statement: 20_000, transaction: 40_000 },
  loading: { ...WAITING, statement: 300_000, transaction: 600_000 },
};

/** Roles that check or load a file: `intake` a district's, `resident` a provider's own, `author` one that an agency accepts. */
const LOADERS: readonly Actor['role'][] = ['intake', 'resident', 'author'];

export function limitsOf(limits: RequestLimits, actor: Actor | undefined): Limits {
  return actor && LOADERS.includes(actor.role) ? limits.loading : limits.reading;
}

/** As statements for PostgreSQL, which hold for the transaction. */
export function limitSettings({ lock, statement }: Limits): string[] {
  return [
    `set local lock_timeout = ${lock}`,
    `set local statement_timeout = ${statement}`,
    `set local idle_in_transaction_session_timeout = ${statement}`,
  ];
}
