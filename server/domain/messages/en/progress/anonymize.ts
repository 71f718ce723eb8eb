/** What the commands that anonymize tell of an export or an API: its columns, its students, and what was left out. */
import { wordingIn } from '../../wording.ts';
import { fields } from '../fields.ts';
import { rows as rowWords } from '../rows.ts';

const { agree, grouped, plural } = wordingIn('en');

const fieldOf = (use: string) => fields[use as keyof typeof fields] ?? { name: use, becomes: '' };
const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));

/** Uses, and the column that each is read from. */
interface ColumnsRead {
  readonly uses: readonly string[];
  readonly columns: readonly string[];
}

function tableOf(title: string, { uses, columns }: ColumnsRead): string {
  const named = uses.map(fieldOf);
  const [names, froms] = [widest(named.map(({ name }) => name)), widest(columns)];
  const lines = named.map(
    ({ name, becomes }, i) => `  ${name.padEnd(names)}  from ${(columns[i] ?? '').padEnd(froms)}  ${becomes}`,
  );
  return [title, ...lines].join('\n');
}

interface RowsAtFault {
  readonly rows: number;
  readonly line: number;
  readonly isOfAnswers: boolean;
  readonly problemFound: keyof typeof rowWords.problems;
}

function fault({ rows, line, isOfAnswers, problemFound }: RowsAtFault, of = ''): string {
  const { name, advice } = rowWords.problems[problemFound];
  const where = `line ${line}${isOfAnswers ? ' of the answers' : ''}`;
  return `${rows === 1 ? `1 row, ${where}` : `${grouped(rows)} rows, the first on ${where}`}: ${name}${of}. ${advice}`;
}

const indented = (lines: readonly string[]) => lines.map((line) => `\n  ${line}`).join('');

export const anonymizeProgress = {
  'anonymize.read-as': (read: ColumnsRead) => tableOf('Columns:', read),
  'anonymize.read-as/answers': (read: ColumnsRead) => tableOf('Columns of the answers:', read),
  'anonymize.nameless': ({ columnNumber }: { columnNumber: number }) => `column ${columnNumber}`,
  'anonymize.namesake': ({ name, columnNumber }: { name: string; columnNumber: number }) =>
    `${name} (column ${columnNumber})`,
  'anonymize.above-header': ({ line, firstLine, flag }: { line: number; firstLine: number; flag: string }) =>
    `The names of the columns stand on line ${line}. Line ${firstLine} above it holds several values and is not read. If the names stand there, run again with ${flag} ${firstLine}.`,
  'anonymize.in-one-place': rowWords.onePlace,

  'anonymize.written': ({
    file,
    students,
    answered,
    noFixedResidence,
  }: {
    file: string;
    students: number;
    answered: number;
    noFixedResidence: number;
  }) =>
    `${file}: ${plural(students, 'student', 'students')}, ${grouped(answered)} with answers, ${grouped(noFixedResidence)} without a fixed residence.`,
  'anonymize.sparse': rowWords.sparse,
  'anonymize.joined': ({ students: joined }: { students: number }) =>
    `Answers joined: ${plural(joined, 'student has', 'students have')} some.`,
  'anonymize.unjoined': ({
    rows,
    isOfAnswers,
    reasonFound,
    onLines,
    isCut,
  }: {
    rows: number;
    isOfAnswers: boolean;
    reasonFound: keyof typeof rowWords.unjoined;
    onLines: readonly number[];
    isCut: boolean;
  }) =>
    `  ${grouped(rows)} of the ${isOfAnswers ? 'answers' : 'export'}: ${rowWords.unjoined[reasonFound]}. ${agree(rows, 'Line', 'Lines')} ${onLines.join(', ')}${isCut ? ' ...' : ''}`,
  'anonymize.unjoined-listed': ({ path }: { path: string }) => `  Every line is listed in ${path}.`,
  'anonymize.unjoined-listed/unasked': '  --unjoined FILE.csv lists every line.',
  'anonymize.no-residence':
    'No column tells students with no fixed residence, so each counts as at home. If the export has any, name them: --columns homeless=...',
  'anonymize.repeated': ({ rows }: { rows: number }) =>
    `${plural(rows, 'row', 'rows')} repeated a student with the same details and ${agree(rows, 'counts', 'count')} once.`,
  'anonymize.stray': ({ strayLines }: { strayLines: number }) =>
    `${strayLines === 1 ? 'One line was' : `${grouped(strayLines)} lines were`} no row, such as a total, and passed over.`,
  'anonymize.blank': ({ blankLines }: { blankLines: number }) =>
    `${plural(blankLines, 'blank line', 'blank lines')} passed over.`,
  'anonymize.mailing': ({ addressCount }: { addressCount: number }) =>
    `${plural(addressCount, 'mailing address was', 'mailing addresses were')} passed over.`,
  'anonymize.located': ({ homesFound }: { homesFound: readonly string[] }) =>
    `Homes placed by their address: ${homesFound.join(', ')}.`,
  'anonymize.located/by': ({ homes, quality }: { homes: number; quality: string }) => `${grouped(homes)} ${quality}`,
  'anonymize.left-out': ({ bad, lines }: { bad: number; lines: readonly string[] }) =>
    `${bad === 1 ? 'One row was' : `${grouped(bad)} rows were`} left out:${indented(lines)}`,
  'anonymize.kept-without': ({ lines }: { lines: readonly string[] }) =>
    `Kept without what could not be read:${indented(lines)}`,
  'anonymize.plain': ({ rows }: { rows: number }) =>
    `For ${grouped(rows)} of them it is plain what was meant: --accept-suggestions mends those.`,
  'anonymize.faults': ({ lines }: { lines: readonly string[] }) => lines.join(' '),
  'anonymize.fault': (found: RowsAtFault) => fault(found),
  'anonymize.fault/column': (found: RowsAtFault & { name: string }) => fault(found, `: ${found.name}`),
  'anonymize.fault/answer': (found: RowsAtFault & { use: string }) => fault(found, `: ${fieldOf(found.use).name}`),

  'edfi.written': ({
    file,
    students,
    answered,
    bad,
    noFixedResidence,
  }: {
    file: string;
    students: number;
    answered: number;
    bad: number;
    noFixedResidence: number;
  }) =>
    `${file}: ${grouped(students)} students, ${grouped(answered)} with answers, ${grouped(bad)} left out, ${grouped(noFixedResidence)} without a fixed residence.`,
  'edfi.fault': ({ rows, problemFound }: Pick<RowsAtFault, 'rows' | 'problemFound'>) =>
    `${grouped(rows)} x ${rowWords.problems[problemFound].name}`,
  'edfi.fault/field': ({ rows }: { rows: number }) => `${grouped(rows)} x Field of another shape than Ed-Fi says`,
  'edfi.next': ({ since }: { since: number }) => `Next time --since ${since} reads only if something has changed.`,
};
