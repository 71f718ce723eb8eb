/** HTTP as an attacker speaks it: tokens of every role it may hold, and patience where the server asks for it. */
import { setTimeout as sleep } from 'node:timers/promises';

export type View = 'public' | 'agency' | 'provider' | 'district';
export type Tokens = Partial<Record<View, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly milliseconds: number;
}

export interface Reader {
  /** With the token of a view; asks for that view unless the path names another. */
  ask(path: string, view: View): Promise<Answer>;
  /** Empty where nothing is drawn. */
  bytes(path: string, view: View): Promise<Uint8Array>;
  text(path: string, view: View): Promise<string>;
  json<T>(path: string, view: View): Promise<T>;
}

export function readerOf(url: string, tokens: Tokens): Reader {
  async function ask(path: string, view: View): Promise<Answer> {
    const token = tokens[view];
    const address = new URL(path, url);
    if (view !== 'public' && !address.searchParams.has('audience')) address.searchParams.set('audience', view);
    for (let failed = 0; ; ) {
      const begun = performance.now();
      try {
        const response = await fetch(address, token ? { headers: { authorization: `Bearer ${token}` } } : {});
        const body = new Uint8Array(await response.arrayBuffer());
        const milliseconds = performance.now() - begun;
        if (response.status !== 429) return { status: response.status, headers: response.headers, body, milliseconds };
        await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
      } catch (error) {
        // A kept connection may have been closed while this process was busy with arithmetic.
        if (++failed > 2) throw error;
      }
    }
  }
  async function bytes(path: string, view: View): Promise<Uint8Array> {
    const { status, body } = await ask(path, view);
    if (status !== 200 && status !== 204) throw new Error(`${status} for ${path}: ${new TextDecoder().decode(body)}`);
    return body;
  }
  const text = async (path: string, view: View) => new TextDecoder().decode(await bytes(path, view));
  return { ask, bytes, text, json: async <T>(path: string, view: View) => JSON.parse(await text(path, view)) as T };
}
