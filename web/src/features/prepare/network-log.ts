/** The page's own record of its requests since a file was chosen, and the lock that closes then. */
import { useSyncExternalStore } from 'react';
import { watchRequests } from './network-watch.ts';
import type { SeenRequest } from './requests.ts';

export interface NetworkLog {
  /** Undefined until a file is chosen. */
  readonly since: Date | undefined;
  readonly requests: readonly SeenRequest[];
}

let log: NetworkLog = { since: undefined, requests: [] };
const listeners = new Set<() => void>();

function change(next: NetworkLog): void {
  log = next;
  for (const listener of listeners) listener();
}

export function noteRequest(request: SeenRequest): void {
  if (log.since) change({ ...log, requests: [...log.requests, request] });
}

/** Requests that left the browser. A request that the policy refused may appear twice, as asked and as refused. */
export function sentRequests({ requests }: NetworkLog): readonly SeenRequest[] {
  const refused = new Set(requests.flatMap(({ how, where }) => (how === 'refused' ? [where] : [])));
  return requests.filter(({ where }) => !refused.has(where));
}

/** Starts once per page; every other address loads a new document. */
export function startLog(): void {
  if (started) return;
  started = true;
  watchRequests('page', noteRequest);
}
let started = false;

/**
 * Starts the record, and makes the browser refuse whatever this document asks for: a policy can be added to a
 * loaded document, never removed (Content Security Policy Level 3, section 3.3).
 */
export function lockNetwork(now = new Date()): void {
  if (log.since) return;
  change({ since: now, requests: [] });
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content =
    "default-src 'none'; img-src data:; style-src 'self' 'unsafe-inline'; form-action 'none'; base-uri 'none'";
  document.head.append(policy);
}

export function isLocked(): boolean {
  return log.since !== undefined;
}

export function useNetworkLog(): NetworkLog {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => log,
  );
}
