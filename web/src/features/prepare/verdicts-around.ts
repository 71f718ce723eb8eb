/**
 * The public verdicts around a district, loaded as a script before a file is chosen: the rules of the page let it load scripts of ours and
 * ask for nothing, and its lock then ends that as well.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { isLeaId } from '../../../../server/domain/anonymize/key-file.ts';
import type { VerdictList } from '../../../../server/domain/verdict-list.ts';
import { isLocked } from './network-log.ts';

export interface VerdictsAround {
  readonly isAsking: boolean;
  /** Undefined: not loaded, or not to be had. */
  readonly list: VerdictList | undefined;
}

let around: VerdictsAround = { isAsking: false, list: undefined };
let asked: string | undefined;
const listeners = new Set<() => void>();

function change(next: VerdictsAround): void {
  around = next;
  for (const listener of listeners) listener();
}

function lookAround(leaId: string): void {
  if (!isLeaId(leaId) || leaId === asked || isLocked()) return;
  asked = leaId;
  change({ isAsking: true, list: undefined });
  const address = `/api/v1/verdicts/${leaId}.js`;
  (import(/* @vite-ignore */ address) as Promise<{ readonly default: VerdictList }>).then(
    (loaded) => asked === leaId && change({ isAsking: false, list: loaded.default }),
    () => {
      if (asked !== leaId) return;
      asked = undefined;
      change({ isAsking: false, list: undefined });
    },
  );
}

export function useVerdictsAround(leaId: string): VerdictsAround {
  useEffect(() => lookAround(leaId), [leaId]);
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => around,
  );
}
