/** Everything one may ask of a running server, as rows of looks: what a reader of the numbers sees and no more. */
import { VectorTile } from '@mapbox/vector-tile';
import { cellToLatLng, cellToParent } from 'h3-js';
import { PbfReader } from 'pbf';
import { COUNTS, LOOKS, PLACE_COUNTS } from './method.ts';
import type { Reader, View } from './reader.ts';

/** Published counts of some land, however they were read. */
export interface Told {
  /** Kind and name: the same area has the same in every release. */
  readonly name: string;
  readonly students: number;
  readonly households: number;
  /** One a statistic of PLACE_COUNTS, or of COUNTS: the number shown, or one of LOOKS. */
  readonly looks: readonly number[];
}

/** Of a patch, a hex, a place, or the state. */
export interface Row extends Told {
  /** Positions of the view's patches it is a sum of. */
  readonly members: readonly number[];
}

export interface Patch extends Row {
  readonly h3: string;
  readonly resolution: number;
  readonly leaIds: readonly string[];
}

export interface Publication {
  readonly view: View;
  readonly releaseId: number;
  readonly patches: readonly Patch[];
  /** The patches, and after them hexes, the state, and places of every kind. */
  readonly rows: readonly Row[];
  /** Students without a fixed residence: of the state, and by district; null where hidden. */
  readonly unplaced: { readonly state: number | null; readonly districts: ReadonlyMap<string, number | null> };
}

export interface CountsJson {
  readonly students: number | null;
  readonly households: number | null;
  readonly counts: Record<string, number | null>;
  readonly hidden: Record<string, string>;
}

interface TotalsJson {
  readonly totals: CountsJson | null;
  readonly noFixedResidence?: number | null;
}

export interface PatchJson extends CountsJson {
  readonly h3: string;
  readonly resolution: number;
  readonly rest: boolean;
  readonly leaIds: string[];
}

const PLACE_KINDS = 'county school_district senate_district house_district congressional_district town tribal'.split(
  ' ',
);
/** Zooms at which each level of the map is drawn. */
const ZOOM_OF_LEVEL: Readonly<Record<number, number>> = { 5: 6, 6: 7, 7: 8, 8: 10 };

/** @param asked a release's id, or `current`; a district has a list of patches and nothing else */
export async function readPublication(reader: Reader, view: View, asked = 'current'): Promise<Publication> {
  const query = `release=${asked}&statistics=${PLACE_COUNTS.join()}`;
  const { id, totals, noFixedResidence } = await reader.json<TotalsJson & { id: number; totals: CountsJson }>(
    `/api/v1/release?${query}`,
    view,
  );
  const patches = (await readPatches(reader, view, `release=${id}`)).map((json, position): Patch => {
    const { h3, resolution, leaIds } = json;
    return { ...rowOf(nameOf(json), json, COUNTS), h3, resolution, leaIds, members: [position] };
  });
  const districts = new Map<string, number | null>();
  const unplaced = { state: noFixedResidence ?? null, districts };
  if (view === 'district') return { view, releaseId: id, patches, rows: patches, unplaced };
  const rows: Row[] = [...patches, ...(await readHexes(reader, view, id, patches))];
  rows.push({ ...rowOf('state', totals, PLACE_COUNTS), members: [...patches.keys()] });
  const byName = new Map(patches.map(({ name }, position) => [name, position]));
  for (const kind of PLACE_KINDS) {
    const list = `/api/v1/places?kind=${kind}&limit=500`;
    const { places } = await reader.json<{ places: { id: string }[] }>(list, 'public');
    for (const { id: place } of places) {
      const found = await reader.json<TotalsJson>(`/api/v1/places/${kind}/${place}?${query}`, view);
      if (kind === 'school_district') districts.set(place, found.noFixedResidence ?? null);
      if (!found.totals?.students) continue;
      const inside = await readPatches(reader, view, `release=${id}&place=${kind}:${place}`);
      const members = inside.map((patch) => byName.get(nameOf(patch)) ?? -1).sort((a, b) => a - b);
      rows.push({ ...rowOf(`${kind} ${place}`, found.totals, PLACE_COUNTS), members });
    }
  }
  for (const { name, students, members } of rows)
    if (students !== members.reduce((sum, patch) => sum + (patches[patch]?.students ?? 0), 0))
      throw new Error(`${name} is not the sum of its patches as ${view} reads it`);
  return { view, releaseId: id, patches, rows, unplaced };
}

/** @param query what is asked besides pages and statistics */
async function readPatches(reader: Reader, view: View, query: string): Promise<PatchJson[]> {
  const all: PatchJson[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { patches: PatchJson[]; next: string | null } = await reader.json(
      `/api/v1/patches?${query}&statistics=${COUNTS.join()}&limit=1000${cursor && `&cursor=${cursor}`}`,
      view,
    );
    all.push(...page.patches);
    cursor = page.next;
  }
  return all;
}

export function nameOf({ h3, rest, leaIds }: Pick<PatchJson, 'h3' | 'rest' | 'leaIds'>): string {
  return `patch ${h3} ${rest} ${leaIds.join('+')}`;
}

export function rowOf(name: string, row: CountsJson, keys: readonly string[]): Told {
  const looks = keys.map((key) => row.counts[key] ?? LOOKS[(row.hidden[key] ?? 'either') as keyof typeof LOOKS]);
  return { name, students: row.students ?? 0, households: row.households ?? 0, looks };
}

/** Which patches a map of a level draws as one hexagon: those inside it, or a coarser one by itself, beneath. */
function drawnAt(patches: readonly Patch[], level: number): Map<string, number[]> {
  const drawn = new Map<string, number[]>();
  for (const [position, { h3, resolution }] of patches.entries()) {
    const hex = resolution > level ? cellToParent(h3, level) : h3;
    drawn.set(hex, [...(drawn.get(hex) ?? []), position]);
  }
  return drawn;
}

/** Every level that a view draws, with its zoom and the tiles that hold the middles of its hexagons, as `zoom/x/y`. */
export function levelsOf(view: View, patches: readonly Patch[]) {
  const levels = Object.entries(ZOOM_OF_LEVEL).filter(([level]) => level !== '8' || view !== 'public');
  return levels.map(([level, zoom]) => {
    const drawn = drawnAt(patches, Number(level));
    const tiles = [...drawn.keys()].map((cell) => {
      const [lat, lng] = cellToLatLng(cell);
      const x = Math.floor(((lng + 180) / 360) * 2 ** zoom);
      const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** zoom);
      return `${zoom}/${x}/${y}`;
    });
    return { level, zoom, drawn, tiles: [...new Set(tiles)] };
  });
}

async function readHexes(reader: Reader, view: View, release: number, patches: readonly Patch[]): Promise<Row[]> {
  const hexes: Row[] = [];
  for (const { level, drawn, tiles } of levelsOf(view, patches)) {
    const read = new Map<string, Told>();
    for (const tile of tiles)
      for (const told of toldBy(await reader.bytes(`/tiles/${release}/hexes/${tile}.mvt`, view), level))
        read.set(told.name, told);
    for (const [h3, members] of drawn) {
      const told = read.get(`hex ${level} ${h3}`);
      if (!told) throw new Error(`no hexagon of level ${level} was drawn at ${h3}`);
      hexes.push({ ...told, members });
    }
  }
  return hexes;
}

const WORD_OF_LETTER: Readonly<Record<string, string>> = { l: 'low', h: 'high', e: 'either' };

/** Hexagons of a vector tile. One letter a statistic says how it is hidden; where none does, all hidden are low. */
export function* toldBy(bytes: Uint8Array, level: string): Generator<Told> {
  const layer = bytes.length > 0 ? new VectorTile(new PbfReader(bytes)).layers.hexes : undefined;
  for (let i = 0; i < (layer?.length ?? 0); i++) {
    const fields: Record<string, unknown> = layer?.feature(i).properties ?? {};
    const letters = typeof fields.hidden === 'string' ? fields.hidden : '';
    const hidden = COUNTS.map((key, at) => [key, WORD_OF_LETTER[letters[at] ?? 'l'] ?? 'either'] as const);
    const counts = COUNTS.map((key) => [key, typeof fields[key] === 'number' ? fields[key] : null] as const);
    const [students, households] = [Number(fields.students), Number(fields.households)];
    const json = { students, households, counts: Object.fromEntries(counts), hidden: Object.fromEntries(hidden) };
    yield rowOf(`hex ${level} ${fields.h3}`, json, COUNTS);
  }
}
