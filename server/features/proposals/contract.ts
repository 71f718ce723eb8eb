import { type Static, type TSchema, Type } from 'typebox';
import { CONFIDENTIAL_PARTS, MOST_ALTERNATIVES, type Proposal } from '../../domain/round/proposal.ts';
import { ROUND_STANDINGS } from '../../domain/round/standings.ts';
import type { Terms } from '../../domain/round/terms.ts';
import { Day, filledText, freeText, RowId, wholeNumber } from '../../platform/fields.ts';
import { Clarification } from './contract-judging.ts';

export const MOST_ATTACHMENT_BYTES = 25_000_000;
/** Of one proposal, also what its drafts had. */
export const MOST_ATTACHMENTS = 20;
const MOST_LOTS = 200;
const MOST_DOLLARS = 1e10;

export const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const dollars = wholeNumber({ minimum: 0, maximum: MOST_DOLLARS, description: 'US dollars.' });
const cents = Type.Number({ minimum: 0, maximum: 100_000, description: 'US dollars.' });
const speed = wholeNumber({ minimum: 0, maximum: 1_000_000, description: 'Mbps.' });
const Uuid = freeText({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const NewDay = Type.Union([Day, Type.Literal('')], { description: 'YYYY-MM-DD; empty: not yet said.' });

export const ProposalId = Type.Object({ id: RowId, proposal: RowId });
export const AttachmentId = Type.Object({ id: RowId, proposal: RowId, attachment: Uuid });

const Alternative = Type.Object({
  lots: Type.Array(Type.Object({ lot: RowId, subsidy: dollars, capital: dollars }), { maxItems: MOST_LOTS }),
  bundle: Type.Enum(['all', 'each'] as const, { description: 'All of its lots or none, or any of them by itself.' }),
  technology: wholeNumber({ minimum: 0, maximum: 99, description: 'BDC code.' }),
  downloadMbps: speed,
  uploadMbps: speed,
  latencyMs: wholeNumber({ minimum: 0, maximum: 10_000 }),
  share: wholeNumber({ minimum: 1, maximum: 100, description: 'Per cent of the lots’ homes it would serve.' }),
  pricePerMonth: cents,
  install: cents,
  termMonths: wholeNumber({ minimum: 0, maximum: 600 }),
  start: NewDay,
  finish: NewDay,
  milestones: Type.Array(Type.Object({ percent: wholeNumber({ minimum: 1, maximum: 100 }), day: NewDay }), {
    maxItems: 12,
  }),
});

const Attachment = Type.Object({
  id: Uuid,
  kind: Type.Enum(['pdf', 'coverage'] as const),
  name: filledText({ maxLength: 200 }),
  bytes: wholeNumber({ minimum: 1, maximum: MOST_ATTACHMENT_BYTES }),
  sha256: freeText({ pattern: '^[0-9a-f]{64}$' }),
  isConfidential: Type.Boolean(),
});

/** As `server/domain/round/proposal.ts` has it; a draft may leave all of it empty. */
export const ProposalBody = Type.Unsafe<Proposal>(
  Type.Object({
    alternatives: Type.Array(Alternative, { maxItems: MOST_ALTERNATIVES }),
    partners: freeText({ maxLength: 1000 }),
    otherMoney: freeText({ maxLength: 2000 }),
    words: freeText({ maxLength: 8000 }),
    signer: Type.Object({
      name: freeText({ maxLength: 200 }),
      title: freeText({ maxLength: 200 }),
      email: freeText({ maxLength: 200 }),
    }),
    attachments: Type.Array(Attachment, { maxItems: MOST_ATTACHMENTS }),
    confidential: Type.Array(Type.Enum(CONFIDENTIAL_PARTS), { uniqueItems: true }),
  }),
);

const amendment = wholeNumber({
  minimum: 0,
  maximum: 1_000_000,
  description: 'Number of the last amendment the provider has read; 0: none.',
});
export const SubmitBody = Type.Object({ amendment, proposal: ProposalBody });
export const ConfirmBody = Type.Object({ amendment });
export const Saved = Type.Object({ savedAt: Type.String() });

export const Receipt = Type.Object({
  round: Type.Integer(),
  version: Type.Integer(),
  submittedAt: Type.String({ description: 'By the database’s clock, ISO 8601.' }),
  hash: Type.String({ description: 'SHA-256 over the nonce’s 32 bytes and the body in UTF-8, hexadecimal.' }),
  nonce: Type.String({ description: '32 bytes, hexadecimal. Told once: keep it to prove what was submitted.' }),
  body: Type.String({ description: 'The proposal as it was sealed, JSON.' }),
});
export type Receipt = Static<typeof Receipt>;

export const Receipts = Type.Object({
  round: Type.Integer(),
  hashes: orNull(
    Type.Array(Type.String(), { description: 'Of all versions submitted, also of replaced and withdrawn ones.' }),
  ),
});

export const AttachmentQuery = Type.Object({
  name: filledText({ maxLength: 200 }),
  kind: Type.Enum(['pdf', 'coverage'] as const),
});
const Line = Type.Object({
  provider: Type.String(),
  technology: Type.Integer(),
  downloadMbps: Type.Number(),
  uploadMbps: Type.Number(),
});
export const Attached = Type.Object({
  attachment: Attachment,
  rows: Type.Array(Line, { description: 'Areas of a coverage file as they were read; none of a PDF.' }),
  notes: Type.Array(Type.String(), { description: 'What reading it assumed, repaired or left out.' }),
});
export type Attached = Static<typeof Attached>;

export const LotLine = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  students: Type.Integer(),
  households: Type.Integer(),
  reference: orNull(Type.Number({ description: 'US dollars; null: none is named or shown.' })),
});
export type LotLine = Static<typeof LotLine>;

export const Award = Type.Object({
  lot: Type.Integer(),
  provider: Type.String(),
  alternative: Type.Integer(),
  ask: Type.Number(),
  students: Type.Integer(),
});
export type Award = Static<typeof Award>;

export const RoundHead = Type.Object({
  id: Type.Integer(),
  title: Type.String(),
  standing: Type.Enum(ROUND_STANDINGS),
  closesAt: orNull(Type.String()),
  amendment: Type.Integer(),
  protestUntil: orNull(Type.String()),
  now: Type.String({ description: 'Time of the database, by which the round closes.' }),
});
export type RoundHead = Static<typeof RoundHead>;

export const ProposalRoom = Type.Object({
  round: RoundHead,
  terms: Type.Unsafe<Terms>({ type: 'object', additionalProperties: true }),
  lots: Type.Array(LotLine),
  heldBy: Type.Enum(['server', 'openers'] as const, { description: 'Who can open what is submitted.' }),
  isQualified: Type.Boolean(),
  begun: orNull(
    Type.Object({
      id: Type.Integer(),
      standing: Type.Enum(['draft', 'submitted', 'withdrawn'] as const),
      isStale: Type.Boolean({ description: 'An amendment came after it, which its provider has not confirmed.' }),
      versions: Type.Array(Type.Object({ version: Type.Integer(), submittedAt: Type.String(), hash: Type.String() })),
      clarifications: Type.Array(Clarification, { description: 'What staff ask of it once it is opened.' }),
    }),
  ),
  form: Type.Object({
    from: Type.Enum(['draft', 'version', 'last-round', 'profile'] as const, {
      description: 'What the form begins with.',
    }),
    savedAt: orNull(Type.String()),
    proposal: ProposalBody,
  }),
  awards: Type.Array(Award, { description: 'The provider’s own, once the round says what it intends.' }),
});
export type ProposalRoom = Static<typeof ProposalRoom>;
