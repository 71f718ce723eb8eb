import { FIELDS, guessMapping, headerAt, type Mapping, type Use, usesOf } from '../../domain/anonymize/index.ts';
import { fields } from '../../domain/messages/en/fields.ts';
import { columnsUsed } from '../../domain/words.ts';
import { anonymizeErrors } from './errors.ts';

const USES: readonly Use[] = [...FIELDS, 'homeless'];

/**
 * The columns an export is read by: guessed, and then as the person said.
 *
 * @param said pairs such as "student_id=Student_Number,grade_level=": by the column's name or its number ("#3"), or nothing to read
 *   no such column; "homeless" as often as there are columns that tell of it, beside those that were found
 * @throws Refusal anonymize.columns
 */
export function mappingOf(header: readonly string[], samples: readonly string[][], said: string | undefined): Mapping {
  return mappingSaid(header, guessMapping(header, samples).mapping, said);
}

/** A guess, corrected by what the person said. @throws Refusal anonymize.columns */
export function mappingSaid(header: readonly string[], guess: Mapping, said: string | undefined): Mapping {
  const mapping = { ...guess };
  for (const pair of said?.split(',') ?? []) {
    const [use = '', name = ''] = pair.split('=').map((part) => part.trim());
    if (!isUse(use)) throw anonymizeErrors.columns(`the words before "=" are ${USES.join(', ')}`);
    if (name === '') {
      delete mapping[use];
      continue;
    }
    const column = columnAt(header, name);
    if (column === undefined) throw anonymizeErrors.columns(`the file has no column of the name given for ${use}`);
    for (const other of usesOf(mapping)) if (other.column === column) leaveOut(mapping, other);
    if (use === 'homeless') mapping.homeless = [...(mapping.homeless ?? []), column];
    else mapping[use] = column;
  }
  return mapping;
}

function leaveOut(mapping: Mapping, { use, column }: { use: Use; column: number }): void {
  const others = mapping.homeless?.filter((other) => other !== column) ?? [];
  if (use !== 'homeless' || others.length === 0) delete mapping[use];
  else mapping.homeless = others;
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
  const all = columnNames(header);
  const columns = usesOf(mapping).map(({ use, column }) => ({ ...fields[use], from: all[column] ?? '' }));
  const widthOf = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));
  const [names, froms] = [widthOf(columns.map(({ name }) => name)), widthOf(columns.map(({ from }) => from))];
  const lines = columns.map(
    ({ name, from, becomes }) => `  ${name.padEnd(names)}  from ${from.padEnd(froms)}  ${becomes}`,
  );
  const used = columns.map(({ from }) => from);
  return [...lines, columnsUsed(all, used)];
}

/** No name of a column is longer than it takes to tell it from others. */
const LONGEST_SHOWN = 100;

/**
 * Names as they stand, each once. A line of data that somebody took for the names must not be printed: unless the line is one of
 * names, only what reads like one is.
 */
function columnNames(header: readonly string[]): string[] {
  const isOfNames = headerAt([header]) !== undefined;
  const named = header.map((text, i) => {
    const name = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    if (name === '' || !(isOfNames || LIKE_A_NAME.test(name))) return `column ${i + 1}`;
    return name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
  });
  return named.map((name, i) => (named.indexOf(name) === i ? name : `${name} (column ${i + 1})`));
}

const LIKE_A_NAME = /^[A-Za-z][A-Za-z0-9 _.()/#&-]{0,59}$/;

function isUse(text: string): text is Use {
  return (USES as readonly string[]).includes(text);
}
