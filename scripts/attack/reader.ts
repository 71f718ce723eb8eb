/** HTTP as an attacker speaks it: tokens of every role it may hold, and patience where the server asks for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Audience } from '../../server/domain/audience.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly milliseconds: number;
}

export interface Reader {
  readonly url: string;
  ask(path: string, audience: Audience): Promise<Answer>;
  json<T>(path: string, audience: Audience): Promise<T>;
  /** Empty where nothing is drawn. */
  bytes(path: string, audience: Audience): Promise<Uint8Array>;
  text(path: string, audience: Audience): Promise<string>;
}

export type Tokens = Partial<Record<Audience, string>>;

export function readerOf(url: string, tokens: Tokens): Reader {
  async function ask(path: string, audience: Audience): Promise<Answer> {
    const token = tokens[audience];
    const address = new URL(path, url);
    if (audience !== 'public' && address.pathname.startsWith('/tiles/')) address.searchParams.set('audience', audience);
    for (;;) {
      const begun = performance.now();
      const response = await patiently(() =>
        fetch(address, token ? { headers: { authorization: `Bearer ${token}` } } : {}),
      );
      const body = new Uint8Array(await response.arrayBuffer());
      const milliseconds = performance.now() - begun;
      if (response.status !== 429) return { status: response.status, headers: response.headers, body, milliseconds };
      await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
    }
  }

  async function bytes(path: string, audience: Audience): Promise<Uint8Array> {
    const { status, body } = await ask(path, audience);
    if (status !== 200 && status !== 204) throw new Error(`${status} for ${path}: ${new TextDecoder().decode(body)}`);
    return body;
  }
  const text = async (path: string, audience: Audience) => new TextDecoder().decode(await bytes(path, audience));
  return {
    url,
    ask,
    bytes,
    text,
    json: async <T>(path: string, audience: Audience) => JSON.parse(await text(path, audience)) as T,
  };
}

/** A kept connection may have been closed while this process was busy with arithmetic: asked once more, it is opened anew. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    return ask();
  }
}
