import { type Static, Type } from 'typebox';
import { MEMBER_TITLES } from '../../domain/chamber.ts';
import { SEGMENTS } from '../../domain/segments.ts';
import { PROFILES } from '../../domain/technology.ts';
import { AudienceQuery } from '../accounts/index.ts';
import { PlaceKind, PlaceTotals } from '../places/index.ts';
import { AgreedBy, ErrorFigure, SourceLine } from '../releases/index.ts';

const OrNull = (description: string) => Type.Union([Type.Integer(), Type.Null()], { description });
const HiddenHow = Type.Optional(
  Type.Enum(['low', 'high', 'either'] as const, { description: 'How a null is hidden.' }),
);

export const Segment = Type.Object({
  segment: Type.Enum(SEGMENTS),
  standing: Type.Enum(['proven', 'unclear', 'unasked', 'connected'] as const),
  students: OrNull('As counted, with protective noise; null = hidden, never zero.'),
  hidden: HiddenHow,
});
export type Segment = Static<typeof Segment>;

const Equip = Type.Object({
  students: OrNull('Students without a device of their own; null = hidden.'),
  hidden: HiddenHow,
});

const Member = Type.Object({
  name: Type.String(),
  title: Type.Enum(MEMBER_TITLES),
  illustrative: Type.Boolean({ description: 'Made up, as in the demo.' }),
});

export const Edition = Type.Object({
  release: Type.Integer(),
  name: Type.String(),
  releasedAt: Type.String(),
  collection: Type.String(),
  synthetic: Type.Boolean(),
  standing: Type.Enum(['draft', 'published'] as const),
  isCurrent: Type.Boolean({ description: 'Of its state.' }),
  state: Type.Object({ fips: Type.String(), name: Type.String() }),
  audience: AudienceQuery,
  floor: Type.Integer({ description: 'Fewest students of an area with numbers.' }),
  commission: Type.String({ description: 'What the state calls its utility commission.' }),
  agreedBy: AgreedBy,
  sources: Type.Array(SourceLine),
});
export type Edition = Static<typeof Edition>;

const PlaceRef = { kind: PlaceKind, id: Type.String(), name: Type.String() };

export const Ranking = Type.Object({
  by: Type.Enum(['build', 'proven', 'equip'] as const, {
    description: 'proven: build, upgrade and connect together.',
  }),
  as: Type.Enum(['number', 'share'] as const, { description: 'Of students, or their share of the place’s students.' }),
  from: OrNull('Highest place it may have, 1 first; null = not ranked, as its number is hidden.'),
  to: OrNull('Lowest place it may have: equal and hidden numbers share a range.'),
  of: Type.Integer({
    description: 'Places of the kind with numbers of their own; those published together count once.',
  }),
});
export type Ranking = Static<typeof Ranking>;

const Trend = Type.Object({
  release: Type.Integer(),
  name: Type.String(),
  releasedAt: Type.String(),
  fccAsOf: Type.Union([Type.String(), Type.Null()]),
  students: OrNull('Null: no numbers of its own in that release.'),
  segments: Type.Array(Segment),
  equip: Equip,
});

export const PlaceProfile = Type.Object({
  edition: Edition,
  ...PlaceTotals.properties,
  members: Type.Array(Member),
  level: Type.Union([Type.Enum(['elementary', 'secondary', 'unified'] as const), Type.Null()], {
    description:
      'Grades a school district teaches. Students count to the district that sent them, whoever shares its ground.',
  }),
  drawnBy: Type.Object(
    {
      publisher: Type.Union([Type.String(), Type.Null()]),
      vintage: Type.Union([Type.String(), Type.Null()]),
    },
    { description: 'Of the outline.' },
  ),
  segments: Type.Array(Segment, { description: 'All students, each in one; empty where no filing is known.' }),
  equip: Equip,
  ranks: Type.Array(Ranking, { description: 'Empty for the state and kinds that are not counted.' }),
  notRanked: Type.Integer({ description: 'Places of the kind without numbers of their own.' }),
  trend: Type.Array(Trend, { description: 'By release, the oldest first.' }),
  clusters: Type.Array(
    Type.Object({
      id: Type.String(),
      rank: Type.Integer({ description: 'In the state.' }),
      name: Type.String(),
      estimated: Type.Integer({ description: 'Students of the whole cluster without service, by share of locations.' }),
      share: Type.Number({ description: 'Of the cluster’s students that live in the place, 0 to 1.' }),
    }),
  ),
  moreClusters: Type.Boolean(),
  overlapping: Type.Array(
    Type.Object({
      ...PlaceRef,
      share: Type.Number({ description: 'Of this place’s students whose areas count to the other too, 0 to 1.' }),
    }),
    { description: 'Places of other kinds on the same ground, by the areas that count to both.' },
  ),
  neighbors: Type.Array(Type.Object(PlaceRef)),
  sharesGroundWith: Type.Array(Type.Object(PlaceRef), {
    description: 'School districts that teach other grades to the same homes.',
  }),
  schools: Type.Object({ count: Type.Integer(), names: Type.Array(Type.String(), { description: 'At most 100.' }) }),
  towns: Type.Array(Type.String(), { description: 'The largest.' }),
  providers: Type.Array(
    Type.Object({
      providerId: Type.Integer(),
      name: Type.String(),
      technology: Type.Integer({ description: 'BDC code.' }),
      locations: Type.Integer({ description: 'Locations it reports to the FCC.' }),
      share: Type.Number({ description: 'Of the locations here it reports 100/20 at, 0 to 1.' }),
      downloadMbps: Type.Integer(),
    }),
    { description: 'As reported to the FCC, most locations first.' },
  ),
  coverage: Type.Union(
    [
      Type.Array(
        Type.Object({
          profile: Type.Enum(PROFILES),
          locations: Type.Integer({ description: 'All that the FCC knows.' }),
          served: Type.Object(
            { '25_3': Type.Integer(), '100_20': Type.Integer(), '1000_100': Type.Integer() },
            { description: 'Those with service at a speed by the technologies of the profile.' },
          ),
        }),
      ),
      Type.Null(),
    ],
    { description: 'Locations with service as reported to the FCC; of the state alone.' },
  ),
  errors: Type.Array(ErrorFigure, { description: 'How far numbers of this kind of place are off.' }),
});
export type PlaceProfile = Static<typeof PlaceProfile>;

export const IndexRow = Type.Object({
  kind: PlaceKind,
  id: Type.String(),
  name: Type.String(),
  center: Type.Array(Type.Number(), { minItems: 2, maxItems: 2, description: 'A point inside: longitude, latitude.' }),
  members: Type.Array(Type.String()),
  found: Type.Optional(
    Type.Object(
      { by: Type.Enum(['name', 'number', 'member', 'town', 'school'] as const), what: Type.String() },
      { description: 'Why it answers the search.' },
    ),
  ),
  togetherWith: Type.Array(Type.String(), { description: 'Names of the places the numbers are of too.' }),
  students: OrNull('Null: too few for numbers of its own.'),
  households: OrNull('Likewise.'),
  approximated: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Percent of students who live elsewhere and count here, or the other way, at most.',
  }),
  segments: Type.Array(Segment),
  equip: Equip,
});
export type IndexRow = Static<typeof IndexRow>;

export const PlaceIndex = Type.Object({
  edition: Edition,
  kind: PlaceKind,
  kinds: Type.Array(Type.Object({ kind: PlaceKind, places: Type.Integer() }), {
    description: 'Kinds that have numbers in this view.',
  }),
  places: Type.Array(IndexRow),
});
export type PlaceIndex = Static<typeof PlaceIndex>;
