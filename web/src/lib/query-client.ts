/** How questions to the API are asked again: a busy server for half a minute, one that fails twice more, a refusal never. */
import { QueryCache, QueryClient, useIsFetching } from '@tanstack/react-query';
import { ApiProblem } from './http.ts';
import { asksAgain, isBusy, waitMs } from './patience.ts';
import { isSessionOver } from './session.ts';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    // The release is asked anew by whoever may read it, and its answer is what the page says: once, whatever else failed.
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

/** Whether an answer is waited for that did not come at first. */
export function useAskedAgain(): boolean {
  return useIsFetching({ predicate: ({ state }) => state.fetchFailureCount > 0 }) > 0;
}

/** After what may have changed who one is. */
export function askReleaseAnew(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['release'] });
}
