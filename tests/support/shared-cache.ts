/**
 * A cache that many readers share, such as a CDN or a school's proxy, as RFC 9111 lets one be at its most eager: it stores all it may
 * (3), finds by URL and Vary (4.1), uses what is fresh or has no lifetime (4.2), and otherwise asks whether its copy still holds (4.3).
 */
export interface Asked {
  readonly method: 'GET' | 'HEAD';
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Origin = (asked: Asked) => Promise<Answered>;

interface Stored {
  readonly asked: Asked;
  readonly answered: Answered;
}

/** Statuses that may be stored without a word about it (RFC 9110, 15.1). */
const HEURISTIC = new Set([200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501]);

export class SharedCache {
  readonly #origin: Origin;
  readonly #heedsVary: boolean;
  readonly #stored: Stored[] = [];

  /** @param heedsVary false: as a CDN that finds by URL alone */
  constructor(origin: Origin, heedsVary: boolean) {
    this.#origin = origin;
    this.#heedsVary = heedsVary;
  }

  get size(): number {
    return this.#stored.length;
  }

  async ask(asked: Asked): Promise<Answered> {
    const held = this.#stored.find((one) => this.#isFor(one, asked));
    if (held && isFresh(held.answered)) return held.answered;
    const etag = held?.answered.headers.etag;
    const answered = await this.#origin(
      etag === undefined ? asked : { ...asked, headers: { ...asked.headers, 'if-none-match': etag } },
    );
    if (held && answered.status === 304) return held.answered;
    if (mayStore(asked, answered)) this.#stored.unshift({ asked, answered });
    return answered;
  }

  #isFor({ asked, answered }: Stored, now: Asked): boolean {
    if (asked.url !== now.url || asked.method !== now.method || asked.headers.range !== now.headers.range) return false;
    const names = this.#heedsVary ? (answered.headers.vary ?? '').toLowerCase().split(/,\s*/) : [];
    return names.every((name) => name !== '*' && asked.headers[name] === now.headers[name]);
  }
}

function directives({ headers }: Answered): Map<string, string> {
  const parts = (headers['cache-control'] ?? '').toLowerCase().split(',');
  return new Map(parts.map((part) => part.trim().split('=') as [string, string]));
}

export function mayStore(asked: Asked, answered: Answered): boolean {
  const said = directives(answered);
  if (said.has('no-store') || said.has('private')) return false;
  if (asked.headers.authorization !== undefined)
    return said.has('public') || said.has('s-maxage') || said.has('must-revalidate');
  return said.has('public') || said.has('max-age') || said.has('s-maxage') || HEURISTIC.has(answered.status);
}

function isFresh(answered: Answered): boolean {
  const said = directives(answered);
  if (said.has('no-cache')) return false;
  return Number(said.get('s-maxage') ?? said.get('max-age') ?? 1) > 0;
}
