import { type Static, Type } from 'typebox';
import { Day, filledText, RowId } from '../../platform/fields.ts';

const Key = Type.String({
  description: 'FCC provider id, or the name as filed where the FCC provider list does not have it.',
});

export const CountyEvidence = Type.Object({
  id: Type.String(),
  name: Type.String(),
  patches: Type.Integer(),
  students: Type.Integer({ description: 'Sum of the published counts of those patches.' }),
});
export type CountyEvidence = Static<typeof CountyEvidence>;

export const Doubt = Type.Object({
  id: Type.Integer(),
  source: Type.Enum(['fcc', 'puc']),
  publisher: Type.String(),
  title: Type.String(),
  asOf: Type.String(),
  reason: Type.String(),
  writtenAt: Type.String(),
  writtenBy: Type.String(),
});
export type Doubt = Static<typeof Doubt>;

export const ProviderLine = Type.Object({
  key: Key,
  providerId: Type.Union([Type.Integer(), Type.Null()]),
  name: Type.String(),
  filedBy: Type.Enum(['both', 'fcc', 'puc'], {
    description: 'Which filings name the provider at all, at any speed and by any technology.',
  }),
  claimsNothing: Type.Union([Type.Enum(['fcc', 'puc']), Type.Null()], {
    description:
      'Where both name the provider: the one that claims nothing for it at this speed by these technologies.',
  }),
  confidentiality: Type.Union([Type.Enum(['public', 'agency', 'restricted']), Type.Null()], {
    description: 'Of the state filings that name the provider, the one that the fewest may read.',
  }),
  fccHexes: Type.Integer({ description: 'Res-8 hexagons in which the provider reports a location to the FCC.' }),
  pucHexes: Type.Integer({ description: 'Res-8 hexagons that its state filing reaches: at least one of seven parts.' }),
  bothHexes: Type.Integer(),
  fccOnlyHexes: Type.Integer(),
  pucOnlyHexes: Type.Integer(),
  share: Type.Number({ description: 'Hexagons only one filing claims, of those that either claims: 0 to 1.' }),
  fccLocations: Type.Integer(),
  fccOnlyLocations: Type.Integer({
    description: 'Locations it reports to the FCC in hexagons its state filing leaves out.',
  }),
  pucOnlyLocations: Type.Integer({
    description:
      'An estimate: FCC locations of all providers in hexagons that only its state filing claims, by the share of each that is claimed.',
  }),
  families: Type.Object({
    patches: Type.Integer({
      description: 'Areas whose families say "Not Available" where the provider’s filing says served.',
    }),
    students: Type.Integer({ description: 'Sum of their published counts, over the state.' }),
  }),
  doubts: Type.Integer(),
});
export type ProviderLine = Static<typeof ProviderLine>;

export const FilingLine = Type.Object({
  id: Type.Integer(),
  source: Type.Enum(['fcc', 'puc']),
  publisher: Type.String(),
  title: Type.String(),
  asOf: Type.String(),
  revision: Type.String(),
  confidentiality: Type.String(),
  dockets: Type.Array(Type.Object({ id: Type.Integer(), number: Type.String(), writtenBy: Type.String() })),
  technologies: Type.Array(
    Type.Object({
      technology: Type.Integer(),
      rows: Type.Integer({ description: 'FCC: offers of a provider in a hexagon. State: areas.' }),
      withoutSpeed: Type.Integer({ description: 'With 0 Mbps down or up.' }),
    }),
  ),
  withoutProvider: Type.Integer({ description: 'State: areas whose provider the FCC provider list does not have.' }),
  notForHomes: Type.Integer({ description: 'State: areas filed for businesses alone.' }),
});
export type FilingLine = Static<typeof FilingLine>;

export const ChallengeWindow = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  opensOn: Type.String(),
  closesOn: Type.String(),
});
export type ChallengeWindow = Static<typeof ChallengeWindow>;

export const Workbench = Type.Object({
  role: Type.Enum(['agency', 'puc'], { description: 'Restricted filings are compared for the commission alone.' }),
  state: Type.Object({ fips: Type.String(), name: Type.String() }),
  release: Type.Object({ id: Type.Integer(), name: Type.String() }),
  profile: Type.String(),
  tier: Type.String(),
  providers: Type.Array(ProviderLine),
  filings: Type.Array(FilingLine),
  windows: Type.Array(ChallengeWindow),
});
export type Workbench = Static<typeof Workbench>;

export const ProviderFile = Type.Object({
  line: ProviderLine,
  release: Type.Object({ id: Type.Integer(), name: Type.String() }),
  counties: Type.Array(CountyEvidence),
  doubts: Type.Array(Doubt),
  areas: Type.Array(
    Type.Object({
      technology: Type.Integer(),
      publisher: Type.String(),
      title: Type.String(),
      areas: Type.Integer(),
      downloadMbps: Type.Number(),
      uploadMbps: Type.Number(),
    }),
  ),
  filings: Type.Array(FilingLine),
  windows: Type.Array(ChallengeWindow),
});
export type ProviderFile = Static<typeof ProviderFile>;

const FilingKey = {
  source: Type.Enum(['fcc', 'puc']),
  publisher: filledText({ maxLength: 300 }),
  title: filledText({ maxLength: 300 }),
  asOf: Day,
};

export const NoteBody = Type.Object({
  kind: Type.Enum(['docket', 'doubt']),
  filing: Type.Object(FilingKey),
  provider: Type.Union([
    Type.Object({
      id: Type.Union([RowId, Type.Null()]),
      name: filledText({ maxLength: 300 }),
    }),
    Type.Null(),
  ]),
  words: filledText({ maxLength: 1000 }),
});
export type NoteBody = Static<typeof NoteBody>;

export const WindowBody = Type.Object({ name: filledText({ maxLength: 200 }), opensOn: Day, closesOn: Day });
export type WindowBody = Static<typeof WindowBody>;

export const Written = Type.Object({ id: Type.Integer() });
