import { type Static, Type } from 'typebox';
import { CHANGES, type Change, COMPARED } from '../../domain/change.ts';
import { BREAKS } from '../../domain/trend.ts';
import { AudienceQuery } from '../accounts/index.ts';
import { Counts, StateQuery } from '../releases/index.ts';

export const ChangesQuery = { state: StateQuery, audience: AudienceQuery };

const EDITION = '^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}(@(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2})?$';

export const PairQuery = {
  ...ChangesQuery,
  from: Type.Optional(
    Type.String({
      pattern: EDITION,
      description:
        'The earlier filing: its date, 2025-06-30, which means its newest revision, or date and revision, 2025-12-31@2026-04-21. Default, with `to`: the newest two dates.',
    }),
  ),
  to: Type.Optional(Type.String({ pattern: EDITION, description: 'The later filing, written the same way.' })),
};

const Filing = Type.Object({
  name: Type.String({
    description: 'For `from` and `to`: the date, or date and revision where only the revision differs.',
  }),
  asOf: Type.String({ description: 'Date the filing is of.' }),
  revision: Type.String({ description: 'Date the FCC issued it.' }),
});

export const LocationCounts = Type.Record(Type.String(), Type.Integer(), {
  description: `Locations by what changed (${CHANGES.join(', ')}); what is not there is none. gained and lost: served by reliable broadband at a speed afterwards, or before. listed: what all are a share of.`,
});
export type LocationCounts = { [key in Change]?: number };

export const Comparison = Type.Object({
  from: Filing,
  to: Filing,
  of: Type.Enum(COMPARED, { description: 'Two dates, or two revisions of one.' }),
  standing: Type.Enum(['waiting', 'making', 'made', 'failed'], {
    description: 'Only what is made has numbers. waiting: a worker makes it when it looks the next time.',
  }),
  madeAt: Type.Union([Type.String(), Type.Null()]),
  notCompared: Type.Array(Type.Integer(), {
    description: 'BDC codes of technologies that only one of the two has a file of: nothing is said of them.',
  }),
  synthetic: Type.Boolean(),
  totals: Type.Union([LocationCounts, Type.Null()], { description: 'Of the state.' }),
});
export type Comparison = Static<typeof Comparison>;

export const ChangesList = Type.Object({
  state: Type.Union([Type.String(), Type.Null()]),
  comparisons: Type.Array(Comparison),
  awaited: Type.Array(Type.Object({ asOf: Type.String(), revision: Type.String() }), {
    description: 'Filings that are about to be loaded.',
  }),
});
export type ChangesList = Static<typeof ChangesList>;

const Compared = Type.Object({ from: Filing, to: Filing, of: Type.Enum(COMPARED) });

export const PlaceChanges = Type.Object({
  kind: Type.String(),
  id: Type.String(),
  name: Type.String(),
  counts: LocationCounts,
});
export type PlaceChanges = Static<typeof PlaceChanges>;

export const PlaceChangesList = Type.Object({ ...Compared.properties, places: Type.Array(PlaceChanges) });
export type PlaceChangesList = Static<typeof PlaceChangesList>;

const ProviderChanges = Type.Object({
  providerId: Type.Integer(),
  name: Type.String(),
  technology: Type.Integer({ description: 'BDC code.' }),
  counts: LocationCounts,
});

export const PlaceChangesDetail = Type.Object({
  ...Compared.properties,
  place: PlaceChanges,
  providers: Type.Array(ProviderChanges, { description: 'Of public filings; the most changed first.' }),
});
export type PlaceChangesDetail = Static<typeof PlaceChangesDetail>;

const CellChanges = Type.Object({ h3: Type.String(), counts: LocationCounts });

export const CellChangesPage = Type.Object({
  ...Compared.properties,
  cells: Type.Array(CellChanges),
  next: Type.Union([Type.String(), Type.Null()]),
});

export const TrendPoint = Type.Object({
  release: Type.Object({
    id: Type.Integer(),
    name: Type.String(),
    releasedAt: Type.String(),
    standing: Type.String(),
    synthetic: Type.Boolean(),
    collection: Type.String(),
    benchmark: Type.Enum(['25_3', '100_20']),
    fccAsOf: Type.Union([Type.String(), Type.Null()]),
  }),
  filings: Type.Integer({ description: 'How many filings it rests on.' }),
  totals: Type.Union([Counts, Type.Null()], { description: 'Null: the place is under the floor.' }),
  togetherWith: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  unserved: Type.Union([Type.Integer(), Type.Null()], {
    description:
      'Estimate of students where filings leave the benchmark unserved, by reliable broadband, filings agreeing; null: no filing, or no number.',
  }),
  breaks: Type.Array(Type.Enum(BREAKS), {
    description:
      'Why numbers that follow from filings must not be compared with the release before: no line belongs between them. Families’ answers may.',
  }),
  sameAnswers: Type.Boolean({ description: 'The release before rests on the same collection: only filings differ.' }),
});
export type TrendPoint = Static<typeof TrendPoint>;

export const Trend = Type.Object({
  place: Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() }),
  points: Type.Array(TrendPoint, { description: 'The oldest first: by the date of the FCC filing, then as made.' }),
});
export type Trend = Static<typeof Trend>;
