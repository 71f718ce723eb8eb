/** Retries of queries to the API: a busy server for half a minute, other failures twice, a refusal never. */
import { QueryCache, QueryClient, useIsFetching } from '@tanstack/react-query';
import { ApiProblem } from './http.ts';
import { asksAgain, isBusy, waitMs } from './patience.ts';
import { isSessionOver } from './session.ts';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // Fetches the release anew as whoever the reader is now: its answer is what the page says, once, whatever else
    // failed.
    onError: (error, { queryKey: [what] }) => {
      if (what !== 'release' && isSessionOver(error)) void askReleaseAnew();
    },
  }),
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: mayAskAgain,
      retryDelay: (times, error) =>
        error instanceof ApiProblem && isBusy(error.status) ? waitMs(error.retryAfterS) : 1000 * 2 ** times,
    },
  },
});

function mayAskAgain(times: number, error: Error): boolean {
  const status = error instanceof ApiProblem ? error.status : 0;
  if (isBusy(status)) return asksAgain(times + 1);
  return times < 2 && !(status >= 400 && status < 500);
}

/** Whether a query that failed is being tried again. */
export function useAskedAgain(): boolean {
  return useIsFetching({ predicate: ({ state }) => state.fetchFailureCount > 0 }) > 0;
}

/** Call after anything that may have changed the caller. */
export function askReleaseAnew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['release'] });
}
