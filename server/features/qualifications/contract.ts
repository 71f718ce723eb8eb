import { type Static, type TSchema, Type } from 'typebox';
import { LANGUAGES } from '../../domain/messages/language.ts';
import { QUALIFICATION_STANDINGS } from '../../domain/round/standings.ts';
import { filledText, freeText, RowId, wholeNumber } from '../../platform/fields.ts';

const orNull = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const Facts = Type.Object({
  legalName: freeText({ maxLength: 200 }),
  frn: Type.String({ pattern: '^([0-9]{10})?$', description: 'FCC registration number; empty: not said yet.' }),
  uei: Type.String({ pattern: '^([0-9A-Z]{12})?$', description: 'Unique Entity Identifier of SAM.gov; empty: none.' }),
  address: freeText({ maxLength: 300 }),
  website: freeText({ maxLength: 200 }),
  yearsInService: orNull(wholeNumber({ minimum: 0, maximum: 200 })),
  subscribers: orNull(wholeNumber({ minimum: 0, maximum: 100_000_000 })),
  technologies: Type.Array(wholeNumber({ minimum: 0, maximum: 100, description: 'BDC code.' }), {
    maxItems: 12,
    uniqueItems: true,
  }),
  experience: freeText({ maxLength: 4000 }),
  finances: freeText({ maxLength: 4000 }),
});

const Contacts = Type.Array(
  Type.Object({
    name: freeText({ maxLength: 120 }),
    part: freeText({ maxLength: 120 }),
    email: freeText({ maxLength: 200 }),
    phone: freeText({ maxLength: 60 }),
    language: Type.Optional(
      Type.Enum(LANGUAGES, { description: 'That the person is written to in; English where it is left out.' }),
    ),
  }),
  { maxItems: 10 },
);

export const ApplicationBody = Type.Object({ facts: Facts, contacts: Contacts });
export type ApplicationBody = Static<typeof ApplicationBody>;

export const DocumentQuery = Type.Object({ name: filledText({ maxLength: 200, description: 'Name of the file.' }) });

export const DecisionBody = Type.Object({
  outcome: Type.Enum(['ask', 'qualify', 'refuse'] as const),
  reason: Type.Optional(freeText({ maxLength: 1000 })),
});

const Document = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  addedAt: Type.String(),
});
export type Document = Static<typeof Document>;

const Step = Type.Object({
  move: Type.String(),
  to: Type.String(),
  at: Type.String(),
  reason: orNull(Type.String()),
});

export const Qualification = Type.Object({
  providerId: Type.Integer(),
  providerName: Type.String(),
  standing: Type.Enum(QUALIFICATION_STANDINGS),
  facts: Facts,
  contacts: Contacts,
  reason: orNull(Type.String({ description: 'Of the last question or refusal.' })),
  appliedAt: orNull(Type.String()),
  goodUntil: orNull(Type.String({ description: 'End of the last qualification.' })),
  isGood: Type.Boolean({ description: 'It may answer rounds now; also while a renewal is looked at.' }),
  documents: Type.Array(Document),
  steps: Type.Array(Step),
});
export type Qualification = Static<typeof Qualification>;
export const OwnQualification = Type.Object({ qualification: orNull(Qualification) });
export const Qualifications = Type.Object({ qualifications: Type.Array(Qualification) });

export const ProviderId = Type.Object({ provider: RowId });
