/** Whether the map is ready for paper. A browser prints at once, so our own button waits; for the browser's, the sheet says so. */
let isReady = false;
const waiting = new Set<() => void>();

/** Waits no longer than this for outlines that do not come. */
const LONGEST_MS = 15_000;

export function tellPaper(ready: boolean): void {
  isReady = ready;
  if (!ready) return;
  for (const go of waiting) go();
  waiting.clear();
}

/** @returns whether the map is ready; false after waiting in vain */
export function paperReady(): Promise<boolean> {
  if (isReady) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(isReady), LONGEST_MS);
    waiting.add(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
