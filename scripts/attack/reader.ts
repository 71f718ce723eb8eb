/** HTTP as an attacker speaks it: tokens of every role it may hold, and patience where the server asks for it. */
import { setTimeout as sleep } from 'node:timers/promises';

export type View = 'public' | 'agency' | 'provider' | 'district';
export type Tokens = Partial<Record<View, string>>;

export class Reader {
  readonly #url: string;
  readonly #tokens: Tokens;

  constructor(url: string, tokens: Tokens) {
    this.#url = url;
    this.#tokens = tokens;
  }

  /** With the token of a view; asks for that view unless the path names another. */
  async ask(path: string, view: View) {
    const token = this.#tokens[view];
    const address = new URL(path, this.#url);
    if (view !== 'public' && !address.searchParams.has('audience')) address.searchParams.set('audience', view);
    for (let failed = 0; ; ) {
      const begun = performance.now();
      try {
        const response = await fetch(address, token ? { headers: { authorization: `Bearer ${token}` } } : {});
        const body = new Uint8Array(await response.arrayBuffer());
        const { status, headers } = response;
        if (status !== 429 && status !== 503) return { status, headers, body, milliseconds: performance.now() - begun };
        await sleep(1_000 * Number(headers.get('retry-after') ?? 1));
      } catch (error) {
        // A kept connection may have been closed while this process was busy with arithmetic.
        if (++failed > 2) throw error;
      }
    }
  }

  /** Empty where nothing is drawn. */
  async bytes(path: string, view: View): Promise<Uint8Array> {
    const { status, body } = await this.ask(path, view);
    if (status !== 200 && status !== 204) throw new Error(`${status} for ${path}: ${new TextDecoder().decode(body)}`);
    return body;
  }

  async json<T>(path: string, view: View): Promise<T> {
    return JSON.parse(new TextDecoder().decode(await this.bytes(path, view))) as T;
  }
}
