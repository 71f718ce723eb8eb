/**
 * The advisory locks of PostgreSQL that Gapmap's processes take, each by its name: here alone, so that no two share a number. All
 * end with their transaction. On the embedded database every connection is one session of PostgreSQL, which never waits for itself: there a
 * transaction has the database to itself, and that excludes the others.
 */
import type { Tx } from './db.ts';

/** Numbers stay for good: an older process may run beside a newer one. */
const NUMBERS = {
  /** The database is being migrated. */
  migration: 7_264_901,
  /** A release of a state is being made. */
  release: 7_264_902,
  /** Homes of a state are read for a release, or taken back by a district. */
  'homes in a release': 7_264_903,
  /** A filing of the FCC is being put in its place. */
  'fcc import': 7_264_904,
  /** A release that rests on filings of a state is written, or an import puts others in their place. */
  'filings in a release': 7_264_905,
  /** A district begins an upload for a collection. */
  'upload begun': 7_264_906,
  /** Somebody of a provider adds an address to write to. */
  'alert added': 7_264_907,
} as const;

type OfAll = 'migration' | 'fcc import';
type OfWords = 'upload begun' | 'alert added';
type OfState = 'release' | 'homes in a release' | 'filings in a release';

/** Waits for the lock, and holds it until the transaction ends. */
export async function lockAll(tx: Tx, name: OfAll): Promise<void> {
  await tx.run('select pg_advisory_xact_lock($1)', [NUMBERS[name]]);
}

/** As `lockAll`, for what the words name. Words with the same hash share a lock. */
export async function lockWords(tx: Tx, name: OfWords, words: string): Promise<void> {
  await tx.run('select pg_advisory_xact_lock($1, hashtext($2))', [NUMBERS[name], words]);
}

/** Waits for a state's lock, and holds it until the transaction ends. Not for the first statement of one that repeats its reads. */
export async function lockState(
  tx: Tx,
  name: OfState,
  stateFips: string,
  how: 'alone' | 'shared' = 'alone',
): Promise<void> {
  await tx.run(`select pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}($1, $2)`, [
    NUMBERS[name],
    Number(stateFips),
  ]);
}

/**
 * Takes a state's lock until the transaction ends, without waiting.
 *
 * @param how shared: beside others who share it
 * @returns false when somebody holds it
 */
export async function tryLock(
  tx: Tx,
  name: OfState,
  stateFips: string,
  how: 'alone' | 'shared' = 'alone',
): Promise<boolean> {
  const shared = how === 'shared' ? '_shared' : '';
  const { free } = await tx.one<{ free: boolean }>(`select pg_try_advisory_xact_lock${shared}($1, $2) as free`, [
    NUMBERS[name],
    Number(stateFips),
  ]);
  return free;
}
