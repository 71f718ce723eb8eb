import { FIELD_WORDS, FIELDS, type Field, guessMapping, type Mapping } from '../../domain/anonymize/index.ts';
import { anonymizeErrors } from './errors.ts';

/**
 * The columns an export is read by: guessed, and then as the person said.
 *
 * @param said pairs such as "student_id=Student_Number,grade_level=": by the column's name or its number ("#3"), or nothing to read no such column
 * @throws Refusal anonymize.columns
 */
export function mappingOf(header: readonly string[], samples: readonly string[][], said: string | undefined): Mapping {
  return mappingSaid(header, guessMapping(header, samples).mapping, said);
}

/** A guess, corrected by what the person said. @throws Refusal anonymize.columns */
export function mappingSaid(header: readonly string[], guess: Mapping, said: string | undefined): Mapping {
  const mapping = { ...guess };
  for (const pair of said?.split(',') ?? []) {
    const [field = '', name = ''] = pair.split('=').map((part) => part.trim());
    if (!isField(field)) throw anonymizeErrors.columns(`the words before "=" are ${FIELDS.join(', ')}`);
    if (name === '') {
      delete mapping[field];
      continue;
    }
    const column = columnAt(header, name);
    if (column === undefined) throw anonymizeErrors.columns(`the file has no column of the name given for ${field}`);
    for (const other of FIELDS) if (mapping[other] === column) delete mapping[other];
    mapping[field] = column;
  }
  return mapping;
}

function columnAt(header: readonly string[], name: string): number | undefined {
  const number = /^#(\d+)$/.exec(name)?.[1];
  const column =
    number === undefined
      ? header.findIndex((text) => text.trim().toLowerCase() === name.toLowerCase())
      : Number(number) - 1;
  return column >= 0 && column < header.length ? column : undefined;
}

/** What is read from which column, and what is not read, for a person to look over. */
export function mappingInWords(header: readonly string[], mapping: Mapping): string[] {
  const columns = FIELDS.flatMap((field) => {
    const column = mapping[field];
    return column === undefined ? [] : [{ ...FIELD_WORDS[field], from: columnName(header, column) }];
  });
  const widthOf = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const [names, froms] = [widthOf(columns.map(({ name }) => name)), widthOf(columns.map(({ from }) => from))];
  const lines = columns.map(
    ({ name, from, becomes }) => `  ${name.padEnd(names)}  from ${from.padEnd(froms)}  ${becomes}`,
  );
  const read = new Set(Object.values(mapping));
  const unread = header.flatMap((_, column) => (read.has(column) ? [] : [columnName(header, column)]));
  if (unread.length > 0) lines.push(`  never read: ${unread.join(', ')}`);
  return lines;
}

/** A name as it stands when it reads like one; a line of data taken for a header must not be printed. */
function columnName(header: readonly string[], column: number): string {
  const name = (header[column] ?? '').trim();
  return /^[A-Za-z][A-Za-z0-9 _.()/#&-]{0,59}$/.test(name) ? name : `column ${column + 1}`;
}

function isField(text: string): text is Field {
  return (FIELDS as readonly string[]).includes(text);
}
