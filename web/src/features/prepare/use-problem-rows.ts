import { useCallback, useEffect, useState } from 'react';
import type { Checked, ProblemRow } from './protocol.ts';
import type { WorkerClient } from './worker-client.ts';

/** A page of the rows of a group, asked of the worker; the rows before stay until the next ones are there. */
export function useProblemRows(worker: WorkerClient, group: string, from: number, count: number, checked: Checked) {
  const [page, setPage] = useState<{ rows: readonly ProblemRow[]; total: number }>({ rows: [], total: 0 });
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
  }, [worker, group, from, count, checked, turn]);
  return { ...page, reload: useCallback(() => setTurn((now) => now + 1), []) };
}
