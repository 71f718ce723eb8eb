import { type Static, Type } from 'typebox';
import { LATENESS_TIERS } from '../../domain/round/commitment.ts';
import { COMMITMENT_STANDINGS } from '../../domain/round/standings.ts';
import { filledText, RowId } from '../../platform/fields.ts';

/** A file that a provider sends. */
export const MOST_EVIDENCE_BYTES = 25_000_000;
export const EVIDENCE_KINDS = ['coverage', 'speed-tests', 'photograph'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);

const OFFER = {
  technology: Type.Integer({ description: 'BDC code.' }),
  downloadMbps: Type.Number(),
  uploadMbps: Type.Number(),
  pricePerMonth: Type.Number({ description: 'US dollars a household.' }),
  finish: Type.String(),
};

const ToSign = Type.Object({
  lot: Type.Integer(),
  name: Type.String(),
  round: Type.Object({ id: Type.Integer(), title: Type.String() }),
  ask: Type.Integer({ description: 'US dollars awarded.' }),
  homes: Type.Integer(),
  milestones: Type.Array(Type.Object({ percent: Type.Integer(), dueOn: Type.String() })),
  ...OFFER,
});

const Summary = {
  id: Type.Integer(),
  name: Type.String(),
  provider: Type.String(),
  round: Type.Object({ id: Type.Integer(), title: Type.String() }),
  standing: Type.Enum(COMMITMENT_STANDINGS),
  homes: Type.Integer({ description: 'Households of the lot, by the share offered.' }),
  students: Type.Integer(),
  counties: Type.Array(Type.String()),
  percent: Type.Integer({ description: 'Of the homes: accepted so far.' }),
  tier: Type.Enum(LATENESS_TIERS, {
    description:
      '0: on time, or less than 5 % short of what is due. 1: from 5 %. 2: from 15 %. 3: from 25 %. 4: from 50 %.',
  }),
  nextDueOn: Nullable(Type.String()),
  signedAt: Type.String(),
};
export const CommitmentSummary = Type.Object(Summary);
export type CommitmentSummary = Static<typeof CommitmentSummary>;

export const Commitments = Type.Object({
  party: Type.Enum(['staff', 'provider']),
  toSign: Type.Array(ToSign),
  commitments: Type.Array(CommitmentSummary),
});
export type Commitments = Static<typeof Commitments>;

const Found = Type.Object(
  {
    areas: Type.Optional(Type.Integer({ description: 'Areas of a coverage file.' })),
    percent: Type.Optional(
      Nullable(Type.Integer({ description: 'Of the lot’s FCC locations, an estimate: those its areas cover.' })),
    ),
    tests: Type.Optional(Type.Integer({ description: 'Rows of speed tests.' })),
    meeting: Type.Optional(
      Type.Integer({ description: 'Of those, that reach four fifths of the committed speed both ways.' }),
    ),
    format: Type.Optional(Type.String({ description: 'Of a photograph: jpeg, png or webp.' })),
  },
  { description: 'What was read from the file.' },
);
export type Found = Static<typeof Found>;

const Evidence = Type.Object({
  id: Type.Integer(),
  kind: Type.Enum(EVIDENCE_KINDS),
  name: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  found: Found,
  addedAt: Type.String(),
  addedBy: Type.String(),
});

const Report = Type.Object({
  id: Type.Integer(),
  words: Type.String(),
  reportedAt: Type.String(),
  reportedBy: Type.String(),
  decision: Nullable(Type.Enum(['accepted', 'returned'])),
  reason: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
});

export const Commitment = Type.Object({
  party: Type.Enum(['staff', 'provider']),
  ...Summary,
  ...OFFER,
  ask: Type.Integer(),
  signedBy: Type.String(),
  reason: Nullable(Type.String({ description: 'Why it failed.' })),
  seen: Nullable(
    Type.Object({
      asOf: Type.String(),
      percent: Type.Integer({ description: 'Of the lot’s FCC locations, reported by the provider at this speed.' }),
    }),
  ),
  milestones: Type.Array(
    Type.Object({
      number: Type.Integer(),
      percent: Type.Integer(),
      dueOn: Type.String(),
      locations: Nullable(Type.Integer({ description: 'FCC locations that these are.' })),
      ofLocations: Nullable(Type.Integer()),
      countedAsOf: Nullable(Type.String({ description: 'Filing of the count, and its revision.' })),
      countedRevision: Nullable(Type.String()),
      acceptedAt: Nullable(Type.String()),
      evidence: Type.Array(Evidence),
      reports: Type.Array(Report),
    }),
  ),
  steps: Type.Array(
    Type.Object({
      move: Type.String(),
      to: Type.String(),
      at: Type.String(),
      who: Type.String(),
      reason: Nullable(Type.String()),
    }),
  ),
});
export type Commitment = Static<typeof Commitment>;

export const SignBody = Type.Object({ lot: RowId });
export const ReportBody = Type.Object({ words: filledText({ maxLength: 4000 }) });
export const EvidenceQuery = Type.Object({
  kind: Type.Enum(EVIDENCE_KINDS),
  file: filledText({ maxLength: 200, description: 'Name of the file.' }),
});
export const EvidenceId = Type.Object({ id: RowId, evidence: RowId });
export const DecisionBody = Type.Object({
  ruling: Type.Enum(['accepted', 'returned']),
  reason: Type.Optional(filledText({ maxLength: 1000 })),
});
export type DecisionBody = Static<typeof DecisionBody>;
export const DefaultBody = Type.Object({ reason: filledText({ maxLength: 1000 }) });

export const Committed = Type.Object({
  release: Type.Integer(),
  commitments: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      provider: Type.String(),
      round: Type.String(),
      standing: Type.Enum(['signed', 'late', 'complete', 'seen', 'default']),
      homes: Type.Integer({ description: 'Rounded to fives.' }),
      counties: Type.Array(Type.String()),
      technology: Type.Integer(),
      downloadMbps: Type.Number(),
      uploadMbps: Type.Number(),
      signedOn: Type.String(),
      dueOn: Type.String(),
      percent: Type.Integer({ description: 'Of the homes: accepted so far.' }),
      seenAsOf: Nullable(Type.String({ description: 'Of the filing that confirms it.' })),
    }),
  ),
  clusters: Type.Array(
    Type.Object({
      of: Type.String(),
      id: Type.String(),
      percent: Type.Integer({ description: 'Of its FCC locations on committed land, in tens.' }),
      confirmed: Type.Integer({ description: 'Of those, on land that a later filing confirms: in tens of all.' }),
    }),
  ),
});
export type Committed = Static<typeof Committed>;
