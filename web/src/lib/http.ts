/** The one way to ask the server: returns an answer of its contract's type, or throws an `ApiProblem`. */

import { getLanguage } from './catalog.ts';
import { shellMessages } from './messages.ts';
import { secondsIn } from './patience.ts';

/** A failed request: its status, its stable code, and further facts from the server. */
export class ApiProblem extends Error {
  /** 0 when nobody answered. */
  readonly status: number;
  /** "collect.changed"; "network" when nobody answered, "unknown" when the answer named none. */
  readonly code: string;
  /** Words for the reader. */
  readonly detail: string;
  /** Members of the problem besides those of RFC 9457, such as `received`. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Seconds after which a busy server wants to be asked again. */
  readonly retryAfterS: number | undefined;
  constructor(
    status: number,
    code: string,
    detail: string,
    facts: Readonly<Record<string, unknown>> = {},
    retryAfterS?: number,
  ) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.facts = facts;
    this.retryAfterS = retryAfterS;
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Sent {
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Blob;
  readonly signal?: AbortSignal | undefined;
}

/** Writes under way. */
const writing = new Map<string, { readonly bytes: Blob | undefined; readonly answer: Promise<unknown> }>();

/**
 * The same write asked for again while it is under way is one: a double click sends nothing twice.
 *
 * @returns undefined for an answer without a body
 * @throws ApiProblem; the signal's reason when aborted
 */
export function call<T>(method: Method, path: string, sent: Sent = {}): Promise<T> {
  if (method === 'GET') return asking<T>(method, path, sent);
  const { query, json, bytes } = sent;
  const key = JSON.stringify([method, path, query, json]);
  const same = writing.get(key);
  if (same && same.bytes === bytes) return same.answer as Promise<T>;
  const answer = asking<T>(method, path, sent);
  writing.set(key, { bytes, answer });
  const end = () => {
    if (writing.get(key)?.answer === answer) writing.delete(key);
  };
  answer.then(end, end);
  return answer;
}

async function asking<T>(method: Method, path: string, sent: Sent): Promise<T> {
  const { query = {}, signal } = sent;
  const asked = new URLSearchParams(query);
  let response: Response;
  try {
    response = await fetch(asked.size > 0 ? `${path}?${asked}` : path, {
      method,
      ...contentOf(sent),
      ...(signal ? { signal } : {}),
    });
    if (response.status === 204) return undefined as T;
    if (response.ok) return (await response.json()) as T; // the server validates every answer against the same contract
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, 'network', shellMessages.get().noAnswer);
  }
  throw problemOf(response, (await response.json().catch(() => ({}))) as Problem);
}

function contentOf({ json, bytes }: Sent): Pick<RequestInit, 'body'> & { headers: Record<string, string> } {
  const headers = { accept: 'application/json', 'accept-language': getLanguage() };
  if (bytes) return { headers: { ...headers, 'content-type': 'application/octet-stream' }, body: bytes };
  if (json === undefined) return { headers };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(json) };
}

interface Problem {
  readonly type?: unknown;
  readonly status?: unknown;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

function problemOf({ status: answered, headers }: Response, problem: Problem): ApiProblem {
  const { type: _type, status: _status, code = 'unknown', title, detail, ...facts } = problem;
  const words = detail ?? title ?? shellMessages.get().answered({ status: answered });
  return new ApiProblem(answered, code, words, facts, secondsIn(headers));
}
