import { type Static, Type } from 'typebox';
import { LANGUAGES } from '../../domain/messages/language.ts';
import { freeText } from '../../platform/fields.ts';

export const KIT_FORMATS = ['csv', 'xlsx', 'html'] as const;
export type KitFormat = (typeof KIT_FORMATS)[number];

export const CONTENT_TYPES: Readonly<Record<KitFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
};

export const KitQuery = Type.Object({
  questions: Type.Optional(
    freeText({
      maxLength: 200,
      description: 'The questions of the survey by our column names, with commas between; all seven when left out.',
    }),
  ),
});

export const KitList = Type.Object({
  questions: Type.Array(Type.String()),
  files: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      format: Type.Enum(KIT_FORMATS),
      languages: Type.Array(Type.Enum(LANGUAGES)),
      bytes: Type.Integer(),
      url: Type.String(),
    }),
  ),
});
export type KitList = Static<typeof KitList>;

/** A file of the kit, in its own format. */
export const KitBody = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });
