/** Parts of a request that the database can hold, so that nothing else gets as far as a query. */
import { type TNumberOptions, type TStringOptions, Type } from 'typebox';

/** No control characters but tabs and line ends; PostgreSQL holds no NUL in text. */
const HELD = '[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*';

/** Text that may be blank. */
export function freeText(options: TStringOptions = {}) {
  return Type.String({ ...options, pattern: `^${HELD}$` });
}

/** Text that says something: more than spaces. */
export function filledText(options: TStringOptions = {}) {
  return Type.String({ minLength: 1, ...options, pattern: `^(?=[\\s\\S]*\\S)${HELD}$` });
}

/** Bounded on both sides: 1e309 in an address is read as an infinite whole number. */
export function wholeNumber(options: TNumberOptions = {}) {
  return Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER, ...options });
}

/** Most that an `integer` column holds. */
export const MOST_INTEGER = 2 ** 31 - 1;

/** Number of a row. */
export const RowId = Type.Integer({ minimum: 1, maximum: MOST_INTEGER });

/** What an address with one `:id` names. */
export const IdParams = Type.Object({ id: RowId });

/** Years begin at 1, as in PostgreSQL. Whether the day exists is the rule of whoever takes it. */
export const Day = Type.String({
  pattern: '^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$',
  description: 'YYYY-MM-DD',
});
