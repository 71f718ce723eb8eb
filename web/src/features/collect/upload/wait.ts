/** Waiting in the browser: the event `online` ends a wait early. */
export function waitForNetwork(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      done();
      reject(signal.reason);
    };
    const timer = setTimeout(done, seconds * 1000);
    addEventListener('online', done);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}
