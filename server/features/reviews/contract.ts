import { type Static, Type } from 'typebox';
import { MOST_CHANGES, MOST_OF_A_CHANGE, MOST_WORDS, REVIEW_QUESTIONS, REVIEW_SUBJECTS } from '../../domain/review.ts';
import { filledText, freeText } from '../../platform/fields.ts';

const Answers = Type.Object({
  took: Type.Optional(Type.Enum(REVIEW_QUESTIONS.took)),
  hardest: Type.Optional(Type.Enum(REVIEW_QUESTIONS.hardest)),
  guide: Type.Optional(Type.Enum(REVIEW_QUESTIONS.guide)),
  uneasy: Type.Optional(Type.Enum(REVIEW_QUESTIONS.uneasy)),
  again: Type.Optional(Type.Enum(REVIEW_QUESTIONS.again)),
});

export const ReviewBody = Type.Object({
  review: Answers,
  remarks: freeText({ maxLength: MOST_WORDS, description: 'Refused where it looks like data of a student.' }),
});
export type ReviewBody = Static<typeof ReviewBody>;

const Change = Type.Object({
  about: Type.Enum(REVIEW_SUBJECTS),
  what: filledText({ maxLength: MOST_OF_A_CHANGE, description: 'A sentence, as districts will read it.' }),
});
export type Change = Static<typeof Change>;

export const ChangesBody = Type.Object({ changes: Type.Array(Change, { maxItems: MOST_CHANGES }) });

export const OwnReview = Type.Object({
  mayAnswer: Type.Boolean({ description: 'Whether a file of the district is accepted.' }),
  review: Type.Union([ReviewBody, Type.Null()]),
  changed: Type.Union([Type.Object({ collection: Type.String(), changes: Type.Array(Change) }), Type.Null()], {
    description: 'What was taken up of the last collection before this one of which anything was.',
  }),
});
export type OwnReview = Static<typeof OwnReview>;

export const Reviews = Type.Object({
  districts: Type.Integer({ description: 'That answered.' }),
  accepted: Type.Integer({ description: 'Districts whose file is accepted, which are asked.' }),
  counts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer()), {
    description: 'By question and answer, districts.',
  }),
  words: Type.Array(Type.String(), { description: 'What districts wrote, in no order and without saying which.' }),
  changes: Type.Array(Change),
});
export type Reviews = Static<typeof Reviews>;
