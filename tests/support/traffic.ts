/** Readers who ask again and again, and what they were told. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Told {
  readonly status: number;
  readonly retryAfter: string | null;
}

export interface Traffic {
  /** All answers until now; a connection that was refused or cut has status 0. */
  readonly told: readonly Told[];
  stop(): Promise<void>;
}

/** Eight readers, together some 16 requests a second: an address may ask for 1,200 a minute. */
export function trafficOn(addresses: readonly string[]): Traffic {
  const told: Told[] = [];
  let isOver = false;
  const reading = Array.from({ length: 8 }, async (_, reader) => {
    for (let n = reader; !isOver; n++) {
      const answer = await fetch(addresses[n % addresses.length] ?? '').catch(() => undefined);
      await answer?.arrayBuffer();
      told.push({ status: answer?.status ?? 0, retryAfter: answer?.headers.get('retry-after') ?? null });
      await sleep(500);
    }
  });
  return {
    told,
    stop: async () => {
      isOver = true;
      await Promise.all(reading);
    },
  };
}

/** Waits until an address answers with a status. @returns how long it took, in ms */
export async function untilAnswered(address: string, status: number, withinMs: number): Promise<number> {
  const startedAt = Date.now();
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    await answer?.arrayBuffer();
    const took = Date.now() - startedAt;
    if (answer?.status === status) return took;
    if (took > withinMs) throw new Error(`${address} answered ${answer?.status} after ${took} ms`);
    await sleep(100);
  }
}
