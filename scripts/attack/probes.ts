/**
 * Side doors: does anything but the numbers tell a cell where nobody lives from one whose students are hidden? Status,
 * headers and shape of answers, errors, and how long they take; and views asked for without the right token.
 */
import { cellToChildren, cellToParent } from 'h3-js';
import type { Student } from '../stage/judge.ts';
import type { Reader } from './reader.ts';

export interface Probed {
  readonly compared: number;
  readonly differences: readonly string[];
  /** How often an answer about a cell with hidden students took longer than one about an empty cell: 0.5 tells nothing. */
  readonly slower: number;
}

/** What an answer about a cell says of filings and of where it is, which differs from cell to cell for all to see. */
const PUBLIC_FIELDS = ['h3', 'verdicts', 'disputed', 'locations', 'offers', 'areas', 'sources', 'places', 'release'];
const OWN_HEADERS = ['date', 'content-length', 'etag', 'x-ratelimit-remaining', 'x-ratelimit-reset'];

export async function probe(
  reader: Reader,
  releaseId: number,
  students: readonly Student[],
  pairs: number,
): Promise<Probed> {
  const differences: string[] = [];
  let compared = 0;
  const note = (isAlike: boolean, what: string) => {
    compared++;
    if (!isAlike) differences.push(what);
  };
  const times: { hidden: number[]; empty: number[] } = { hidden: [], empty: [] };
  for (const [hidden, empty] of cellPairs(students, pairs)) {
    const ask = (cell: string) => reader.ask(`/api/v1/cells/${cell}?release=${releaseId}&statistics=all`, 'public');
    const [one, other] = [await ask(hidden), await ask(empty)];
    note(one.status === other.status, 'status of a cell with hidden students and of an empty one');
    note(shapeOf(one.body) === shapeOf(other.body), 'answer about a cell with hidden students and about an empty one');
    note(
      headersOf(one.headers) === headersOf(other.headers),
      'headers of a cell with hidden students and of an empty one',
    );
    // Asked again, as the first answer of each warms what both share.
    times.hidden.push((await ask(hidden)).milliseconds);
    times.empty.push((await ask(empty)).milliseconds);
  }
  for (const wanted of ['agency', 'provider', 'district'] as const)
    for (const path of ['release', 'patches', 'patches?format=csv', 'cells/872aac441ffffff', 'privacy'])
      for (const held of ['public', 'agency', 'provider', 'district'] as const) {
        if (held === wanted) continue;
        const address = `/api/v1/${path}${path.includes('?') ? '&' : '?'}audience=${wanted}`;
        const { status } = await reader.ask(address, held);
        note(status === 401 || status === 403, `${path} of the ${wanted} view with a token of ${held}: ${status}`);
      }
  for (const path of MISTAKES) {
    const { status, body } = await reader.ask(path, 'public');
    note(status >= 400 && status < 500, `${path}: ${status}`);
    note(!/"(students|households|counts)"/.test(new TextDecoder().decode(body)), `${path} answers with counts`);
  }
  return { compared, differences, slower: chanceOfSlower(times.hidden, times.empty) };
}

/** Res-8 cells of homes, of which the public is told nothing by themselves, and empty ones beside them. */
function cellPairs(students: readonly Student[], most: number): [hidden: string, empty: string][] {
  const lived = new Set(students.map(({ cell }) => cell));
  const pairs: [string, string][] = [];
  for (const cell of lived) {
    const empty = cellToChildren(cellToParent(cell, 7), 8).find((sibling) => !lived.has(sibling));
    if (empty) pairs.push([cell, empty]);
  }
  const step = Math.max(1, Math.floor(pairs.length / most));
  return pairs.filter((_, at) => at % step === 0).slice(0, most);
}

/** Names and values of everything in an answer but what filings say. */
function shapeOf(body: Uint8Array): string {
  const answer = JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>;
  return JSON.stringify(
    Object.entries(answer)
      .filter(([name]) => !PUBLIC_FIELDS.includes(name))
      .sort(),
  );
}

function headersOf(headers: Headers): string {
  return [...headers].filter(([name]) => !OWN_HEADERS.includes(name)).join('\n');
}

const MISTAKES = [
  '/api/v1/patches?statistics=home.none',
  '/api/v1/patches?statistics=lever.build',
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
