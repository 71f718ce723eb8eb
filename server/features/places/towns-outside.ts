/** Checks towns and schools of a file without states against the outline of the assumed state. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Reader } from '../../platform/reader.ts';
import type { StagedRow } from './features.ts';
import { firstOf } from './first-of.ts';
import type { PlaceKind } from './kinds.ts';

/** Degrees, about 2 km: outlines of states are drawn coarsely. */
const MARGIN = 0.02;

/**
 * Those without a named state that lie outside the requested one.
 *
 * @returns identifiers, and notes for the person
 */
export async function townsOutside(
  reader: Reader,
  kind: PlaceKind,
  rows: readonly StagedRow[],
): Promise<{ outside: ReadonlySet<string>; notes: Phrase[] }> {
  const assumed = rows.filter(({ stateAssumed }) => stateAssumed);
  const [first] = assumed;
  if (!first) return { outside: new Set(), notes: [] };
  const { stateFips } = first;
  const isKnown = await reader.maybe(
    "select from places.places where kind = 'state' and id = $1 and geom is not null",
    [stateFips],
  );
  if (!isKnown)
    return {
      outside: new Set(),
      notes: [phrase('places.unchecked', { places: assumed.length, kind, stateFips })],
    };
  const points = assumed.filter(({ lngLat }) => lngLat !== null);
  const found = await reader.rows<{ id: string }>(
    `select t.id
     from unnest($2::text[], $3::double precision[], $4::double precision[]) as t(id, lng, lat)
     where not exists (
       select from places.parts q
       where q.kind = 'state' and q.id = $1 and ST_DWithin(q.geom, ST_SetSRID(ST_MakePoint(t.lng, t.lat), 4326), $5)
     )`,
    [
      stateFips,
      points.map(({ id }) => id),
      points.map(({ lngLat }) => lngLat?.[0] ?? null),
      points.map(({ lngLat }) => lngLat?.[1] ?? null),
      MARGIN,
    ],
  );
  const outside = new Set(found.map(({ id }) => id));
  const names = points.filter(({ id }) => outside.has(id)).map(({ name }) => name);
  const said = { places: outside.size, kind, stateFips, ...firstOf(names) };
  return { outside, notes: outside.size === 0 ? [] : [phrase('places.left-out/outside', said)] };
}
