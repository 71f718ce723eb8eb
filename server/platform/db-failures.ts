/**
 * What a failure of the database means to whoever asked. SQLSTATE: PostgreSQL, appendix A. Everything that is not named
 * here is our own fault, and stays an unexpected error.
 */
import { type Refusal, refusal, refusalBecause } from './problem.ts';

/** A request is answered; a command ends with a sentence. */
export type Asker = 'request' | 'command';

/** @returns the refusal that the failure of a statement amounts to, or the error itself */
export function meaningOf(error: unknown, asker: Asker): unknown {
  const state = sqlState(error);
  if (state === undefined) return error;
  if (isConnectionLost(state)) return databaseGone(error, asker);
  // Commands have no limits of ours, and repeat what PostgreSQL says of a value.
  if (asker === 'command') return error;
  if (state === '53300' || state === '55P03') return refusalBecause(error, 'database.busy', 503);
  if (state === '57014' || state === '25P03') return refusalBecause(error, 'database.slow', 503);
  if (state.startsWith('22')) return refusalBecause(error, 'request.value', 400);
  if (state === '23505' || state === '40001' || state === '40P01')
    return refusalBecause(error, 'request.conflict', 409);
  return error;
}

/** Of a connection that could not be had. */
export function connectionRefusal(error: unknown, asker: Asker): unknown {
  const state = sqlState(error);
  // A role or database that does not exist: whoever gives the command mends it, whoever reads a page waits.
  if (asker === 'command') return state === undefined || isConnectionLost(state) ? databaseGone(error, asker) : error;
  // pg-pool gives its timeouts no code.
  const isTimeout = state === undefined && error instanceof Error && /timeout/.test(error.message);
  return isTimeout || state === '53300' ? refusalBecause(error, 'database.busy', 503) : databaseGone(error, asker);
}

/** @param error what the connection said when it ended */
export function databaseGone(error: unknown, asker: Asker): Refusal {
  return asker === 'request'
    ? refusalBecause(error, 'database.gone', 503)
    : refusalBecause(error, 'database.gone/command', 503, { reason: reasonOf(error) });
}

/** The limit of `limits.wait` or `limits.transaction` is reached. */
export function outOfTime(limit: 'wait' | 'transaction'): Refusal {
  return refusal(limit === 'wait' ? 'database.busy' : 'database.slow', 503);
}

export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return undefined;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined;
}

/** Class 08, and an operator's intervention that ends the connection: 57P01 to 57P05. */
function isConnectionLost(state: string): boolean {
  return state.startsWith('08') || state.startsWith('57P');
}

/** Several addresses tried in vain are one error without words. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
