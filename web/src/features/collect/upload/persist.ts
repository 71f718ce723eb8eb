/** Retries while the connection is broken: backs off, and continues at once when it is back. */
import { ApiProblem } from '../../../lib/http.ts';

export interface Trouble {
  /** The server's answer in words; undefined = the connection is broken. */
  readonly answer: string | undefined;
  /** Seconds until the next try. */
  readonly seconds: number;
}

export interface Patience {
  /** Resolves after the given seconds, or sooner when the connection is back; rejects when aborted. */
  wait(seconds: number, signal: AbortSignal): Promise<void>;
  onTrouble(trouble: Trouble | undefined): void;
}

const LONGEST_WAIT_SECONDS = 30;

/** Backoff of 1, 2, 4, 8, 16, then 30 seconds, without limit. */
export function secondsBefore(attempt: number): number {
  return Math.min(2 ** (attempt - 1), LONGEST_WAIT_SECONDS);
}

/** No answer, or one from a server that is starting or overloaded, or from a proxy in between. */
function mayPass(error: unknown): error is ApiProblem {
  return (
    error instanceof ApiProblem && (error.status === 0 || error.status >= 500 || [408, 425, 429].includes(error.status))
  );
}

/** @throws what `act` throws when a retry cannot help, and when aborted */
export async function persist<T>(act: () => Promise<T>, patience: Patience, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await act();
      signal.throwIfAborted();
      patience.onTrouble(undefined);
      return result;
    } catch (error) {
      signal.throwIfAborted();
      if (!mayPass(error)) throw error;
      const seconds = secondsBefore(attempt);
      patience.onTrouble({ answer: error.status === 0 ? undefined : error.message, seconds });
      await patience.wait(seconds, signal);
    }
  }
}
