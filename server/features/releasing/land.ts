/** The land of a release's patches and its verdicts, read once for all audiences. */
import type { Audience } from '../../domain/audience.ts';
import type { Cell } from '../../domain/cell.ts';
import { hexesIn, landOfPatches } from '../../domain/estimate/land.ts';
import { type Lists, listsOf } from '../../domain/lists.ts';
import type { Reader } from '../../platform/reader.ts';
import { cellsInside } from '../places/index.ts';
import { type LandVerdicts, locationsOf, type VerdictFilings, verdictsOfLand } from '../verdicts/index.ts';
import type { Content } from './content.ts';

/** The part of a content that locates its patches. */
export interface Outlined extends Pick<Content, 'audience' | 'patches' | 'leaIds'> {
  /** Those this audience may see. */
  readonly filings: VerdictFilings;
}

export interface Land {
  /** Distinct res-8 hexes of all patches and of the homes, ascending. */
  readonly hexes: BigUint64Array;
  readonly of: ReadonlyMap<Audience, AudienceLand>;
}

export interface AudienceLand {
  /** By patch its positions in `hexes`, ascending, never empty: those with locations, or all where none has any. */
  readonly hexesOf: Lists;
  /** By the filings this audience may see. */
  readonly verdicts: LandVerdicts;
}

/** @param also further res-8 hexes that need verdicts: of homes, some of which lie outside the land of their patch */
export async function landOf(reader: Reader, outlined: readonly Outlined[], also: BigUint64Array): Promise<Land> {
  const isIn = await districtsAround(reader, outlined);
  // Audiences with the same patches share one array of hexes.
  const drawn = new Map(outlined.map(({ patches }) => [patches, landOfPatches(patches, isIn)]));
  const weighs = await whereAnybodyIs(reader, outlined, [...drawn.values()].flat());
  const cells = new Map([...drawn].map(([patches, own]) => [patches, own.map((land) => weighing(land, weighs))]));
  const hexes = BigUint64Array.from(new Set([...also, ...[...cells.values()].flat(2)])).sort();
  const positions = new Map(Array.from(hexes, (hex, position) => [hex, position]));
  const lists = new Map(
    [...cells].map(([patches, own]) => [
      patches,
      listsOf(own.map((list) => list.map((hex) => positions.get(hex) ?? -1))),
    ]),
  );

  const sets = new Map(outlined.map(({ filings }) => [keyOf(filings), filings]));
  const said = await verdictsOfLand(reader, hexes, [...sets.values()]);
  const verdicts = new Map([...sets.keys()].map((key, set) => [key, said[set]]));
  const of = new Map<Audience, AudienceLand>();
  for (const { audience, patches, filings } of outlined) {
    const hexesOf = lists.get(patches);
    const own = verdicts.get(keyOf(filings));
    if (hexesOf && own) of.set(audience, { hexesOf, verdicts: own });
  }
  return { hexes, of };
}

/** Whether an FCC filing has a location in a hex; always true where a view has no FCC filing. */
async function whereAnybodyIs(
  reader: Reader,
  outlined: readonly Outlined[],
  lands: readonly (readonly Cell[])[],
): Promise<(hex: Cell) => boolean> {
  const filings = new Set(outlined.map(({ filings: { fccFilingId } }) => fccFilingId));
  const hexes = BigUint64Array.from(new Set(lands.flat()));
  const known = new Set<Cell>();
  for (const filing of filings) {
    if (filing === undefined) return () => true;
    const locations = await locationsOf(reader, hexes, filing);
    for (const [hex, count] of locations.entries()) if (count > 0) known.add(hexes[hex] as Cell);
  }
  return (hex) => known.has(hex);
}

/** Drops hexes without locations, unless none has any: their state filings would take three times as long to read. */
function weighing(land: readonly Cell[], weighs: (hex: Cell) => boolean): readonly Cell[] {
  const own = land.filter(weighs);
  return own.length > 0 ? own : land;
}

function keyOf({ fccFilingId, pucFilingIds }: VerdictFilings): string {
  return `${fccFilingId} ${pucFilingIds.join()}`;
}

/** Whether the center of a hex lies in a district, by number; always true where the district has no outline. */
async function districtsAround(
  reader: Reader,
  outlined: readonly Outlined[],
): Promise<(hex: Cell, district: number) => boolean> {
  const claimed = new Map<number, Set<Cell>>();
  for (const { patches } of outlined)
    for (const { cell, districts } of patches)
      for (const district of districts) claimed.set(district, (claimed.get(district) ?? new Set()).add(cell));
  const leaIds = outlined[0]?.leaIds ?? [];
  const insideOf = new Map<number, ReadonlySet<Cell> | null>();
  for (const [district, cells] of claimed) {
    const around = [...new Set([...cells].flatMap(hexesIn))];
    const inside = await cellsInside(reader, { kind: 'school_district', id: leaIds[district] ?? '', cells: around });
    insideOf.set(district, inside && new Set(around.filter((_, hex) => inside[hex] === 1)));
  }
  return (hex, district) => insideOf.get(district)?.has(hex) ?? true;
}
