/** A request to the server on a person's behalf: whether it is running, and its failure in words. */
import { useState } from 'react';
import { ApiProblem } from '../../lib/http.ts';

export interface Task {
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  /** @returns whether it succeeded */
  run(act: () => Promise<unknown>): Promise<boolean>;
}

export function useTask(): Task {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const run = async (act: () => Promise<unknown>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await act();
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setFault(error.message);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, fault, run };
}
