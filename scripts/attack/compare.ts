/** One question, one answer: the same numbers in every view, format and release. */
import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { PMTiles } from 'pmtiles';
import { COUNTS, LOOKS, METHOD } from './method.ts';
import { levelsOf, nameOf, type PatchJson, type Publication, type Row, rowOf, type Told, toldBy } from './published.ts';
import type { Reader } from './reader.ts';
import type { Tried } from './tried.ts';

/** Rows by name in two releases of one view. */
export function sameInBoth(one: Publication, other: Publication, tried: Tried): void {
  const now = new Map(other.rows.map((row) => [row.name, row]));
  for (const row of one.rows) compare(row, now.get(row.name), one.view, tried);
  const known = new Set(one.rows.map(({ name }) => name));
  for (const name of now.keys()) tried.expect(known.has(name), `${name} is new (${one.view})`);
}

/** Totals of every row that several releases have: equal, or apart by at least the floors of students and households. */
export function totalsApart(releases: readonly Publication[], tried: Tried): void {
  const totals = new Map<string, Told[]>();
  for (const row of releases.flatMap(({ rows }) => rows)) {
    const earlier = totals.get(row.name) ?? [];
    for (const { students, households } of earlier) {
      const [more, homes] = [Math.abs(row.students - students), Math.abs(row.households - households)];
      tried.expect(more + homes === 0 || (more >= METHOD.floor && homes >= METHOD.floorHomes), `totals of ${row.name}`);
    }
    totals.set(row.name, [...earlier, row]);
  }
}

/** Rows of the same patches, whatever they are called and whoever reads them. */
export function sameInAllViews(publications: readonly Publication[], tried: Tried): void {
  const seen = new Map<string, Row>();
  for (const { view, patches, rows } of publications)
    for (const row of rows) {
      const kind = view === 'public' ? 'rounded' : 'whole';
      const key = `${kind} ${row.members.map((patch) => patches[patch]?.name).sort()}`;
      const other = seen.get(key) ?? row;
      seen.set(key, other);
      if (other !== row) compare({ ...row, looks: row.looks.slice(0, other.looks.length) }, other, view, tried);
    }
  const [rounded, others] = [true, false].map((isPublic) =>
    publications.filter(({ view }) => (view === 'public') === isPublic).flatMap(({ rows }) => rows),
  );
  const whole = new Map(others?.map((row) => [row.name, row]));
  for (const row of rounded ?? []) {
    const finer = whole.get(row.name);
    if (finer?.students !== row.students) continue;
    const looks = finer.looks.map((look) => roundedFor(look, row.students));
    compare(row, { ...finer, looks }, 'public, the nearest five', tried);
  }
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
type Fields = Record<string, unknown>;

/**
 * JSON in other pages and orders, GeoJSON, CSV, vector tiles and cell tiles of one view.
 *
 * @param archive the same view's tiles as a file for static hosts
 */
export async function sameInAllFormats(
  reader: Reader,
  { view, releaseId, patches, rows }: Publication,
  archive: Uint8Array<ArrayBuffer> | undefined,
  tried: Tried,
): Promise<void> {
  const known = new Map(rows.map((row) => [row.name, row]));
  const expect = (told: Told, where: string) => compare(told, known.get(told.name), `${view}, ${where}`, tried);
  const list = `/api/v1/patches?release=${releaseId}&statistics=${[...COUNTS].reverse().join()}`;
  const json = await reader.json<{ features: { properties: Fields }[] }>(`${list}&limit=1000&format=geojson`, view);
  const lines: Fields[] = parse(await reader.text(`${list}&limit=1000&format=csv`, view), { columns: true, bom: true });
  const features = json.features.map(({ properties }) => properties);
  for (const [format, found] of Object.entries({ GeoJSON: features, CSV: lines }))
    for (const fields of found) {
      const looks = COUNTS.map((key) => LOOK_OF_WORDS[String(fields[`${key}_hidden`])] ?? Number(fields[key]));
      const leaIds = String(fields.leaIds).split(/[ ,]/);
      const name = nameOf({ h3: String(fields.h3), rest: String(fields.rest) === 'true', leaIds });
      expect({ name, students: Number(fields.students), households: Number(fields.households), looks }, format);
    }
  for (const limit of [7, 90, 400]) {
    const page = await reader.json<{ patches: PatchJson[] }>(`${list}&limit=${limit}`, view);
    for (const patch of page.patches) expect(rowOf(nameOf(patch), patch, COUNTS), `pages of ${limit}`);
  }
  const getBytes = async (at: number, length: number) => ({
    data: (archive?.slice(at, at + length) ?? new Uint8Array()).buffer,
  });
  const kept = archive && new PMTiles({ getKey: () => view, getBytes });
  for (const { level, tiles } of view === 'district' ? [] : levelsOf(view, patches))
    for (const tile of tiles.slice(0, MOST_TILES)) {
      const address = `/tiles/${releaseId}/hexes/${tile}`;
      for (const told of toldBy(await reader.bytes(`${address}.mvt`, view), level)) expect(told, 'vector tiles');
      for (const told of toldByCells(await reader.bytes(`${address}.arrow`, view), level)) expect(told, 'cell tiles');
      if (!kept) continue;
      const [z, x, y] = tile.split('/').map(Number) as [number, number, number];
      const found = await kept.getZxy(z, x, y);
      for (const told of toldBy(new Uint8Array(found?.data ?? []), level)) expect(told, 'archive');
    }
}

const MOST_TILES = 60;

/** Hidden counts are 0, 1 and 2; a column that is left out is hidden as few in every row. */
function toldByCells(bytes: Uint8Array, level: string): Told[] {
  if (bytes.length === 0) return [];
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

function compare(row: Told, other: Told | undefined, where: string, tried: Tried): void {
  tried.expect(other !== undefined, `${row.name} is in one only (${where})`);
  if (!other) return;
  tried.expect(row.students === other.students, `students of ${row.name} (${where})`);
  tried.expect(row.households === other.households, `households of ${row.name} (${where})`);
  for (const [at, look] of row.looks.entries())
    tried.expect(look === other.looks[at], `${COUNTS[at] ?? 'a lever'} of ${row.name} (${where})`);
}
