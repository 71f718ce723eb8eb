import { type Static, Type } from 'typebox';
import { BREAKS } from '../../domain/trend.ts';
import { Day } from '../../platform/fields.ts';
import { StateQuery } from '../releases/index.ts';

export const RoadmapQuery = { state: StateQuery };

const Names = Type.Array(Type.String());
const Standing = Type.Enum(['planned', 'open', 'closed'] as const);

export const RoadmapCollection = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  opensOn: Type.Union([Day, Type.Null()]),
  closesOn: Type.Union([Day, Type.Null()]),
  state: Standing,
  questions: Names,
  districts: Type.Object({ total: Type.Integer(), linked: Type.Integer(), accepted: Type.Integer() }),
});
export type RoadmapCollection = Static<typeof RoadmapCollection>;

export const RoadmapRelease = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  releasedAt: Type.String(),
  standing: Type.String(),
  current: Type.Boolean(),
  collection: Type.String(),
  fccAsOf: Type.Union([Type.String(), Type.Null()]),
  filers: Type.Array(Type.String(), { description: 'fcc, puc.' }),
  synthetic: Type.Boolean(),
});
export type RoadmapRelease = Static<typeof RoadmapRelease>;

export const Roadmap = Type.Object({
  state: Type.Union([Type.Object({ fips: Type.String(), name: Type.String() }), Type.Null()]),
  today: Day,
  collections: Type.Union([Type.Array(RoadmapCollection), Type.Null()], {
    description: 'The oldest first; null for whoever is no coordinator.',
  }),
  releases: Type.Array(RoadmapRelease, { description: 'By the date of their FCC filings, the oldest first.' }),
  filings: Type.Array(Type.Object({ asOf: Day, issued: Type.Array(Day) }), {
    description: 'Of the FCC, as they are loaded, with the day of each issue.',
  }),
  windows: Type.Array(Type.Object({ asOf: Day, aboutOut: Day }), {
    description: 'Of the FCC, none of them loaded: past ones, and the next two to come.',
  }),
  newestOut: Type.String({ description: 'As of which day the newest FCC filing that should be out is.' }),
  comparedCollections: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      added: Names,
      dropped: Names,
      missing: Type.Array(Type.String(), { description: 'Districts of the earlier alone, by name.' }),
      joined: Type.Array(Type.String(), { description: 'Districts of the later alone, by name.' }),
      isClosed: Type.Boolean({ description: 'Of the later: before that nothing is said of its districts.' }),
    }),
  ),
  comparedReleases: Type.Array(
    Type.Object({
      from: Type.String(),
      to: Type.String(),
      breaks: Type.Array(Type.Enum(BREAKS)),
      otherFloors: Type.Boolean(),
      sameAnswers: Type.Boolean(),
    }),
  ),
});
export type Roadmap = Static<typeof Roadmap>;
