import { type Static, Type } from 'typebox';
import { MOST_ALTERNATIVES } from '../../domain/round/proposal.ts';
import { MOST_POINTS } from '../../domain/round/score.ts';
import { filledText, RowId, wholeNumber } from '../../platform/fields.ts';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
/** As many as a round has at most. */
const MOST_CRITERIA = 12;

export const ClarificationId = Type.Object({ id: RowId, clarification: RowId });
export const ClarifyBody = Type.Object({
  question: filledText({ maxLength: 2000 }),
  answerBy: Type.String({ format: 'date-time', description: 'From then on no answer is taken.' }),
});
export type ClarifyBody = Static<typeof ClarifyBody>;
export const ClarifiedBody = Type.Object({ answer: filledText({ maxLength: 4000 }) });

export const Clarification = Type.Object({
  id: Type.Integer(),
  question: Type.String(),
  askedAt: Type.String(),
  askedBy: orNull(Type.String({ description: 'For staff.' })),
  answerBy: Type.String(),
  isWaiting: Type.Boolean({ description: 'It may be answered now.' }),
  answer: orNull(Type.String()),
  answeredAt: orNull(Type.String()),
  answeredBy: orNull(Type.String()),
});
export type Clarification = Static<typeof Clarification>;

export const ScoresBody = Type.Object({
  alternative: wholeNumber({ minimum: 1, maximum: MOST_ALTERNATIVES }),
  scores: Type.Array(
    Type.Object({
      criterion: wholeNumber({ minimum: 1, maximum: MOST_CRITERIA, description: 'Its place in the scoring, from 1.' }),
      points: wholeNumber({ minimum: 0, maximum: MOST_POINTS, description: '0: worst.' }),
      reason: filledText({ maxLength: 1000 }),
    }),
    { minItems: 1, maxItems: MOST_CRITERIA },
  ),
});
export type ScoresBody = Static<typeof ScoresBody>;

const Given = Type.Object({
  who: Type.String(),
  points: Type.Integer(),
  reason: Type.String(),
  at: Type.String(),
  isOwn: Type.Boolean({ description: 'Given by the reader.' }),
});
export const AlternativeScore = Type.Object({
  proposal: Type.Integer(),
  alternative: Type.Integer(),
  total: orNull(
    Type.Number({ description: 'Means by weight, 0 to 100; null until each criterion has points of somebody.' }),
  ),
  criteria: Type.Array(
    Type.Object({
      name: Type.String(),
      weight: Type.Integer({ description: 'Per cent; fixed since the round opened.' }),
      mean: orNull(Type.Number()),
      given: Type.Array(Given),
    }),
  ),
});
export type AlternativeScore = Static<typeof AlternativeScore>;
