import { type Static, Type } from 'typebox';
import { RULE_NAMES } from '../../domain/round/choice.ts';
import { DEPARTURES, type redacted } from '../../domain/round/proposal.ts';
import { filledText, freeText, RowId, wholeNumber } from '../../platform/fields.ts';
import { Award, LotLine, orNull, ProposalBody, RoundHead } from './contract.ts';
import { AlternativeScore, Clarification } from './contract-judging.ts';

const LEAST_PASSPHRASE = 12;

export const OpenerBody = Type.Object({
  passphrase: filledText({ minLength: LEAST_PASSPHRASE, maxLength: 200 }),
});
export const UnsealBody = Type.Object({ passphrase: Type.Optional(freeText({ maxLength: 200 })) });

const By = Type.Object({ who: Type.String(), at: Type.String() });
const Seal = Type.Object({
  heldBy: orNull(Type.Enum(['server', 'openers'] as const)),
  openers: Type.Array(By, {
    description: 'Whose passphrases, two of three, open the round; fewer than three: nobody’s.',
  }),
  isOpener: Type.Boolean({ description: 'The reader is one of them.' }),
  unsealings: Type.Array(By, { description: 'The two who opened it, or the first of them.' }),
  unsealedAt: orNull(Type.String()),
});
export type Seal = Static<typeof Seal>;

const Opened = Type.Object({
  id: Type.Integer(),
  provider: Type.String(),
  version: Type.Integer(),
  submittedAt: Type.String(),
  hash: Type.String(),
  isProven: Type.Boolean({ description: 'That nonce and body give the hash that was published at the closing.' }),
  isStale: Type.Boolean({ description: 'Left out of the choice: it did not confirm the last amendment.' }),
  proposal: ProposalBody,
  clarifications: Type.Array(Clarification),
});
export type Opened = Static<typeof Opened>;

/** One alternative's offer for one lot, as it stands beside the others. */
const Offer = Type.Object({
  proposal: Type.Integer(),
  provider: Type.String(),
  alternative: Type.Integer(),
  bid: Type.String(),
  lot: Type.Integer(),
  isBundle: Type.Boolean({ description: 'All of its lots or none.' }),
  subsidy: Type.Number(),
  percentOfReference: orNull(Type.Number()),
  students: Type.Integer({ description: 'The lot’s students times the share of homes: an estimate.' }),
  households: Type.Integer(),
  perStudent: orNull(Type.Number({ description: 'US dollars.' })),
  perHomeMonth: orNull(
    Type.Number({ description: 'Subsidy for each home and month of the term, and the price: US dollars.' }),
  ),
  technology: Type.Integer(),
  downloadMbps: Type.Integer(),
  uploadMbps: Type.Integer(),
  pricePerMonth: Type.Number(),
  finish: Type.String(),
  departures: Type.Array(Type.Enum(DEPARTURES), { description: 'Terms it does not meet.' }),
  overlaps: Type.Array(Type.String(), { description: 'Other bids that ask for the same lot.' }),
});
export type Offer = Static<typeof Offer>;

export const Rules = Type.Object({
  budget: wholeNumber({ minimum: 0, maximum: 1e12, description: 'US dollars.' }),
  providerCap: Type.Optional(wholeNumber({ minimum: 0, maximum: 1e12, description: 'Most for one provider.' })),
  mustHave: Type.Array(RowId, { maxItems: 200, uniqueItems: true }),
  excluded: Type.Array(
    Type.Object({
      proposal: RowId,
      reason: filledText({ maxLength: 600 }),
    }),
    { maxItems: 200 },
  ),
});
export type Rules = Static<typeof Rules>;

const BidIds = Type.Array(freeText({ pattern: '^[0-9]{1,10}(\\.[0-9]{1,10}){1,2}$' }), {
  maxItems: 400,
  uniqueItems: true,
});
export const TryBody = Type.Object({ rules: Rules, byHand: BidIds });
export type TryBody = Static<typeof TryBody>;
export const DecideBody = Type.Object({
  rules: Rules,
  chosen: BidIds,
  reason: filledText({ maxLength: 2000 }),
});
export type DecideBody = Static<typeof DecideBody>;

const Choice = Type.Object({
  chosen: Type.Array(Type.String()),
  students: Type.Integer(),
  cost: Type.Number(),
  finish: Type.Optional(Type.String()),
});
const Forced = Type.Object({
  bid: Type.String(),
  choice: orNull(Choice),
  fewerStudents: orNull(Type.Integer()),
  moreMoney: orNull(Type.Number()),
});
export const Tried = Type.Object({
  best: orNull(Type.Object({ ...Choice.properties, isProven: Type.Boolean() })),
  forced: Type.Array(Forced, {
    description: 'Each bid left out: what taking it would cost. Null: the rules forbid it.',
  }),
  greedy: Type.Object({ ...Choice.properties, broken: Type.Array(Type.Enum(RULE_NAMES)) }),
  byHand: Type.Object({ ...Choice.properties, broken: Type.Array(Type.Enum(RULE_NAMES)) }),
});
export type Tried = Static<typeof Tried>;

const Decision = Type.Object({
  chosen: Type.Array(Type.String()),
  reason: Type.String(),
  decidedAt: Type.String(),
  decidedBy: Type.String(),
  rules: Rules,
});
export type Decision = Static<typeof Decision>;

export const Evaluation = Type.Object({
  round: RoundHead,
  budget: orNull(Type.Number()),
  allowsRepair: Type.Boolean(),
  repairedBy: orNull(
    Type.Object(
      { id: Type.Integer(), title: Type.String() },
      { description: 'Round that asks again for what was not awarded.' },
    ),
  ),
  seal: Seal,
  lots: Type.Array(LotLine),
  opened: Type.Array(Opened),
  offers: Type.Array(Offer),
  scores: Type.Array(AlternativeScore, {
    description: 'By proposal and alternative; empty criteria: the round names none.',
  }),
  decision: orNull(Decision),
  awards: Type.Array(Award),
});
export type Evaluation = Static<typeof Evaluation>;

export const RedactedCopy = Type.Unsafe<ReturnType<typeof redacted>>({ type: 'object', additionalProperties: true });
export const ReasonBody = Type.Object({ reason: filledText({ maxLength: 1000 }) });
export const Repaired = Type.Object({ round: Type.Integer() });
