import { type Static, Type } from 'typebox';
import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import { LANGUAGES } from '../../domain/messages/language.ts';
import { VERDICT_TIERS } from '../../domain/speed.ts';
import { SOURCES } from '../../domain/verdict.ts';
import { filledText, freeText, RowId } from '../../platform/fields.ts';
import { ReleaseQuery, SourceLine, StateQuery } from '../releases/index.ts';

const DEMAND_FORMATS = ['json', 'csv', 'geojson', 'gpkg'] as const;
/** What a person sorts by; the first is the default. */
export const ORDERS = ['miles', 'students', 'households', 'locations', 'density', 'schools', 'rank'] as const;
export type Order = (typeof ORDERS)[number];
/** Who else is there. Satellites are everywhere, and count for neither. */
export const RIVALRIES = ['any', 'none', 'slow'] as const;
export type Rivalry = (typeof RIVALRIES)[number];

/** Beyond, nobody builds on from its own plant; and the search takes longer with the square. */
const FARTHEST_MILES = 60;

export const RoomQuery = Type.Object({ release: ReleaseQuery, state: StateQuery });

export const DemandQuery = Type.Object({
  release: ReleaseQuery,
  state: StateQuery,
  of: Type.Enum(CLUSTER_MEASURES, { default: 'unserved' }),
  source: Type.Enum(SOURCES, { default: 'agreed' }),
  miles: Type.Integer({
    minimum: 1,
    maximum: FARTHEST_MILES,
    default: 10,
    description: 'From the nearest hex the provider serves to the nearest hex of the cluster, center to center.',
  }),
  sort: Type.Enum(ORDERS, { default: 'miles', description: 'Miles and rank ascend; everything else descends.' }),
  students: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0, description: 'At least so many, estimated.' }),
  rivals: Type.Enum(RIVALRIES, {
    default: 'any',
    description:
      'none: nobody else but satellites reports service; slow: nobody else but satellites reports 100/20 Mbps.',
  }),
  format: Type.Enum(DEMAND_FORMATS, { default: 'json' }),
});
export type DemandQuery = Static<typeof DemandQuery>;

const Offer = Type.Object({
  name: Type.String(),
  technology: Type.Integer({ description: 'BDC code.' }),
  downloadMbps: Type.Integer(),
  uploadMbps: Type.Integer(),
  locations: Type.Integer({ description: 'FCC locations the provider reports in the cluster.' }),
});

const Overlap = Type.Object({
  plan: Type.Integer(),
  share: Type.Number({ description: 'Of the cluster’s FCC locations, inside the plan’s areas, 0 to 1.' }),
  students: Type.Integer({
    description:
      'The cluster’s estimate times that share: an estimate, never a count. Under 10 it reads "fewer than 10".',
  }),
});

export const Demand = Type.Object({
  id: Type.String(),
  rank: Type.Integer(),
  name: Type.String(),
  miles: Type.Number(),
  students: Type.Integer({ description: 'Estimated, by share of locations.' }),
  households: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Exact, of the areas published whole inside; null: none is.',
  }),
  locations: Type.Integer({ description: 'FCC locations of its hexes, homes and businesses.' }),
  squareMiles: Type.Number(),
  density: Type.Number({ description: 'FCC locations a square mile.' }),
  center: Type.Array(Type.Number()),
  bbox: Type.Array(Type.Number()),
  counties: Type.Array(Type.String()),
  schools: Type.Array(Type.String(), { description: 'Names of schools inside.' }),
  own: Type.Array(Offer, { description: 'What the provider itself reports inside.' }),
  rivals: Type.Array(Offer),
  isNew: Type.Boolean({ description: 'Not in the release before.' }),
  overlaps: Type.Array(Overlap),
});
export type Demand = Static<typeof Demand>;

const Before = Type.Object({ id: Type.Integer(), name: Type.String(), releasedAt: Type.String() });

export const DemandPage = Type.Object({
  release: Type.Integer(),
  of: Type.String(),
  source: Type.String(),
  miles: Type.Integer(),
  view: Type.String({ description: 'Release, audience and filings, in words.' }),
  clusters: Type.Array(Demand),
  near: Type.Integer({ description: 'Clusters within so many miles, before the other filters.' }),
  signed: Type.Integer({
    description: 'More within so many miles that somebody signed to serve whole: none of them is listed.',
  }),
  before: Type.Union([Before, Type.Null()], { description: 'The release compared with; null: there is none before.' }),
  gone: Type.Array(Type.Object({ id: Type.String(), name: Type.String() }), {
    description: 'Near in the release before, and no cluster in this one.',
  }),
});
export type DemandPage = Static<typeof DemandPage>;

const Served = Type.Object({
  source: Type.Enum(['fcc', 'puc'] as const),
  filing: Type.Integer(),
  technology: Type.Integer(),
  hexes: Type.Integer(),
  locations: Type.Union([Type.Integer(), Type.Null()], { description: 'Null: the filing draws areas.' }),
  locations10020: Type.Union([Type.Integer(), Type.Null()]),
  downloadMbps: Type.Integer(),
  uploadMbps: Type.Integer(),
});

export const Plan = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  fileName: Type.String(),
  areas: Type.Integer(),
  hexes: Type.Integer({ description: 'Hexes that it covers in part.' }),
  notes: Type.Array(Type.String(), { description: 'What reading the file assumed, repaired or left out.' }),
  loadedAt: Type.String(),
});
export type Plan = Static<typeof Plan>;

const Filing = Type.Object({
  id: Type.Integer(),
  ...SourceLine.properties,
  isNamed: Type.Boolean({ description: 'Whether it says anything of the provider; no other is corrected.' }),
});

export const Room = Type.Object({
  provider: Type.Object({ id: Type.Integer(), name: Type.String(), holding: Type.Union([Type.String(), Type.Null()]) }),
  release: Type.Object({
    id: Type.Integer(),
    name: Type.String(),
    synthetic: Type.Boolean(),
    benchmark: Type.Enum(VERDICT_TIERS, { description: 'Whose lack makes land underserved.' }),
  }),
  state: Type.Object({ fips: Type.String(), name: Type.String() }),
  filings: Type.Array(Filing, { description: 'Of the release, those a provider may read.' }),
  served: Type.Array(Served),
  hexes: Type.Integer({ description: 'Served by any filing, each once.' }),
  plans: Type.Array(Plan),
});
export type Room = Static<typeof Room>;

/** A larger file is cut by its sender: a state's own plan takes a tenth of it. */
export const MOST_FILE_BYTES = 32_000_000;

export const PlanQuery = Type.Object({
  name: filledText({ maxLength: 80, description: 'What the provider calls it.' }),
  file: filledText({ maxLength: 120, description: 'Name of the file, with its extension.' }),
});

export const CorrectionQuery = Type.Object({
  filing: RowId,
  file: filledText({ maxLength: 120 }),
  says: filledText({ maxLength: 600, description: 'What is wrong, in a sentence.' }),
});

export const Correction = Type.Object({
  id: Type.Integer(),
  providerId: Type.Integer(),
  providerName: Type.String(),
  filing: Type.Object({ id: Type.Integer(), publisher: Type.String(), title: Type.String(), revision: Type.String() }),
  fileName: Type.String(),
  areas: Type.Integer(),
  notes: Type.Array(Type.String(), { description: 'What reading the file assumed, repaired or left out.' }),
  says: Type.String(),
  filedAt: Type.String(),
  hexes: Type.Object(
    { before: Type.Integer(), after: Type.Integer(), added: Type.Integer(), removed: Type.Integer() },
    {
      description: 'Hexes whose center lies in the provider’s areas: by the filing it is about, and by the correction.',
    },
  ),
  decision: Type.Union([Type.Enum(['accepted', 'refused'] as const), Type.Null()]),
  reason: Type.Union([Type.String(), Type.Null()]),
  decidedAt: Type.Union([Type.String(), Type.Null()]),
});
export type Correction = Static<typeof Correction>;
export const Corrections = Type.Object({ corrections: Type.Array(Correction) });

export const DecisionBody = Type.Object({
  decision: Type.Enum(['accepted', 'refused'] as const),
  reason: filledText({ maxLength: 600 }),
});
export type DecisionBody = Static<typeof DecisionBody>;

export const AlertBody = Type.Object({
  email: filledText({ maxLength: 254, description: 'One address, without a name.' }),
  miles: Type.Integer({ minimum: 1, maximum: FARTHEST_MILES, description: 'As for the clusters of the room.' }),
  language: Type.Enum(LANGUAGES, { description: 'That the message is in.' }),
});
export type AlertBody = Static<typeof AlertBody>;

export const Alert = Type.Object({
  id: Type.Integer(),
  email: Type.String(),
  miles: Type.Integer(),
  language: Type.Enum(LANGUAGES),
  addedAt: Type.String(),
});
export type Alert = Static<typeof Alert>;
export const Alerts = Type.Object({ alerts: Type.Array(Alert) });

export const ClusterId = Type.Object({ id: freeText({ pattern: '^[0-9a-z-]{1,40}$' }) });
