/** The log of disclosures over HTTP. Rules: 34 CFR 99.32, the required content of a disclosure record. */
import { type Static, Type } from 'typebox';
import { DISCLOSED_TO } from '../../domain/actor.ts';
import { filledText, freeText } from '../../platform/fields.ts';

const DISCLOSURE_KINDS = ['release', 'access', 'export', 'certificate', 'other'] as const;

export const DisclosureBody = Type.Object({
  who: filledText({ maxLength: 200, description: 'Who received it.' }),
  what: filledText({ maxLength: 500, description: 'What they received.' }),
  audience: Type.Enum(DISCLOSED_TO),
  basis: filledText({
    maxLength: 300,
    description: 'On what ground, such as "34 CFR 99.31(b), de-identified".',
  }),
  note: Type.Optional(freeText({ maxLength: 1000 })),
});
export type DisclosureBody = Static<typeof DisclosureBody>;

export const Disclosure = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  kind: Type.Enum(DISCLOSURE_KINDS),
  who: Type.String(),
  what: Type.String(),
  audience: Type.String(),
  basis: Type.String(),
  note: Type.Union([Type.String(), Type.Null()]),
  enteredBy: Type.String({ description: '"Gapmap" for what it wrote itself, else the label of the link.' }),
});
export type Disclosure = Static<typeof Disclosure>;

export const DisclosureList = Type.Object({
  disclosures: Type.Array(Disclosure, { description: 'The newest first.' }),
  next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor of the next page; null at the end.' }),
});
export type DisclosureList = Static<typeof DisclosureList>;
