import { type Static, Type } from 'typebox';
import { filledText, freeText, MOST_INTEGER, RowId, wholeNumber } from '../../platform/fields.ts';

/** A number of a patch. */
const Patch = wholeNumber({ minimum: 0, maximum: MOST_INTEGER });
/** More than a state has in its agency's view. */
const MOST_PATCHES = 5_000;
const Patches = Type.Array(Patch, { maxItems: MOST_PATCHES, uniqueItems: true });
const LotIds = Type.Array(RowId, { maxItems: 200, uniqueItems: true });

const AtLeast = Type.Object({
  least: Type.Integer({ description: 'Sum of what is shown.' }),
  hidden: Type.Integer({ description: 'Patches that do not tell theirs.' }),
});
const Case = Type.Object({ low: Type.Number(), median: Type.Number(), high: Type.Number() });

export const Lot = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  students: Type.Integer({ description: 'Exact, of its whole patches.' }),
  households: Type.Integer({ description: 'Of the same.' }),
  patches: Type.Array(Type.Integer()),
  counts: Type.Record(Type.String(), AtLeast),
  estimated: Type.Integer({ description: 'Students without service by share of FCC locations: an estimate.' }),
  locations: Type.Union([Type.Integer(), Type.Null()]),
  passings: Type.Union([Type.Integer(), Type.Null()], { description: 'Of those, without service.' }),
  routeMiles: Type.Union([Type.Number(), Type.Null()], { description: 'Of road to build: an estimate.' }),
  squareMiles: Type.Number(),
  counties: Type.Array(Type.String()),
  schools: Type.Array(Type.String()),
  providers: Type.Array(Type.String()),
  nearest: Type.Union([Type.Object({ name: Type.String(), miles: Type.Number() }), Type.Null()]),
  center: Type.Array(Type.Number()),
  estimate: Type.Union([Type.Record(Type.String(), Type.Union([Case, Type.Null()])), Type.Null()], {
    description: 'US dollars by lever, for staff.',
  }),
  referenceAmount: Type.Union([Type.Integer(), Type.Null()], {
    description: 'US dollars; null: none, or not shown to providers.',
  }),
  wanted: Type.Array(Type.String(), {
    description: 'Who would bid on it, of a shared draft: for staff all by name, for a provider itself.',
  }),
  isWanted: Type.Boolean({ description: 'The reader would bid on it.' }),
});
export type Lot = Static<typeof Lot>;

/** Kinds of place that a lot may begin with. */
export const LOT_PLACES = ['county', 'school_district', 'tribal'] as const;
/** Of the map: each stands for the patches whose land it touches. */
const Hexes = Type.Array(freeText({ pattern: '^8[0-9a-f]{14}$' }), { minItems: 1, maxItems: 200, uniqueItems: true });

/** One way: clusters, each a lot of its own; patches, what is left of a place, or of hexes, as one lot. */
export const LotsBody = Type.Object({
  clusters: Type.Optional(
    Type.Array(Type.String({ pattern: '^[0-9a-z-]{1,40}$' }), { maxItems: 60, uniqueItems: true }),
  ),
  patches: Type.Optional(Patches),
  place: Type.Optional(
    Type.Object({ kind: Type.Enum(LOT_PLACES), id: Type.String({ pattern: '^[0-9A-Za-z]{1,20}$' }) }),
  ),
  hexes: Type.Optional(Hexes),
  name: Type.Optional(freeText({ maxLength: 120 })),
});
export type LotsBody = Static<typeof LotsBody>;

export const LotBody = Type.Object({
  name: Type.Optional(filledText({ maxLength: 120 })),
  referenceAmount: Type.Optional(Type.Union([wholeNumber({ minimum: 0, maximum: 1e12 }), Type.Null()])),
  add: Type.Optional(Patches),
  drop: Type.Optional(Patches),
  hexes: Type.Optional(Hexes),
});
export type LotBody = Static<typeof LotBody>;

export const SplitBody = Type.Object({ patches: Patches, name: filledText({ maxLength: 120 }) });
export const MergeBody = Type.Object({ lots: LotIds, name: filledText({ maxLength: 120 }) });
export const InterestBody = Type.Object({ lots: LotIds });

const Candidate = Type.Object({
  id: Type.String(),
  name: Type.String(),
  rank: Type.Integer(),
  estimated: Type.Integer(),
  patches: Type.Integer({ description: 'Whole inside; where none is, those that touch it.' }),
  isWhole: Type.Boolean({ description: 'False: no patch lies inside whole, and those that touch it are offered.' }),
  taken: Type.Integer({ description: 'Of those, in a lot of this round already.' }),
  counties: Type.Array(Type.String()),
});
export const Candidates = Type.Object({
  clusters: Type.Array(Candidate),
  places: Type.Array(Type.Object({ kind: Type.Enum(LOT_PLACES), id: Type.String(), name: Type.String() }), {
    description: 'Counties, school districts and tribal areas with a patch that no lot of this round has.',
  }),
});
export type Candidates = Static<typeof Candidates>;

const NearPatch = Type.Object({
  patch: Type.Integer(),
  students: Type.Integer(),
  households: Type.Integer(),
  lot: Type.Union([Type.Object({ id: Type.Integer(), name: Type.String() }), Type.Null()], {
    description: 'Of this round.',
  }),
  outline: Type.Unsafe<{ type: 'MultiPolygon'; coordinates: number[][][][] }>({
    type: 'object',
    additionalProperties: true,
    description: 'GeoJSON MultiPolygon',
  }),
});
export type NearPatch = Static<typeof NearPatch>;
export const NearPatches = Type.Object({ patches: Type.Array(NearPatch) });

export const LotId = Type.Object({
  id: RowId,
  lot: RowId,
});
