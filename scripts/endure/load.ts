/** Ten minutes of readers. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from './product.ts';
import { type Asked, inWords, read, share } from './reading.ts';

interface LoadFound {
  readonly perSecond: number;
  /** Share of answers that are 2xx or 304, and number of those that are 5xx or none at all. */
  readonly fine: number;
  readonly bad: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Memory of the server in the last tenth against that at 40 % of the time. */
  readonly growth: number;
  readonly memory: number;
  readonly answers: string;
  readonly wrong: readonly string[];
}

interface LoadWishes {
  readonly product: Product;
  readonly mix: (random: () => number) => Asked;
  readonly minutes: number;
  readonly connections: number;
}

const PARTS = 60;

export async function load({ product, mix, minutes, connections }: LoadWishes): Promise<LoadFound> {
  const stop = new AbortController();
  const from = performance.now();
  const { tally, ended } = read(product.url, mix, { connections, until: stop.signal });
  const memory: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    await sleep((minutes * 60_000) / PARTS);
    memory.push(product.serverMemory());
  }
  stop.abort();
  await ended;
  const seconds = (performance.now() - from) / 1000;
  const counted = [...tally.statuses].reduce((sum, [, count]) => sum + count, 0);
  const sumOf = (is: (status: number) => boolean) =>
    [...tally.statuses].reduce((sum, [status, count]) => (is(status) ? sum + count : sum), 0);
  const most = (part: number) => Math.max(...memory.slice(part - PARTS / 10, part));
  return {
    perSecond: counted / seconds,
    fine: sumOf((status) => (status >= 200 && status < 300) || status === 304) / counted,
    bad: sumOf((status) => status === 0 || status >= 500),
    p50: share(tally.times, 0.5),
    p99: share(tally.times, 0.99),
    growth: most(PARTS) / most(PARTS * 0.4),
    memory: Math.round(most(PARTS) / 1e6),
    answers: inWords(tally),
    wrong: [...tally.wrong, ...tally.refused],
  };
}
