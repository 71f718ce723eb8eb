import { useCallback, useEffect, useState } from 'react';
import type { Exchanges } from './protocol.ts';
import type { PrepareWorker } from './worker-client.ts';

type Page = Exchanges['problems']['answer'];

const NO_PAGE: Page = { rows: [], from: 0, total: 0, accepted: 0, leftOut: 0 };

/**
 * One page of a group's rows from the worker; the previous rows stay until the next arrive.
 *
 * @param asOf changes whenever the worker's answer changes
 */
export function useProblemRows(
  worker: PrepareWorker,
  group: string,
  from: number,
  count: number,
  asOf: readonly unknown[],
) {
  const [page, setPage] = useState(NO_PAGE);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new check or a mend changes what the worker answers
  useEffect(() => {
    let isWanted = true;
    worker.ask('problems', { group, from, count }).then(
      (answer) => isWanted && setPage(answer),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [worker, group, from, count, turn, ...asOf]);
  return { ...page, reload: useCallback(() => setTurn((now) => now + 1), []) };
}
