import { type Static, Type } from 'typebox';
import { VERDICT_TIERS } from '../../domain/speed.ts';
import { FILERS } from '../../domain/verdict.ts';
import { AudienceQuery } from '../accounts/index.ts';
import { Counts } from './contract-counts.ts';

export const ReleaseQuery = Type.String({
  default: 'current',
  pattern: '^(current|[0-9]{1,9})$',
  description: 'Id of a release, or `current`.',
});

export const StateQuery = Type.Optional(
  Type.String({
    pattern: '^[0-9]{2}$',
    description: 'FIPS code of the state. `current` needs it where releases of several states are published.',
  }),
);

export const NoFixedResidence = Type.Union([Type.Integer(), Type.Null()], {
  description: 'Students without a fixed residence, who count in no other number; null = hidden: none, or too few.',
});

export const AgreedBy = Type.Array(Type.Enum(FILERS), {
  description:
    'Whose filings this view rests on. With both, `agreed` is what both say; with one, what that one says; with none, nothing is known of service.',
});

export const SourceLine = Type.Object({
  source: Type.Union([Type.Literal('fcc'), Type.Literal('puc')]),
  publisher: Type.String(),
  title: Type.String(),
  asOf: Type.String({ description: 'Date the coverage is of.' }),
  revision: Type.String({ description: 'Date of this edition of it.' }),
  technologies: Type.Array(
    Type.Object({ technology: Type.Integer({ description: 'BDC code.' }), revision: Type.String() }),
    {
      description:
        'FCC: the date of each technology’s file. Empty for state filings, and in releases made before it was kept.',
    },
  ),
  synthetic: Type.Boolean(),
  correctedFor: Type.Optional(
    Type.String({ description: 'Provider whose correction of the filing the state accepted; this edition holds it.' }),
  ),
});
export type SourceLine = Static<typeof SourceLine>;

export const FilingsOfView = Type.Object({
  used: Type.Integer({ description: 'Filings this view rests on.' }),
  of: Type.Integer({
    description: 'Filings the release rests on, those this view may not read among them: how many, never which.',
  }),
  older: Type.Integer({
    description: 'Of the used, those of which a newer edition is in the release that this view may not read.',
  }),
  byPublic: Type.Integer({ description: 'Filings of the release that the public’s view rests on.' }),
});
export type FilingsOfView = Static<typeof FilingsOfView>;

const ReadStanding = Type.Enum(['draft', 'published'], {
  description: 'A draft is read by the agency of its state alone, until it is published.',
});

export const Release = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  releasedAt: Type.String(),
  standing: ReadStanding,
  synthetic: Type.Boolean({ description: 'True when anything in it was made up, as in the demo.' }),
  state: Type.Object({
    fips: Type.String(),
    name: Type.String(),
    bounds: Type.Array(Type.Number(), {
      minItems: 4,
      maxItems: 4,
      description:
        'West, south, east, north of what a map should show first: the state, without islands far from every student; west is greater than east where that lies across 180 degrees.',
    }),
  }),
  collection: Type.String(),
  floors: Type.Object({ students: Type.Integer(), households: Type.Integer() }),
  benchmark: Type.Enum(VERDICT_TIERS, { description: 'Speed that levers are counted at, of places.' }),
  townStudents: Type.Integer({ description: 'Fewest students of a town with numbers of its own.' }),
  audience: AudienceQuery,
  audiences: Type.Array(Type.String(), { description: 'Audiences this caller may ask for.' }),
  ended: Type.Optional(Type.Boolean({ description: 'This browser came by a link, and its session is over.' })),
  sources: Type.Array(SourceLine),
  filings: FilingsOfView,
  agreedBy: AgreedBy,
  commission: Type.String({ description: 'What the state calls its utility commission.' }),
  totals: Type.Union([Counts, Type.Null()]),
  noFixedResidence: NoFixedResidence,
  statistics: Type.Array(Type.String(), { description: 'Keys this view can answer.' }),
});
export type Release = Static<typeof Release>;

export const ReleaseList = Type.Object({
  releases: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      releasedAt: Type.String(),
      fccAsOf: Type.Union([Type.String(), Type.Null()]),
      current: Type.Boolean({ description: 'Of its state.' }),
      standing: ReadStanding,
      state: Type.Object({ fips: Type.String(), name: Type.String() }),
      synthetic: Type.Boolean({ description: 'Made up, as in the demo.' }),
    }),
  ),
  log: Type.Optional(
    Type.Array(
      Type.Object({
        release: Type.Integer(),
        name: Type.String(),
        standing: Type.Enum(['draft', 'published', 'withdrawn', 'discarded'], {
          description: 'What the step made of it. Discarded: withdrawn before it was published.',
        }),
        at: Type.String(),
        by: Type.String({ description: 'Who took the step, as the command was told.' }),
        reason: Type.Union([Type.String(), Type.Null()]),
        current: Type.Union([Type.Integer(), Type.Null()], {
          description: 'The current release of the state after it; null = none.',
        }),
      }),
      { description: 'For the agency: every step of the state’s releases, the newest first.' },
    ),
  ),
});
export type ReleaseList = Static<typeof ReleaseList>;

export const Patch = Type.Object({
  patch: Type.Integer(),
  h3: Type.String(),
  resolution: Type.Integer(),
  rest: Type.Boolean({ description: 'True: what finer patches inside the same hex did not hold.' }),
  leaIds: Type.Array(Type.String()),
  county: Type.Union([Type.String(), Type.Null()], {
    description: 'GEOID of the county the patch counts to, whose levers its estimates follow.',
  }),
  ...Counts.properties,
});
export type Patch = Static<typeof Patch>;

export const ViewInWords = Type.String({
  description:
    'Whose view, and how many of the release’s filings it rests on. Stands in every row of a CSV or GeoJSON.',
});

export const PatchPage = Type.Object({
  release: Type.Integer(),
  audience: AudienceQuery,
  view: ViewInWords,
  agreedBy: AgreedBy,
  patches: Type.Array(Patch),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page; null at the end.' }),
});
export type PatchPage = Static<typeof PatchPage>;
