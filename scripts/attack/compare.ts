/** One question, one answer: the same numbers in every view, format and release. */

import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { COUNTS, LOOKS, METHOD } from './method.ts';
import {
  drawnAt,
  featuresOf,
  nameOf,
  type PatchJson,
  type Publication,
  type Row,
  rowOf,
  tilesOf,
  ZOOM_OF_LEVEL,
} from './published.ts';
import type { Reader } from './reader.ts';

export interface Comparison {
  readonly compared: number;
  /** Where two say different things: what and where, never how much. */
  readonly differences: readonly string[];
}

/** Rows by name in two releases of one view. */
export function sameInBoth(one: Publication, other: Publication): Comparison {
  const now = new Map(rowsOf(other).map((row) => [row.name, row]));
  const before = rowsOf(one);
  const differences = before.flatMap((row) => differencesOf(row, now.get(row.name), one.view));
  const known = new Set(before.map(({ name }) => name));
  for (const name of now.keys()) if (!known.has(name)) differences.push(`${name} is new (${one.view})`);
  return { compared: before.reduce((sum, { looks }) => sum + 2 + looks.length, 0), differences };
}

/** Totals of every row that several releases have: equal, or apart by at least the floors of students and households. */
export function totalsApart(releases: readonly Publication[]): Comparison {
  const differences: string[] = [];
  let compared = 0;
  const totals = new Map<string, [number, number][]>();
  for (const release of releases)
    for (const { name, students, households } of rowsOf(release)) {
      const earlier = totals.get(name) ?? [];
      for (const [some, homes] of earlier) {
        const [more, others] = [Math.abs(students - some), Math.abs(households - homes)];
        compared++;
        if ((more > 0 || others > 0) && (more < METHOD.floor || others < 5)) differences.push(`totals of ${name}`);
      }
      totals.set(name, [...earlier, [students, households]]);
    }
  return { compared, differences };
}

/** Rows of the same patches, whatever they are called and whoever reads them. */
export function sameInAllViews(publications: readonly Publication[]): Comparison {
  const differences: string[] = [];
  let compared = 0;
  const seen = new Map<string, Row>();
  for (const { view, patches, hexes, places } of publications)
    for (const row of [...patches, ...hexes, ...places]) {
      const kind = view === 'public' ? 'rounded' : 'whole';
      const key = `${kind} ${row.members.map((patch) => patches[patch]?.name).sort()}`;
      const other = seen.get(key);
      if (other) {
        compared += Math.min(row.looks.length, other.looks.length);
        differences.push(...differencesOf({ ...row, looks: row.looks.slice(0, other.looks.length) }, other, view));
      } else seen.set(key, row);
    }
  const rounded = publications.find(({ view }) => view === 'public');
  const whole = new Map(
    publications
      .filter(({ view }) => view !== 'public')
      .flatMap(rowsOf)
      .map((row) => [row.name, row]),
  );
  for (const row of rounded ? rowsOf(rounded) : []) {
    const finer = whole.get(row.name);
    if (finer?.students !== row.students) continue;
    compared += row.looks.length;
    for (const [statistic, look] of row.looks.entries())
      if (look !== roundedFor(finer.looks[statistic] ?? LOOKS.either, row.students))
        differences.push(`${COUNTS[statistic] ?? 'a lever'} of ${row.name} is not the nearest five`);
  }
  return { compared, differences };
}

function roundedFor(look: number, students: number): number {
  if (look < 0) return look;
  const nearest = METHOD.rounding * Math.round(look / METHOD.rounding);
  if (nearest < METHOD.floor) return LOOKS.low;
  return students - nearest < METHOD.floor ? LOOKS.high : nearest;
}

const LOOK_OF_WORDS: Record<string, number> = {
  'few or none': LOOKS.low,
  'nearly all': LOOKS.high,
  'too few to say': LOOKS.either,
};

/** JSON in other pages and orders, GeoJSON, CSV, vector tiles and cell tiles of one view. */
export async function sameInAllFormats(reader: Reader, publication: Publication): Promise<Comparison> {
  const { view, releaseId, patches, hexes } = publication;
  const differences: string[] = [];
  let compared = 0;
  const known = new Map(rowsOf(publication).map((row) => [row.name, row]));
  const expect = (row: Omit<Row, 'members'>, where: string) => {
    compared += row.looks.length;
    differences.push(...differencesOf(row, known.get(row.name), `${view}, ${where}`));
  };
  const list = `/api/v1/patches?release=${releaseId}&statistics=${[...COUNTS].reverse().join()}&limit=1000`;
  const { features } = await reader.json<{ features: { properties: Record<string, unknown> }[] }>(
    `${list}&format=geojson`,
    view,
  );
  const lines = parse(await reader.text(`${list}&format=csv`, view), { columns: true, bom: true }) as Record<
    string,
    unknown
  >[];
  for (const [format, rows] of [
    ['GeoJSON', features.map(({ properties }) => properties)],
    ['CSV', lines],
  ] as const)
    for (const fields of rows) {
      const looks = COUNTS.map((key) => LOOK_OF_WORDS[String(fields[`${key}_hidden`])] ?? Number(fields[key]));
      const leaIds = String(fields.leaIds).split(/[ ,]/);
      const name = nameOf({ h3: String(fields.h3), rest: String(fields.rest) === 'true', leaIds });
      expect({ name, students: Number(fields.students), households: Number(fields.households), looks }, format);
    }
  for (const limit of [7, 90, 400]) {
    const page = await reader.json<{ patches: PatchJson[] }>(list.replace('=1000', `=${limit}`), view);
    for (const patch of page.patches) expect(rowOf(nameOf(patch), patch, COUNTS), `pages of ${limit}`);
  }
  const levels = hexes.length === 0 ? [] : Object.entries(ZOOM_OF_LEVEL);
  for (const [level, zoom] of levels) {
    if (view === 'public' && level === '8') continue;
    for (const tile of [...tilesOf([...drawnAt(patches, Number(level)).keys()], zoom)].slice(0, MOST_TILES)) {
      const address = `/tiles/${releaseId}/hexes/${zoom}/${tile}`;
      for (const [h3, counts] of featuresOf(await reader.bytes(`${address}.mvt`, view)))
        expect(rowOf(`hex ${level} ${h3}`, counts, COUNTS), 'vector tiles');
      const bytes = await reader.bytes(`${address}.arrow`, view);
      if (bytes.length > 0) for (const row of rowsOfCellTile(bytes, level)) expect(row, 'cell tiles');
    }
  }
  return { compared, differences };
}

const MOST_TILES = 60;

/** Hidden counts are 0, 1 and 2; a column that is left out is hidden as few in every row. */
function rowsOfCellTile(bytes: Uint8Array, level: string): Omit<Row, 'members'>[] {
  const table = tableFromIPC(bytes);
  const columns = COUNTS.map((key) => table.getChild(key));
  return Array.from({ length: table.numRows }, (_, row) => ({
    name: `hex ${level} ${BigInt(table.getChild('h3')?.get(row)).toString(16)}`,
    students: Number(table.getChild('students')?.get(row)),
    households: Number(table.getChild('households')?.get(row)),
    looks: columns.map((column) => {
      const count = Number(column?.get(row) ?? 0);
      return [LOOKS.low, LOOKS.high, LOOKS.either][count] ?? count;
    }),
  }));
}

function differencesOf(row: Omit<Row, 'members'>, other: Omit<Row, 'members'> | undefined, where: string): string[] {
  if (!other) return [`${row.name} is in one only (${where})`];
  const found = row.looks.flatMap((look, at) => (look === other.looks[at] ? [] : [COUNTS[at] ?? 'a lever']));
  if (row.students !== other.students) found.push('students');
  if (row.households !== other.households) found.push('households');
  return found.map((what) => `${what} of ${row.name} (${where})`);
}

function rowsOf({ patches, hexes, places }: Publication): Row[] {
  return [...patches, ...hexes, ...places];
}
