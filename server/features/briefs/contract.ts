import { type Static, Type } from 'typebox';
import { LANGUAGES } from '../../domain/messages/language.ts';
import { Day, filledText } from '../../platform/fields.ts';
import { AudienceQuery } from '../accounts/index.ts';

const Row = Type.Array(Type.String());
const NumberRows = Type.Object({
  title: Type.String(),
  head: Row,
  rows: Type.Array(Row, { description: 'Cells in the order of the head; a hidden number is words.' }),
  note: Type.String(),
});
const Figure = Type.Object({ value: Type.String(), what: Type.String() });

export const AskBody = Type.Object({
  dollars: Type.Union([Type.Integer({ minimum: 1, maximum: 1e12 }), Type.Null()], { description: 'US dollars.' }),
  program: Type.Union([filledText({ maxLength: 90 }), Type.Null()]),
  due: Type.Union([Day, Type.Null()]),
  isPublic: Type.Boolean({ description: 'Whether everybody’s brief shows it; otherwise only the agency’s does.' }),
});
export type AskBody = Static<typeof AskBody>;

export const Ask = Type.Object({
  ...AskBody.properties,
  writtenAt: Type.String(),
  writtenBy: Type.Union([Type.String(), Type.Null()], { description: 'For the agency: label of the token.' }),
});
export type Ask = Static<typeof Ask>;

/** Everything a renderer needs, in words of one language: page, PDF, slide and picture say the same. */
export const Brief = Type.Object({
  language: Type.Enum(LANGUAGES),
  release: Type.Integer(),
  audience: AudienceQuery,
  kind: Type.String(),
  id: Type.String(),
  above: Type.String({ description: 'Kind of place and state.' }),
  title: Type.String(),
  marks: Type.Array(Type.String(), { description: 'That it is made up, or a draft.' }),
  sentence: Type.String({ description: 'What may be said of the place in one breath, with how it is known.' }),
  figure: Type.Object({
    lead: Type.String({ description: 'Before the number: about, at least, fewer than; empty where it is hidden.' }),
    ...Figure.properties,
    change: Type.String(),
  }),
  small: Type.Array(Figure),
  map: Type.Object({ alt: Type.String() }),
  why: NumberRows,
  answers: NumberRows,
  providers: Type.Object({
    title: Type.String(),
    parts: Type.Array(Type.Object({ title: Type.String(), rows: Row })),
    none: Type.String(),
  }),
  clusters: NumberRows,
  ask: Type.Object({ title: Type.String(), rows: Type.Array(Row) }),
  asked: Type.Union([Ask, Type.Null()], { description: 'The ask as it was written.' }),
  sources: Type.Object({ title: Type.String(), lines: Type.Array(Type.String()) }),
  link: Type.Object({
    words: Type.String(),
    address: Type.String({ description: 'Short address of this brief in this release.' }),
    permanent: Type.String(),
    qrAlt: Type.String(),
  }),
});
export type Brief = Static<typeof Brief>;
