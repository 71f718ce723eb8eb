import { type Static, Type } from 'typebox';
import { SPEED_TIERS } from '../../domain/speed.ts';
import { VERDICTS } from '../../domain/verdict.ts';
import { Counts, SourceLine } from '../releases/index.ts';

const SourceVerdict = Type.Object({
  verdict: Type.Enum(VERDICTS, {
    description:
      'Of all that is filed inside; of a hex of resolution 8 the commission’s is the one that most of its seven children have, as homes in it are counted.',
  }),
  reason: Type.String({ description: 'Who reports what, in words.' }),
});

const tierCounts = Object.fromEntries(
  Object.keys(SPEED_TIERS).map((tier) => [`locations_${tier}`, Type.Integer()]),
) as Record<`locations_${keyof typeof SPEED_TIERS}`, ReturnType<typeof Type.Integer>>;

export const Offer = Type.Object({
  provider: Type.Object({ id: Type.Integer(), name: Type.String() }),
  technology: Type.Integer(),
  technologyName: Type.String(),
  locations: Type.Integer({ description: 'Residential locations the provider reports here.' }),
  ...tierCounts,
  maxDownloadMbps: Type.Integer(),
  maxUploadMbps: Type.Integer(),
});
export type Offer = Static<typeof Offer>;

export const CoveringArea = Type.Object({
  provider: Type.Object({ id: Type.Union([Type.Integer(), Type.Null()]), name: Type.String() }),
  technology: Type.Integer(),
  technologyName: Type.String(),
  downloadMbps: Type.Number(),
  uploadMbps: Type.Number(),
  share: Type.Number({ description: 'Share of the hex the filing covers, 0 to 1.' }),
});
export type CoveringArea = Static<typeof CoveringArea>;

export const CellVerdict = Type.Object({
  release: Type.Integer(),
  h3: Type.String(),
  resolution: Type.Integer(),
  profile: Type.String(),
  tier: Type.String(),
  students: Type.Union([Counts, Type.Null()], {
    description: 'What the release publishes of this hex; null where it publishes nothing.',
  }),
  rest: Type.Boolean({ description: 'True when the numbers are of what finer hexes inside did not hold.' }),
  verdicts: Type.Object({ fcc: SourceVerdict, puc: SourceVerdict, agreed: SourceVerdict }),
  disputed: Type.Union([Type.String(), Type.Null()], {
    description: 'Why the sources cannot both be right; null when they can.',
  }),
  locations: Type.Union([Type.Integer(), Type.Null()], {
    description: 'Distinct locations all FCC filers report here; null with no FCC filing.',
  }),
  offers: Type.Array(Offer),
  areas: Type.Array(CoveringArea),
  sources: Type.Array(SourceLine),
  outside: Type.Boolean({
    description:
      'True where nothing is published of the hex and its middle lies outside the outline of the state: what the state’s filings do not say there is no verdict.',
  }),
  places: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() })),
});
export type CellVerdict = Static<typeof CellVerdict>;
