/**
 * What was withdrawn, as a viewer may know it, at most GONE_FOR_MS old: tiles are answered from memory, and another process
 * withdraws. While the database does not answer, what was known last decides.
 */
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { type Withdrawal, withdrawals, withdrawn } from '../releases/index.ts';
import { viewerKey } from './address.ts';

/** A withdrawn release's tiles are given out for no longer than this. */
const GONE_FOR_MS = 5000;

/** By id of the release. */
type Gone = ReadonlyMap<number, Withdrawal>;

export interface GoneReleases {
  /** What is known without asking; undefined: ask. */
  known(viewer: Viewer): Gone | undefined;
  ask(viewer: Viewer): Promise<Gone>;
}

export function goneReleases(db: Db): GoneReleases {
  const kept = new LRUCache<string, Gone, { viewer: Viewer }>({
    max: 1000,
    ttl: GONE_FOR_MS,
    noDeleteOnStaleGet: true,
    ignoreFetchAbort: true,
    // Not `allowStaleOnFetchRejection`: where nothing is known yet it hides the refusal behind an error of its own.
    fetchMethod: async (_key, lastKnown, { context: { viewer } }) => {
      try {
        const rows = await db.as(viewer, (tx) => withdrawals(tx));
        return new Map(rows.map(({ release, ...gone }) => [release, gone]));
      } catch (error) {
        if (lastKnown) return lastKnown;
        throw error;
      }
    },
  });
  return {
    known: (viewer) => kept.get(viewerKey(viewer)),
    ask: (viewer) => kept.forceFetch(viewerKey(viewer), { context: { viewer } }),
  };
}

/** @throws Refusal 410 with the reason when the release was withdrawn */
export function refuseGone(gone: Gone, releaseId: number): void {
  const found = gone.get(releaseId);
  if (found) throw withdrawn(found);
}
