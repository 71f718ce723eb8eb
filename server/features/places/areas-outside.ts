/** Finds the areas of a national file without states that lie in the state asked for, by its outline. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { forPointsInside, pointSet } from '../../platform/gis/inside.ts';
import type { Mended } from '../../platform/gis/repair.ts';
import { edgesOfWkb } from '../../platform/gis/wkb.ts';
import { refusal } from '../../platform/problem.ts';
import type { Reader } from '../../platform/reader.ts';
import type { StagedRow } from './features.ts';
import type { PlaceKind } from './kinds.ts';
import { samplesIn } from './overlap.ts';

/** Share of an area that must lie in the state: less is a border drawn otherwise. */
const SMALLEST_SHARE = 0.01;

/**
 * @returns identifiers of the areas outside, and notes for the person
 * @throws Refusal where the state's outline is not loaded
 */
export async function areasOutside(
  reader: Reader,
  kind: PlaceKind,
  rows: readonly StagedRow[],
  { outlines }: Mended,
): Promise<{ outside: ReadonlySet<string>; notes: Phrase[] }> {
  const [first] = rows;
  if (!first) return { outside: new Set(), notes: [] };
  const state = await reader.maybe<{ wkb: Buffer }>(
    "select ST_AsBinary(geom, 'NDR') as wkb from places.places where kind = 'state' and id = $1 and geom is not null",
    [first.stateFips],
  );
  if (!state) throw refusal('places.state-outline', 422, { kind, stateFips: first.stateFips });
  const around = edgesOfWkb(state.wkb);
  const outside = new Set<string>();
  for (const { id, outline } of rows) {
    const area = await areaOf(reader, outlines[outline ?? -1] ?? '');
    if (shareInside(area, around) < SMALLEST_SHARE) outside.add(id);
  }
  const said = { areaCount: outside.size, kind, stateFips: first.stateFips };
  return { outside, notes: outside.size === 0 ? [] : [phrase('places.left-out/areas-outside', said)] };
}

interface Area {
  readonly wkb: Buffer;
  readonly lng: number;
  readonly lat: number;
}

function areaOf(reader: Reader, outline: string): Promise<Area> {
  return reader.one<Area>(
    `select ST_AsBinary(geom, 'NDR') as wkb, ST_X(ST_PointOnSurface(geom)) as lng, ST_Y(ST_PointOnSurface(geom)) as lat
     from (select $1::geometry as geom) as given`,
    [outline],
  );
}

function shareInside(area: Area, around: Float64Array): number {
  const samples = samplesIn(area, edgesOfWkb(area.wkb));
  const points = pointSet(
    Float64Array.from(samples, ([lng]) => lng),
    Float64Array.from(samples, ([, lat]) => lat),
  );
  let inside = 0;
  forPointsInside(points, around, () => inside++);
  return inside / samples.length;
}
