import { type Static, Type } from 'typebox';
import { AudienceQuery } from '../accounts/index.ts';
import { AgreedBy, ViewInWords } from '../releases/index.ts';

const PlaceShare = Type.Object({
  kind: Type.String(),
  id: Type.String(),
  name: Type.String(),
  share: Type.Number({ description: 'Of the cluster’s students that live in the place, 0 to 1.' }),
});
const ProviderPresent = Type.Object({
  providerId: Type.Integer(),
  name: Type.String(),
  technology: Type.Integer(),
  technologyName: Type.String(),
  downloadMbps: Type.Integer(),
  uploadMbps: Type.Integer(),
  locations: Type.Integer(),
});
const NearestServed = Type.Object({
  providerId: Type.Integer(),
  name: Type.String(),
  technology: Type.Integer(),
  technologyName: Type.String(),
  distanceKm: Type.Number({
    description: 'From the cluster to the nearest hex with served locations, center to center.',
  }),
  source: Type.String(),
});

export const Cluster = Type.Object({
  id: Type.String({ description: 'Stays the same from release to release when most of the hexes do.' }),
  rank: Type.Integer({ description: 'By the chosen source in this view, 1 first.' }),
  name: Type.String(),
  estimated: Type.Integer({
    description:
      'Estimated students without service by the chosen measure and source: exact students of this view’s patches, by the share of their FCC locations that lies in the cluster and has that verdict by the filings of this view.',
  }),
  students: Type.Integer({
    description: 'Exact, of the patches of this view that lie in the cluster with all their locations.',
  }),
  households: Type.Integer({ description: 'Of the same patches.' }),
  wholePatches: Type.Integer({ description: 'How many those are.' }),
  areaKm2: Type.Number(),
  center: Type.Array(Type.Number()),
  bbox: Type.Array(Type.Number(), {
    description: 'West, south, east, north; west is greater than east where the cluster lies across 180 degrees.',
  }),
  places: Type.Array(PlaceShare),
  providersPresent: Type.Array(ProviderPresent),
  nearestServed: Type.Array(NearestServed),
  agreement: Type.Object(
    { agree: Type.Integer(), contradict: Type.Integer(), oneSided: Type.Integer() },
    {
      description:
        'Hexes by what the FCC and the state filings say of each other; all one-sided where only one of them filed.',
    },
  ),
  changedByOwnFilings: Type.Optional(
    Type.Integer({
      description:
        'The agency’s view only: hexes of the cluster of which its filings, taken together, say something else than the public ones.',
    }),
  ),
  rankParts: Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()])),
});
export type Cluster = Static<typeof Cluster>;

export const ClusterPage = Type.Object({
  release: Type.Integer(),
  audience: AudienceQuery,
  of: Type.String(),
  source: Type.String(),
  view: ViewInWords,
  agreedBy: AgreedBy,
  clusters: Type.Array(Cluster),
  next: Type.Union([Type.String(), Type.Null()]),
});
export type ClusterPage = Static<typeof ClusterPage>;

export const ClusterDetail = Type.Object({
  release: Type.Integer(),
  agreedBy: AgreedBy,
  ...Cluster.properties,
  outline: Type.Unsafe<{ type: 'MultiPolygon'; coordinates: number[][][][] }>({
    type: 'object',
    additionalProperties: true,
    description: 'GeoJSON MultiPolygon',
  }),
  cells: Type.Array(Type.String(), { description: 'H3 indexes of its hexes, res 8.' }),
  changedCells: Type.Optional(
    Type.Array(Type.String(), { description: 'The hexes of `changedByOwnFilings`; the agency’s view only.' }),
  ),
});
export type ClusterDetail = Static<typeof ClusterDetail>;
