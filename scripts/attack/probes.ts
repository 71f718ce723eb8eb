/**
 * Side doors: does anything but the numbers tell a cell where nobody lives from one whose students are hidden? Status,
 * headers and shape of answers, and how long they take. Who may ask for which view is `tests/access.test.ts`.
 */
import { cellToChildren, cellToParent } from 'h3-js';
import type { Student } from '../stage/judge.ts';
import type { Reader } from './reader.ts';
import type { Tried } from './tried.ts';

/** What an answer about a cell says of filings and of where it is, which differs from cell to cell for all to see. */
const PUBLIC_FIELDS = 'h3 verdicts disputed locations offers areas sources places outside release'.split(' ');
const OWN_HEADERS = ['date', 'content-length', 'etag'];

/** @returns how often an answer about a cell with hidden students took longer than one about an empty cell: 0.5 tells nothing */
export async function probe(reader: Reader, students: readonly Student[], most: number, tried: Tried): Promise<string> {
  const pairs = cellPairs(students, most);
  let slower = 0;
  for (const [hidden, empty] of pairs) {
    const ask = (cell: string) => reader.ask(`/api/v1/cells/${cell}?statistics=all`, 'public');
    const [one, other] = [await ask(hidden), await ask(empty)].map(({ status, headers, body }) => {
      const others = [...headers].filter(([name]) => !OWN_HEADERS.includes(name));
      return { status, headers: others.join(), shape: shapeOf(body) };
    });
    for (const part of ['status', 'headers', 'shape'] as const)
      tried.expect(one?.[part] === other?.[part], `${part} of a cell with hidden students and of an empty one`);
    // Asked again, as the first answer of each warms what both share.
    const { milliseconds } = await ask(hidden);
    if (milliseconds > (await ask(empty)).milliseconds) slower++;
  }
  return `, slower in ${(slower / pairs.length).toFixed(2)} of pairs`;
}

/** Res-8 cells of homes, of which the public is told nothing by themselves, and empty ones beside them. */
function cellPairs(students: readonly Student[], most: number): [hidden: string, empty: string][] {
  const lived = new Set(students.map(({ cell }) => cell));
  const pairs = [...lived].flatMap((cell): [string, string][] => {
    const empty = cellToChildren(cellToParent(cell, 7), 8).find((sibling) => !lived.has(sibling));
    return empty ? [[cell, empty]] : [];
  });
  const step = Math.max(1, Math.floor(pairs.length / most));
  return pairs.filter((_, at) => at % step === 0).slice(0, most);
}

/** Names and values of everything in an answer but what filings say. */
function shapeOf(body: Uint8Array): string {
  const answer = Object.entries(JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>);
  return JSON.stringify(answer.filter(([name]) => !PUBLIC_FIELDS.includes(name)).sort());
}
