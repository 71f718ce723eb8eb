import { FIELDS, guessMapping, headerAt, type Mapping, type Use, usesOf } from '../../domain/anonymize/index.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { anonymizeErrors } from './errors.ts';

const USES: readonly Use[] = [...FIELDS, 'homeless'];

/**
 * The mapping of an export's columns: guessed, then corrected by the person.
 *
 * @param said pairs such as "student_id=Student_Number,grade_level=": the column's name or number ("#3"), or nothing for
 *   no such column; "homeless" may repeat, and adds to the columns found
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
    if (!isUse(use)) throw anonymizeErrors.noSuchUse(USES);
    if (name === '') {
      delete mapping[use];
      continue;
    }
    const column = columnAt(header, name);
    if (column === undefined) throw anonymizeErrors.noSuchColumn(use);
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

/** Which columns are read as what, and which are not read, for a person to review. */
export function columnsSaid(
  header: readonly string[],
  mapping: Mapping,
  title: 'anonymize.read-as' | 'anonymize.read-as/answers',
): Phrase[] {
  const all = columnNames(header);
  const read = usesOf(mapping);
  const isRead = new Set(read.map(({ column }) => column));
  const unread = all.filter((_, column) => !isRead.has(column));
  return [
    phrase(title, { uses: read.map(({ use }) => use), columns: read.map(({ column }) => all[column] ?? '') }),
    phrase('file.columns-used', { columnCount: all.length, used: all.length - unread.length, unread }),
  ];
}

/** Longest column name printed; enough to tell columns apart. */
const LONGEST_SHOWN = 100;

/**
 * Distinct names as written. If somebody took a line of data for the header, it must not be printed: unless the line is a header,
 * only the parts that read like names are shown.
 */
function columnNames(header: readonly string[]): (Phrase | string)[] {
  const isOfNames = headerAt([header]) !== undefined;
  const named = header.map((text) => {
    const name = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    if (name === '' || !(isOfNames || LIKE_A_NAME.test(name))) return undefined;
    return name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
  });
  return named.map((name, i) => {
    const columnNumber = i + 1;
    if (name === undefined) return phrase('anonymize.nameless', { columnNumber });
    return named.indexOf(name) === i ? name : phrase('anonymize.namesake', { name, columnNumber });
  });
}

const LIKE_A_NAME = /^[A-Za-z][A-Za-z0-9 _.()/#&-]{0,59}$/;

function isUse(text: string): text is Use {
  return (USES as readonly string[]).includes(text);
}
