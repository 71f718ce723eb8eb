/**
 * Retries requests to other people's servers: which to retry, and after how long. With ky 1.14 this took 161 lines
 * and every hook ky has: its timeout stops at the headers of an answer, it shortens a wait that a server asks for,
 * it is silent before it waits, and its errors contain the request with its token.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { phrases } from '../../domain/messages/en/phrases.ts';
import { type Phrase, phrase, say } from '../../domain/messages/phrase.ts';

export interface Patience {
  /** Limit of tries per request. */
  readonly tries: number;
  /** First wait; each further one is up to twice as long. */
  readonly firstWaitMs: number;
  /** Longest wait; a server that asks for more is given up. */
  readonly longestWaitMs: number;
  /** Time limit of an answer, including its body. */
  readonly timeoutMs: number;
  /** 0 up to 1; tests fix it. */
  readonly random?: () => number;
}

export const PATIENT: Patience = { tries: 6, firstWaitMs: 1000, longestWaitMs: 120_000, timeoutMs: 120_000 };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** No answer, or only error answers. `reason` tells nothing of the request or the answer. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
  readonly reason: Phrase;
  constructor(reason: Phrase, options?: ErrorOptions) {
    super(say(phrases, reason), options);
    this.reason = reason;
  }
}

/** Unusable text; worth a retry, as for a truncated answer. */
export class Garbled extends Error {
  override readonly name = 'Garbled';
  readonly reason: Phrase;
  constructor(reason: Phrase) {
    super(say(phrases, reason));
    this.reason = reason;
  }
}

/**
 * Retries until there is an answer: after network failures, timeouts, 408, 429 and 5xx, and whenever `read` throws
 * Garbled. Waits grow with jitter, so that many clients do not return at once; honors `Retry-After`.
 *
 * @param read converts an answer for the caller; may throw Garbled
 * @param onWait called before each wait, for a person
 * @throws Unanswered
 */
export async function askPatiently<T>(
  url: string | URL,
  init: RequestInit,
  patience: Patience,
  read: (answer: Answer) => T,
  onWait: (why: Phrase) => void = () => undefined,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(url, init, patience, read);
    if ('value' in outcome) return outcome.value;
    const { reason, waitMs = backOff(attempt, patience), cause } = outcome;
    if (attempt >= patience.tries) throw new Unanswered(phrase('wait.given-up', { reason, tries: attempt }), { cause });
    if (waitMs > patience.longestWaitMs)
      throw new Unanswered(phrase('wait.too-long', { reason, seconds: Math.ceil(waitMs / 1000) }), { cause });
    onWait(phrase('wait.again', { reason, seconds: Math.max(1, Math.round(waitMs / 1000)) }));
    await sleep(waitMs);
  }
}

/** The reason for a retry. */
interface Excuse {
  readonly reason: Phrase;
  readonly waitMs?: number;
  readonly cause?: unknown;
}

async function tryOnce<T>(
  url: string | URL,
  init: RequestInit,
  { timeoutMs }: Patience,
  read: (answer: Answer) => T,
): Promise<{ readonly value: T } | Excuse> {
  const heard = await listen(url, init, timeoutMs);
  if ('reason' in heard) return heard;
  if (isExcuse(heard.status)) {
    const waitMs = retryAfterMs(heard.headers, Date.now());
    return {
      reason: phrase(heard.status === 429 ? 'wait.busy' : 'wait.failed', { status: heard.status }),
      ...(waitMs === undefined ? {} : { waitMs }),
    };
  }
  try {
    return { value: read(heard) };
  } catch (error) {
    if (!(error instanceof Garbled)) throw error;
    return { reason: error.reason, cause: error };
  }
}

/** Does not follow redirects unless `init` says so: following one could send the request's secrets elsewhere. */
async function listen(url: string | URL, init: RequestInit, timeoutMs: number): Promise<Answer | Excuse> {
  try {
    const response = await fetch(url, { redirect: 'manual', ...init, signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'TimeoutError')
      return { reason: phrase('wait.no-answer'), cause };
    const code = codeOf(cause);
    if (code === undefined && !(cause instanceof TypeError)) throw cause;
    return {
      reason: code === undefined ? phrase('wait.no-connection') : phrase('wait.no-connection/code', { code }),
      cause,
    };
  }
}

/** `fetch` wraps the network's own error. */
function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause)
    if ('code' in at && typeof at.code === 'string') return at.code;
  return undefined;
}

function isExcuse(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

function backOff(attempt: number, { firstWaitMs, longestWaitMs, random = Math.random }: Patience): number {
  const most = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  return most / 2 + (most / 2) * random();
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); undefined if absent or invalid. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
