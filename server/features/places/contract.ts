import { type Static, Type } from 'typebox';
import { AgreedBy, Counts, NoFixedResidence } from '../releases/index.ts';
import { PLACE_KINDS } from './kinds.ts';

export const PlaceKind = Type.Enum(PLACE_KINDS);
export type PlaceKind = Static<typeof PlaceKind>;

const Bbox = Type.Array(Type.Number(), {
  minItems: 4,
  maxItems: 4,
  description: 'West, south, east, north; west is greater than east where the place lies across 180 degrees.',
});
const LngLat = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 });

export const PlaceFound = Type.Object({
  kind: PlaceKind,
  id: Type.String(),
  name: Type.String(),
  state: Type.String({ description: 'FIPS code.' }),
  in: Type.Optional(Type.String({ description: 'The county a town or school lies in.' })),
  members: Type.Optional(
    Type.Array(Type.String(), { description: 'Of a legislative district, who sits for it, where that is loaded.' }),
  ),
  outlined: Type.Boolean({ description: 'Its outline is loaded. Of towns only such may have numbers.' }),
  center: LngLat,
  bbox: Bbox,
});
export type PlaceFound = Static<typeof PlaceFound>;

export const PlaceList = Type.Object({ places: Type.Array(PlaceFound) });

export const PlaceTotals = Type.Object({
  release: Type.Integer(),
  kind: PlaceKind,
  id: Type.String(),
  name: Type.String(),
  illustrative: Type.Boolean({ description: 'True for outlines made for the demo.' }),
  center: LngLat,
  bbox: Bbox,
  agreedBy: AgreedBy,
  togetherWith: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
    description: 'Places this one is only published together with; the totals are of all of them.',
  }),
  totals: Type.Union([Counts, Type.Null()], {
    description: 'Null: too few students to publish, or a kind of place that is not counted.',
  }),
  withoutNumbers: Type.Optional(
    Type.String({
      description: 'Why a town or a school has no totals, in words; of towns by the release’s townStudents.',
    }),
  ),
  noFixedResidence: Type.Optional(NoFixedResidence),
  approximated: Type.Optional(
    Type.Integer({
      description:
        'Totals are of whole patches: at most so many percent of the students counted live elsewhere, or live here and count elsewhere.',
    }),
  ),
  outline: Type.Optional(
    Type.Unsafe<{ type: string; coordinates: unknown }>({
      type: 'object',
      additionalProperties: true,
      description: 'GeoJSON, with ?outline=true',
    }),
  ),
});
export type PlaceTotals = Static<typeof PlaceTotals>;
