/**
 * What `/api/v1/collect` takes and answers. Times are ISO 8601 in UTC, days `YYYY-MM-DD`, rates 0 to 1. A district reads exact rates
 * of its own file; a coordinator reads whole percents, coded by group size, that move only when at least ten students changed.
 */
import { type Static, type TSchema, Type } from 'typebox';
import { WARNING_KINDS } from '../../domain/survey/quality.ts';
import { QUESTIONS } from '../../domain/survey.ts';
import { Day, freeText } from '../../platform/fields.ts';

const orNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()]);

const QuestionName = Type.Enum(QUESTIONS as (typeof QUESTIONS)[number][]);

const COLLECTION_STATES = ['planned', 'open', 'closed'] as const;
export const DISTRICT_STATES = [
  'not_started',
  'taken_back',
  'prepared',
  'received',
  'accepted',
  'accepted_with_notes',
] as const;
export type DistrictState = (typeof DISTRICT_STATES)[number];

export const CollectMe = Type.Object({
  role: Type.Enum(['coordinator', 'district'] as const),
  leaId: Type.Optional(Type.String()),
  districtName: Type.Optional(Type.String()),
  label: Type.String({ description: 'Who the link was given to, or who signed in.' }),
  isPerson: Type.Boolean({ description: 'True for whoever signed in; false for the holder of a link.' }),
  expiresAt: Type.String(),
  synthetic: Type.Boolean({ description: 'True when anything loaded here is made up, as in the demo.' }),
});
export type CollectMe = Static<typeof CollectMe>;

export const CollectionFields = Type.Object({
  name: freeText({ minLength: 1, maxLength: 100 }),
  opensOn: Day,
  closesOn: Day,
  questions: Type.Array(QuestionName, { minItems: 1, maxItems: 7, uniqueItems: true }),
  contact: Type.Optional(
    freeText({ maxLength: 200, description: 'Whom districts call or write to; left out, it stays as it is.' }),
  ),
});
export type CollectionFields = Static<typeof CollectionFields>;

export const Collection = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  opensOn: orNull(Day),
  closesOn: orNull(Day),
  questions: Type.Array(QuestionName),
  contact: Type.String({ description: 'Whom districts call or write to; empty: nobody is named.' }),
  state: Type.Enum(COLLECTION_STATES, { description: 'By the window; one without a window is open.' }),
  districts: Type.Object({
    total: Type.Integer(),
    notStarted: Type.Integer({ description: 'With those that took their file back.' }),
    prepared: Type.Integer(),
    received: Type.Integer(),
    accepted: Type.Integer({ description: 'With notes or without.' }),
  }),
  synthetic: Type.Boolean(),
});
export type Collection = Static<typeof Collection>;

export const CollectionList = Type.Object({
  collections: Type.Array(Collection, { description: 'The newest first.' }),
});

export const Warning = Type.Object({
  kind: Type.Enum(WARNING_KINDS),
  message: Type.String({ description: 'A sentence for a person, without a value of any student.' }),
  facts: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'What the sentence tells, for programs.' }),
  ),
});
export type Warning = Static<typeof Warning>;

export const Rate = Type.Object({
  rate: Type.Number({ minimum: 0, maximum: 1 }),
  bound: Type.Optional(
    Type.Enum(['most', 'least'] as const, { description: 'It is this much or less, or this much or more.' }),
  ),
});
export type Rate = Static<typeof Rate>;

/** A question that is missing or null: too few students to show a rate, or nothing accepted yet. */
export type QuestionRates = Partial<Record<(typeof QUESTIONS)[number], Rate | null>>;
export const QuestionRates = Type.Unsafe<QuestionRates>({
  type: 'object',
  additionalProperties: { anyOf: [Rate, { type: 'null' }] },
  description: 'Answered, of those each question was to be asked of; null: too few students to tell.',
});

export const DistrictStatus = Type.Object({
  leaId: Type.String(),
  name: Type.String(),
  state: Type.Enum(DISTRICT_STATES),
  preparedAt: orNull(Type.String()),
  receivedAt: orNull(Type.String()),
  acceptedAt: orNull(Type.String()),
  takenBackAt: orNull(
    Type.String({ description: 'When the district took back what it had accepted, and nothing was accepted since.' }),
  ),
  lastSeenAt: orNull(Type.String({ description: 'When anybody of the district last did something here.' })),
  students: orNull(
    Type.Integer({
      description:
        'With a home, accepted; before that, to the nearest ten, what the district said it prepared. Null for a coordinator.',
    }),
  ),
  enrolled: orNull(Type.Integer({ description: 'Null where no enrollment is known.' })),
  responseRate: orNull(
    Type.Object(Rate.properties, { description: 'Students with any answer, of those that `rateOf` names.' }),
  ),
  rateOf: orNull(
    Type.Enum(['enrolled', 'sent'] as const, {
      description: 'Enrolled where that is known and no fewer than answered, else sent. Null where there is no rate.',
    }),
  ),
  questionRates: QuestionRates,
  previousResponseRate: orNull(
    Type.Object(Rate.properties, { description: 'The same of the collection before, of those sent.' }),
  ),
  warnings: Type.Array(Warning),
  uploadId: orNull(Type.String({ description: 'The district’s latest upload, shown to itself.' })),
  certificateId: orNull(Type.String({ description: 'Of the accepted file: the id of its upload’s certificate.' })),
  link: orNull(Type.Object({ id: Type.Integer(), createdAt: Type.String(), expiresAt: Type.String() })),
});
export type DistrictStatus = Static<typeof DistrictStatus>;

export const MeanRate = Type.Object({
  ...Rate.properties,
  districts: Type.Integer({ description: 'Whose rates it is of.' }),
});
export type MeanRate = Static<typeof MeanRate>;

export const CollectionDetail = Type.Object({
  ...Collection.properties,
  previous: orNull(Type.Object({ id: Type.Integer(), name: Type.String() })),
  fewest: Type.Integer({ description: 'Rates of fewer students than this are null.' }),
  districtStates: Type.Array(DistrictStatus, { description: 'A district finds only itself here.' }),
  overall: orNull(
    Type.Object(
      {
        response: orNull(MeanRate),
        questions: Type.Array(Type.Object({ question: QuestionName, rate: orNull(MeanRate) })),
      },
      { description: 'Of all districts that tell, for a coordinator; null for a district.' },
    ),
  ),
});
export type CollectionDetail = Static<typeof CollectionDetail>;

export const PreparedBody = Type.Object({ students: Type.Integer({ minimum: 0, maximum: 10_000_000 }) });
export const PreparedAnswer = Type.Object({ state: Type.Enum(DISTRICT_STATES), preparedAt: Type.String() });

export const EnrollmentBody = Type.Object({
  districts: Type.Array(
    Type.Object({
      leaId: Type.String({ pattern: '^[0-9]{7}$' }),
      // Not a union: a coercing validator would turn null into 0.
      enrolled: Type.Unsafe<number | null>({
        type: ['integer', 'null'],
        minimum: 0,
        maximum: 10_000_000,
        description: 'Null: not known.',
      }),
    }),
    { minItems: 1, maxItems: 2000 },
  ),
});

export const LinksBody = Type.Object({
  leaIds: Type.Array(Type.String({ pattern: '^[0-9]{7}$' }), { minItems: 1, maxItems: 2000, uniqueItems: true }),
  days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 366, description: 'Unless told: until 14 days after the window.' }),
  ),
});
export const LinksAnswer = Type.Object({
  links: Type.Array(
    Type.Object({
      leaId: Type.String(),
      url: Type.String({ description: 'Shown only now.' }),
      tokenId: Type.Integer(),
      expiresAt: Type.String(),
    }),
  ),
});
export type LinksAnswer = Static<typeof LinksAnswer>;
