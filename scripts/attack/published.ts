/** Everything one may ask of a running server, as rows of looks: what a reader of the numbers sees and no more. */
import type { Audience } from '../../server/domain/audience.ts';
import { cellToText } from '../../server/domain/cell.ts';
import { type CellTile, decodeCellTile } from '../../server/domain/cell-tile.ts';
import { STATISTIC_KEYS } from '../../server/domain/statistic.ts';
import { type Membership, readMemberships } from './clusters.ts';
import { LOOK_OF_WORD, LOOKS } from './method.ts';
import type { Reader } from './reader.ts';

/** A row of published counts: a patch, a hex, a place, or the state. */
export interface PublishedRow {
  readonly kind: 'patch' | 'hex' | 'place' | 'state';
  readonly name: string;
  readonly students: number;
  readonly households: number;
  /** One a statistic: the number shown, or one of LOOKS. */
  readonly looks: Int32Array;
}

export interface PublishedPatch extends PublishedRow {
  readonly h3: string;
  readonly resolution: number;
  readonly rest: boolean;
  readonly leaIds: readonly string[];
}

export interface PublishedHex extends PublishedRow {
  readonly level: number;
  readonly h3: string;
}

/** A row that is a sum of patches an attacker can name. */
export interface PublishedPlace extends PublishedRow {
  readonly placeKind: string;
  readonly id: string;
  /** Positions among the audience's patches. */
  readonly patches: readonly number[];
}

export interface Publication {
  readonly audience: Audience;
  readonly releaseId: number;
  readonly floors: { readonly students: number; readonly households: number };
  readonly bounds: readonly number[];
  readonly patches: readonly PublishedPatch[];
  readonly hexes: readonly PublishedHex[];
  readonly places: readonly PublishedPlace[];
  readonly state: PublishedRow;
  /** None where places were not read either. */
  readonly memberships: readonly Membership[];
}

interface CountsJson {
  students: number | null;
  households: number | null;
  counts: Record<string, number | null>;
  hidden: Record<string, string>;
}

/**
 * @param asked a release's id, or `current`
 * @param placed patches of each place where they were read before, by an audience with the same patches; none = read no places
 */
export async function readPublication(
  reader: Reader,
  audience: Audience,
  asked: string,
  placed: PlacedPatches | undefined,
): Promise<Publication> {
  const query = `release=${asked}&audience=${audience}&statistics=all`;
  const release = await reader.json<{
    id: number;
    floors: Publication['floors'];
    state: { fips: string; bounds: number[] };
    totals: CountsJson;
  }>(`/api/v1/release?${query}`, audience);
  const patches = await readPatches(reader, audience, query);
  return {
    audience,
    releaseId: release.id,
    floors: release.floors,
    bounds: release.state.bounds,
    patches,
    hexes: await readHexes(reader, audience, release.id, release.state.bounds),
    places: placed ? await readPlaces(reader, audience, asked, { patches, placed }) : [],
    state: rowOf('state', release.state.fips, release.totals),
    memberships: placed ? await readMemberships(reader, audience, release.id, patches) : [],
  };
}

/** Keys that answers in JSON, CSV and GeoJSON are given for; tiles, whose columns are fixed, hold the others too. */
export async function statisticsTold(
  reader: Reader,
  { audience, releaseId }: Pick<Publication, 'audience' | 'releaseId'>,
): Promise<ReadonlySet<string>> {
  const path = `/api/v1/release?release=${releaseId}&audience=${audience}`;
  return new Set((await reader.json<{ statistics: string[] }>(path, audience)).statistics);
}

type PatchJson = CountsJson & { patch: number; h3: string; resolution: number; rest: boolean; leaIds: string[] };

async function readPatches(reader: Reader, audience: Audience, query: string): Promise<PublishedPatch[]> {
  const patches: PublishedPatch[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { patches: PatchJson[]; next: string | null } = await reader.json(
      `/api/v1/patches?${query}&limit=1000${cursor && `&cursor=${cursor}`}`,
      audience,
    );
    for (const patch of page.patches) {
      const { h3, resolution, rest, leaIds, ...counts } = patch;
      patches.push({
        ...rowOf('patch', nameOf(patch), counts),
        h3,
        resolution,
        rest,
        leaIds,
      });
    }
    cursor = page.next;
  }
  return patches;
}

export function rowOf(kind: PublishedRow['kind'], name: string, { students, households, counts, hidden }: CountsJson) {
  const looks = Int32Array.from(STATISTIC_KEYS, (key) =>
    key in counts ? (counts[key] ?? LOOK_OF_WORD[hidden[key] ?? 'either'] ?? LOOKS.either) : LOOKS.untold,
  );
  return { kind, name, students: students ?? 0, households: households ?? 0, looks };
}

/** Zooms at which each level of the map is drawn. */
const ZOOM_OF_LEVEL = { 5: 6, 6: 7, 7: 8, 8: 10 } as const;

async function readHexes(
  reader: Reader,
  audience: Audience,
  releaseId: number,
  bounds: readonly number[],
): Promise<PublishedHex[]> {
  const hexes: PublishedHex[] = [];
  for (const [level, zoom] of Object.entries(ZOOM_OF_LEVEL)) {
    if (level === '8' && audience === 'public') continue;
    for (const { x, y } of tilesOver(bounds, zoom)) {
      const bytes = await reader.bytes(`/tiles/${releaseId}/hexes/${zoom}/${x}/${y}.arrow`, audience);
      if (bytes.length > 0) hexes.push(...hexesOf(decodeCellTile(bytes), Number(level)));
    }
  }
  return hexes;
}

function hexesOf(tile: CellTile, level: number): PublishedHex[] {
  const columns = STATISTIC_KEYS.map((key) => tile.column(key));
  return Array.from(tile.h3, (cell, row) => ({
    kind: 'hex' as const,
    name: `${level} ${cellToText(cell)}`,
    level,
    h3: cellToText(cell),
    students: tile.students[row] ?? 0,
    households: tile.households[row] ?? 0,
    looks: Int32Array.from(columns, (column) => lookOfCode(column?.[row] ?? 0)),
  }));
}

/** Codes of hidden counts in tiles are under every floor. */
export function lookOfCode(code: number): number {
  return [LOOKS.low, LOOKS.high, LOOKS.either][code] ?? code;
}

export function tilesOver([west = 0, south = 0, east = 0, north = 0]: readonly number[], zoom: number) {
  const tiles: { x: number; y: number }[] = [];
  const column = (lng: number) => Math.floor(((lng + 180) / 360) * 2 ** zoom);
  const line = (lat: number) =>
    Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** zoom);
  for (let x = column(west) - 1; x <= column(east) + 1; x++)
    for (let y = line(north) - 1; y <= line(south) + 1; y++) tiles.push({ x, y });
  return tiles;
}

const PLACE_KINDS = ['county', 'school_district', 'senate_district'] as const;

/** Names of patches by place. */
export type PlacedPatches = Map<string, readonly string[]>;

async function readPlaces(
  reader: Reader,
  audience: Audience,
  asked: string,
  { patches, placed }: { patches: readonly PublishedPatch[]; placed: PlacedPatches },
): Promise<PublishedPlace[]> {
  const positions = new Map(patches.map(({ name }, position) => [name, position]));
  const places: PublishedPlace[] = [];
  for (const placeKind of PLACE_KINDS) {
    const listed = await reader.json<{ places: { id: string }[] }>(
      `/api/v1/places?kind=${placeKind}&limit=500`,
      'public',
    );
    for (const { id } of listed.places) {
      const { totals } = await reader.json<{ totals: CountsJson | null }>(
        `/api/v1/places/${placeKind}/${id}?release=${asked}&audience=${audience}&statistics=all`,
        audience,
      );
      if (!totals) continue;
      const name = `${placeKind} ${id}`;
      const inside = placed.get(name) ?? (await patchesIn(reader, audience, asked, `${placeKind}:${id}`));
      placed.set(name, inside);
      places.push({
        ...rowOf('place', name, totals),
        placeKind,
        id,
        patches: inside.map((patch) => positions.get(patch) ?? -1),
      });
    }
  }
  return places;
}

async function patchesIn(reader: Reader, audience: Audience, asked: string, place: string): Promise<string[]> {
  const { patches } = await reader.json<{ patches: PatchJson[] }>(
    `/api/v1/patches?release=${asked}&audience=${audience}&statistics=equip&limit=1000&place=${place}`,
    audience,
  );
  return patches.map(nameOf);
}

function nameOf({ h3, rest, leaIds }: PatchJson): string {
  return `${h3} ${rest} ${leaIds.join()}`;
}
