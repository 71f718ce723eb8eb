/** Readers of the product: what they ask for, in which mix, and what they are answered. */
import { Agent, request } from 'node:http';
import { seededRandom } from '../../tests/support/synthetic-hexes.ts';

export interface Tally {
  /** Answers by status; 0: no answer, as the connection was lost. */
  readonly statuses: Map<number, number>;
  /** Milliseconds of each answer. */
  readonly times: number[];
  /** Bodies of answers that must never come. */
  readonly wrong: string[];
  /** The first answers of 503: when, of what. */
  readonly refused: string[];
}

export interface Asked {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Readers stand behind as many addresses as a legislature's visitors, so that no one address meets its limit. */
const ADDRESSES = 5_000;
const TILES_DEEP = [6, 7, 8, 9, 10];

/**
 * The mix, in percent: tiles of the map 62 (vector 12, cell 50), pages and their files 10, the release 8, hexes 8, places 5, clusters 4,
 * patches 1, the agency's tiles 2.
 */
export async function mixOf(url: string, agency: string): Promise<(random: () => number) => Asked> {
  const get = async <T>(path: string) => (await (await fetch(`${url}${path}`)).json()) as T;
  const { bounds } = await get<{ bounds: [number, number, number, number] }>('/tiles/hexes.json');
  const releases = await get<{ releases: { id: number }[] }>('/api/v1/releases');
  const release = releases.releases[0]?.id ?? 1;
  const page = await (await fetch(`${url}/`)).text();
  const files = ['/', ...[...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '/')];
  const patches = await (await fetch(`${url}/api/v1/patches?limit=200`)).text();
  const cells = [...new Set([...patches.matchAll(/"(8[5-9][0-9a-f]{13})"/g)].map(([, cell]) => cell ?? ''))];
  const tile = (random: () => number, encoding: string) => {
    const z = TILES_DEEP[Math.floor(random() * TILES_DEEP.length)] ?? 8;
    const [west, south, east, north] = bounds;
    const x = Math.floor(((west + random() * (east - west) + 180) / 360) * 2 ** z);
    const lat = ((south + random() * (north - south)) * Math.PI) / 180;
    const y = Math.floor(((1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2) * 2 ** z);
    return `/tiles/${release}/hexes/${z}/${x}/${y}.${encoding}`;
  };
  const one = <T>(list: readonly T[], random: () => number) => list[Math.floor(random() * list.length)] as T;
  return (random) => {
    const turn = random() * 100;
    if (turn < 50) return { path: tile(random, 'arrow') };
    if (turn < 62) return { path: tile(random, 'mvt') };
    if (turn < 72) return { path: one(files, random) };
    if (turn < 80) return { path: '/api/v1/release' };
    if (turn < 88 && cells.length > 0) return { path: `/api/v1/cells/${one(cells, random)}` };
    if (turn < 93) return { path: '/api/v1/places?kind=county' };
    if (turn < 97) return { path: '/api/v1/clusters' };
    if (turn < 98) return { path: '/api/v1/patches?limit=50' };
    return { path: `${tile(random, 'arrow')}?audience=agency`, headers: { authorization: `Bearer ${agency}` } };
  };
}

/** Asks without a pause on some connections until told to stop. */
export function read(
  url: string,
  mix: (random: () => number) => Asked,
  { connections, until }: { connections: number; until: AbortSignal },
): { tally: Tally; ended: Promise<void> } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const tally: Tally = { statuses: new Map(), times: [], wrong: [], refused: [] };
  const tags = new Map<string, string>();
  const random = seededRandom(connections);
  const { hostname, port } = new URL(url);
  const begun = performance.now();
  const once = ({ path, headers = {} }: Asked) =>
    new Promise<void>((resolve) => {
      const from = performance.now();
      const tag = tags.get(path);
      const number = Math.floor(random() * ADDRESSES);
      const answered = (status: number) => {
        tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
        if (status > 0) tally.times.push(performance.now() - from);
        resolve();
      };
      const asking = request(
        {
          agent,
          hostname,
          port,
          path,
          headers: {
            ...headers,
            'accept-encoding': 'gzip',
            'x-forwarded-for': `198.18.${number >> 8}.${number & 255}`,
            ...(tag && random() < 0.3 ? { 'if-none-match': tag } : {}),
          },
        },
        (answer) => {
          const status = answer.statusCode ?? 0;
          let body = '';
          const isWrong = status >= 500 && status !== 503;
          answer.on('data', (chunk: Buffer) => {
            if (isWrong) body += chunk.toString();
          });
          answer.once('error', () => answered(0));
          answer.once('end', () => {
            if (isWrong && tally.wrong.length < 10) tally.wrong.push(`${status} ${path}: ${body.slice(0, 200)}`);
            if (status === 503 && tally.refused.length < 30)
              tally.refused.push(`503 for ${path}, asked after ${((from - begun) / 1000).toFixed(1)} s`);
            if (answer.headers.etag) tags.set(path, answer.headers.etag);
            answered(status);
          });
        },
      );
      asking.once('error', () => answered(0));
      asking.setTimeout(60_000, () => asking.destroy());
      asking.end();
    });
  const reader = async () => {
    while (!until.aborted) await once(mix(random));
  };
  const ended = Promise.all(Array.from({ length: connections }, reader)).then(() => agent.destroy());
  return { tally, ended };
}

export function share(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN;
}

export function inWords({ statuses }: Tally): string {
  return [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status === 0 ? 'no answer' : status}: ${count.toLocaleString('en-US')}`)
    .join(', ');
}
