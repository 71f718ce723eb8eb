/**
 * Side doors: does anything but the numbers tell a place where nobody lives from one whose students are hidden? Status,
 * headers, shape and length of answers, errors, and how long they take; and views asked for without the right token.
 */
import { type Cell, cellFromText, cellToText, parentOf } from '../../server/domain/cell.ts';
import type { Publication } from './published.ts';
import type { Reader } from './reader.ts';
import type { Truth } from './truth.ts';

export interface Probed {
  readonly tried: number;
  readonly differences: readonly string[];
  /**
   * How often an answer about a cell with hidden students took longer than one about an empty cell: 0.5 = time tells
   * nothing, 1 = it tells all.
   */
  readonly slower: number;
  readonly timings: number;
}

const PAIRS = 60;
/** What an answer about a cell says of filings and of where it is, which differs from cell to cell for all to see. */
const PUBLIC_FIELDS = ['h3', 'verdicts', 'disputed', 'locations', 'offers', 'areas', 'sources', 'places'];

export async function probe(reader: Reader, publication: Publication, truth: Truth): Promise<Probed> {
  const differences: string[] = [];
  let tried = 0;
  const note = (isAlike: boolean, what: string) => {
    tried++;
    if (!isAlike) differences.push(what);
  };

  const times: { hidden: number[]; empty: number[] } = { hidden: [], empty: [] };
  for (const [hidden, empty] of cellPairs(truth, publication)) {
    const path = (cell: Cell) => `/api/v1/cells/${cellToText(cell)}?release=${publication.releaseId}&statistics=all`;
    const [one, other] = [await reader.ask(path(hidden), 'public'), await reader.ask(path(empty), 'public')];
    note(one.status === other.status, 'status of a cell with hidden students and of an empty one');
    note(shapeOf(one.body) === shapeOf(other.body), 'answer about a cell with hidden students and about an empty one');
    note(
      headersOf(one.headers) === headersOf(other.headers),
      'headers of a cell with hidden students and of an empty one',
    );
    // Asked again, as the first answer of each warms what both share.
    times.hidden.push((await reader.ask(path(hidden), 'public')).milliseconds);
    times.empty.push((await reader.ask(path(empty), 'public')).milliseconds);
  }

  for (const [path, allowed] of doors())
    for (const audience of ['public', 'agency', 'provider'] as const) {
      const { status, body } = await reader.ask(path, audience);
      const isOpen = status < 400 && body.length > 0;
      note(isOpen === allowed.includes(audience), `${path} as ${audience}: ${status}`);
    }

  const mistakes = await Promise.all(
    MISTAKES.map(async (path) => {
      const { status, body } = await reader.ask(path, 'public');
      return { path, status, words: new TextDecoder().decode(body) };
    }),
  );
  for (const { path, status, words } of mistakes) {
    note(status >= 400 && status < 500, `${path}: ${status}`);
    note(!/"(students|households|counts)"/.test(words), `${path} answers with counts`);
  }
  return { tried, differences, slower: chanceOfSlower(times.hidden, times.empty), timings: 2 * PAIRS };
}

/** Cells of homes and cells of none, of which the public is told nothing either way. */
function cellPairs(truth: Truth, { hexes }: Publication): [hidden: Cell, empty: Cell][] {
  const drawn = new Set(hexes.map(({ h3 }) => cellFromText(h3)));
  const lived = new Set<Cell>(truth.inCells.cells);
  const hidden = [...truth.inCells.cells].filter((cell) => !drawn.has(cell));
  const empty = [...truth.around.cells].filter((cell) => !lived.has(cell));
  const others =
    empty.length > 0 ? empty : [...new Set(hidden.map((cell) => siblingOf(cell)))].filter((cell) => !lived.has(cell));
  return Array.from({ length: Math.min(PAIRS, hidden.length, others.length) }, (_, i) => [
    hidden[Math.floor((i * hidden.length) / PAIRS)] as Cell,
    others[Math.floor((i * others.length) / PAIRS)] as Cell,
  ]);
}

/** The first cell of the same res-8 parent that is another. */
function siblingOf(cell: Cell): Cell {
  const unit = 1n << 18n;
  const digit = (cell >> 18n) & 7n;
  return parentOf(digit === 0n ? cell + unit : cell - unit * digit, 9);
}

/** Names and kinds of everything in an answer but what filings say. */
function shapeOf(body: Uint8Array): string {
  const answer = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
  return JSON.stringify(
    Object.entries(answer)
      .filter(([name]) => !PUBLIC_FIELDS.includes(name))
      .map(([name, value]) => [name, name === 'release' ? 0 : value])
      .sort(),
  );
}

function headersOf(headers: Headers): string {
  const own = ['date', 'content-length', 'etag', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
  return [...headers].filter(([name]) => !own.includes(name)).join('\n');
}

type Asker = 'public' | 'agency' | 'provider';

function doors(): [path: string, allowed: readonly Asker[]][] {
  return ['agency', 'provider'].flatMap((audience): [string, readonly Asker[]][] => [
    [`/api/v1/release?audience=${audience}`, [audience as Asker]],
    [`/api/v1/patches?audience=${audience}`, [audience as Asker]],
    [`/api/v1/patches?audience=${audience}&format=csv`, [audience as Asker]],
    [`/api/v1/clusters?audience=${audience}`, [audience as Asker]],
    [`/api/v1/places/county/54039?audience=${audience}`, [audience as Asker]],
    [`/api/v1/cells/872aac441ffffff?audience=${audience}`, [audience as Asker]],
    [`/api/v1/privacy?audience=${audience}`, [audience as Asker]],
  ]);
}

const MISTAKES = [
  '/api/v1/patches?statistics=verdict.none',
  '/api/v1/patches?cursor=nonsense',
  '/api/v1/patches?place=county',
  '/api/v1/patches?limit=0',
  '/api/v1/release?release=999999',
  '/api/v1/places/county/99999',
  '/api/v1/clusters/none',
  '/api/v1/cells/8f2aac4411fffff',
  '/tiles/1/hexes/6/17/24.txt',
  '/tiles/999999/hexes/6/17/24.mvt',
  '/tiles/1/homes/6/17/24.mvt',
];

/** Chance that one of the first is greater than one of the second, ties counted half (Mann and Whitney). */
export function chanceOfSlower(first: readonly number[], second: readonly number[]): number {
  let wins = 0;
  for (const one of first) for (const other of second) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return first.length * second.length === 0 ? 0.5 : wins / (first.length * second.length);
}
