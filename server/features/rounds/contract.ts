import { type Static, Type } from 'typebox';
import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import { ROUND_STANDINGS } from '../../domain/round/standings.ts';
import { Day, filledText, freeText, wholeNumber } from '../../platform/fields.ts';
import { Lot } from './contract-lots.ts';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
const dollars = (maximum: number) => orNull(Type.Number({ minimum: 0, maximum, description: 'US dollars.' }));
const Moment = Type.String({ format: 'date-time', description: 'ISO 8601 with the time zone.' });
const YEAR_SECONDS = 31_536_000;
const MOST_CRITERIA = 12;

const Terms = Type.Object({
  downloadMbps: orNull(wholeNumber({ minimum: 1, maximum: 100_000 })),
  uploadMbps: orNull(wholeNumber({ minimum: 1, maximum: 100_000 })),
  latencyMs: orNull(wholeNumber({ minimum: 1, maximum: 10_000 })),
  pricePerMonth: dollars(10_000),
  install: dollars(100_000),
  equipmentPerMonth: dollars(10_000),
  dataCapGb: orNull(wholeNumber({ minimum: 1, maximum: 1_000_000 })),
  termMonths: orNull(wholeNumber({ minimum: 1, maximum: 600 })),
  lowCostPlan: dollars(10_000),
  startBy: orNull(Day),
  finishBy: orNull(Day),
  words: freeText({ maxLength: 4000 }),
});

const Scoring = Type.Array(
  Type.Object({
    name: filledText({ maxLength: 120 }),
    weight: wholeNumber({ minimum: 1, maximum: 100, description: 'Per cent.' }),
  }),
  { maxItems: MOST_CRITERIA },
);

/** What staff set of a round before it opens. */
export const RoundBody = Type.Object({
  title: filledText({ maxLength: 200 }),
  terms: Terms,
  scoring: Scoring,
  budget: orNull(wholeNumber({ minimum: 0, maximum: 1e12, description: 'US dollars; staff alone read it.' })),
  showsReference: Type.Boolean({ description: 'Whether providers see the reference amounts.' }),
  allowsRepair: Type.Boolean(),
  marginSeconds: wholeNumber({
    minimum: 0,
    maximum: YEAR_SECONDS,
    description: 'Remains at least after an amendment.',
  }),
  protestSeconds: wholeNumber({ minimum: 0, maximum: YEAR_SECONDS }),
  questionsCloseAt: orNull(Moment),
  closesAt: orNull(Moment),
});
export type RoundBody = Static<typeof RoundBody>;

export const DraftBody = Type.Object({
  title: filledText({ maxLength: 200 }),
  measure: Type.Enum(CLUSTER_MEASURES, { description: 'Clusters that its lots begin with.' }),
});
export type DraftBody = Static<typeof DraftBody>;

export const AmendBody = Type.Object({
  reason: filledText({ maxLength: 1000 }),
  terms: Terms,
  scoring: Scoring,
  questionsCloseAt: orNull(Moment),
  closesAt: Moment,
});
export type AmendBody = Static<typeof AmendBody>;

/** Moves that staff make here; the others belong to proposals. */
export const STAFF_MOVES = ['share', 'open', 'cancel', 'fail'] as const;
export const MoveBody = Type.Object({ reason: Type.Optional(freeText({ maxLength: 1000 })) });

export const QuestionBody = Type.Object({ question: filledText({ maxLength: 2000 }) });
export const AnswerBody = Type.Object({ answer: filledText({ maxLength: 4000 }) });

const TIMES = {
  sharedAt: orNull(Type.String()),
  openedAt: orNull(Type.String()),
  questionsCloseAt: orNull(Type.String()),
  closesAt: orNull(Type.String()),
  protestUntil: orNull(Type.String()),
  endedAt: orNull(Type.String()),
};
const HEAD = {
  id: Type.Integer(),
  title: Type.String(),
  standing: Type.Enum(ROUND_STANDINGS),
  repairs: orNull(Type.Integer({ description: 'Round whose lots without award it asks for again.' })),
  amendment: Type.Integer({ description: 'Number of the last amendment; 0: none.' }),
  ...TIMES,
};

export const PublicRound = Type.Object({
  ...HEAD,
  counties: Type.Array(Type.String({ description: 'Names.' })),
  answers: Type.Array(Type.Object({ question: Type.String(), answer: Type.String(), answeredAt: Type.String() })),
});
export type PublicRound = Static<typeof PublicRound>;
export const PublicRounds = Type.Object({ rounds: Type.Array(PublicRound) });

export const RoundLine = Type.Object({ ...HEAD, lots: Type.Integer() });
export type RoundLine = Static<typeof RoundLine>;

const Question = Type.Object({
  id: Type.Integer(),
  question: Type.String(),
  askedAt: orNull(Type.String({ description: 'Null: another provider asked.' })),
  answer: orNull(Type.String()),
  answeredAt: orNull(Type.String()),
  isOwn: Type.Boolean({ description: 'Asked by the reader. Nobody but staff learns who else asked.' }),
  askedBy: orNull(Type.String({ description: 'Name of the provider, for staff.' })),
});
export type Question = Static<typeof Question>;

const Changes = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });
const Amendment = Type.Object({
  number: Type.Integer(),
  at: Type.String(),
  reason: Type.String(),
  before: Changes,
  after: Changes,
});
const Step = Type.Object({
  move: Type.String(),
  to: Type.String(),
  at: Type.String(),
  who: orNull(Type.String({ description: 'For staff.' })),
  reason: orNull(Type.String()),
});
export type Step = Static<typeof Step>;

export const RoundsOfParty = Type.Object({
  party: Type.Enum(['staff', 'provider'] as const),
  rounds: Type.Array(RoundLine),
});
export type RoundsOfParty = Static<typeof RoundsOfParty>;

export const Round = Type.Object({
  ...HEAD,
  party: Type.Enum(['staff', 'provider'] as const),
  now: Type.String({ description: 'Time of the database, by which the round closes.' }),
  release: Type.Object({ id: Type.Integer(), name: orNull(Type.String()) }),
  measure: Type.Enum(CLUSTER_MEASURES),
  terms: Terms,
  scoring: Scoring,
  budget: orNull(Type.Number({ description: 'Null for providers.' })),
  showsReference: Type.Boolean(),
  allowsRepair: Type.Boolean(),
  marginSeconds: Type.Integer(),
  protestSeconds: Type.Integer(),
  reason: orNull(Type.String()),
  lots: Type.Array(Lot),
  questions: Type.Array(Question),
  amendments: Type.Array(Amendment),
  steps: Type.Array(Step),
});
export type Round = Static<typeof Round>;
