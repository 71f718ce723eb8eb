/** Asking a busy server again: how often, and when. Requests to other than the API, such as tiles, wait here too. */

const BUSY = 503;
/** With the server's five seconds between them, half a minute. */
const MOST_TRIES = 6;
const OTHERWISE_S = 5;
const LONGEST_S = 30;

export function isBusy(status: number): boolean {
  return status === BUSY;
}

/** Whether to ask once more after so many failures. */
export function asksAgain(failures: number): boolean {
  return failures < MOST_TRIES;
}

/** Seconds after which a busy server wants to be asked again; undefined where it says none. */
export function secondsIn(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  return /^\d+$/.test(text) ? Math.min(Number(text), LONGEST_S) : undefined;
}

/** A little later than asked, by chance, so that many pages do not return at once. */
export function waitMs(seconds: number | undefined): number {
  return (seconds ?? OTHERWISE_S) * 1000 * (1 + 0.2 * Math.random());
}

/** @returns the last answer where the server stays busy @throws TypeError when nobody answers */
export async function fetchPatiently(address: string): Promise<Response> {
  for (let failures = 1; ; failures++) {
    const response = await fetch(address);
    if (!isBusy(response.status) || !asksAgain(failures)) return response;
    await new Promise((resolve) => setTimeout(resolve, waitMs(secondsIn(response.headers))));
  }
}
