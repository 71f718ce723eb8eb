/** How a district's export and key are read: what is refused, still missing, noticed and done, for the page and the command. */
import { wordingIn } from '../wording.ts';
import { fields } from './fields.ts';
import { rows as rowWords } from './rows.ts';

const { grouped, plural, agree } = wordingIn('en');

type FieldName = keyof typeof fields;

/** "lines 3, 9": as many as are given, and whether there are more. */
const linesOf = (rows: number, onLines: readonly number[]) =>
  `${agree(rows, 'line', 'lines')} ${onLines.join(', ')}${rows > onLines.length ? ' and more' : ''}`;
const inLines = (lines: number, first: number) =>
  lines === 1 ? `line ${first} is` : `${grouped(lines)} lines, the first of them line ${first}, are`;
const wordOf = (use: string) => fields[use as FieldName]?.name ?? use;

export const exportPhrases = {
  'key.lea-id':
    'A district is named by its LEAID, the seven digits of the National Center for Education Statistics, for example 5400030. Write its leading zero too.',
  'key.not-a-key':
    'This is not a district key. A key file is called gapmap-key-LEAID.json and was saved when the first file was made.',
  'key.version': 'This key was made by a later version of Gapmap. Use that version or a newer one.',
  'key.damaged':
    'The key file was changed or cut off since it was saved. Use an unchanged copy; with a damaged key no student would be recognized.',
  'key.other-district': ({ leaId, own }: { leaId: string; own: string }) =>
    `This key is of district ${leaId}, not of ${own}. Each district has a key of its own.`,

  'mapping.incomplete': ({ faults }: { faults: readonly string[] }) => faults.join(' '),
  'mapping.no-number': 'Choose the column of student numbers.',
  'mapping.half-point': 'Choose both the latitude and the longitude, or neither.',
  'mapping.no-home': 'Choose where a home is: latitude and longitude, or the street address.',
  'mapping.parts':
    'Choose the column of streets that the house numbers and other parts belong to, or none of the parts.',
  'mapping.several': ({ uses }: { uses: readonly string[] }) =>
    `One column is chosen for several things: ${uses.map(wordOf).join(', ')}. Keep one.`,
  'mapping.answers-no-number':
    'Choose the column of student numbers in the answers. Names do not do: two students may share one, and families write them otherwise than the school. If the form asked for no number, write it into a column of its own first.',
  'mapping.answers-none': 'Choose the column of at least one answer.',
  'mapping.answers-several': 'One column of the answers is chosen for several things. Keep one.',

  'file.encoding': ({ encoding }: { encoding: string }) =>
    `The file is written in ${encoding}, not in UTF-8. It was read as such; look at names with accents in the preview of your columns.`,
  'file.two-encodings': ({
    encoding,
    utf8Lines,
    firstUtf8,
    pageLines,
    firstPage,
  }: {
    encoding: string;
    utf8Lines: number;
    firstUtf8: number;
    pageLines: number;
    firstPage: number;
  }) =>
    `The file was put together from two: ${inLines(utf8Lines, firstUtf8)} written in UTF-8, ${inLines(pageLines, firstPage)} in ${encoding}. Each line was read as what it is; look at names with accents.`,
  'file.lost-letters': ({ rows, line }: { rows: number; line: number }) =>
    `The file holds the sign � where a letter was lost before Gapmap got it: ${inLines(rows, line)} so. Which letters they were cannot be told any more; export the table again as UTF-8 if names or addresses matter.`,
  'file.columns-used': ({
    columnCount,
    used,
    unread,
  }: {
    columnCount: number;
    used: number;
    unread: readonly string[];
  }) =>
    `Of ${plural(columnCount, 'column', 'columns')} ${grouped(used)} ${agree(used, 'was', 'were')} used${unread.length > 0 ? `; not read: ${unread.map((name) => `"${name}"`).join(', ')}` : ''}.`,
  'file.sheets': ({ sheets, sheet }: { sheets: number; sheet: number }) =>
    `The workbook has ${sheets} sheets; sheet ${sheet} was read, the first that holds a table.`,
  'file.macros': 'The workbook holds macros. They were not run and nothing of them was read.',
  'file.no-known-names': ({ line }: { line: number }) =>
    `No line names columns that we know. Line ${line} is taken for the names; if it is a row of data, add a line of names above it.`,
  'file.points-incomplete': ({ rows, line }: { rows: number; line: number }) =>
    `${plural(rows, 'row', 'rows')} without a number, a street or a place ${agree(rows, 'is', 'are')} passed over, the first on line ${line}.`,
  'file.points-damaged': ({ rows, onLines }: { rows: number; onLines: readonly number[] }) =>
    `${plural(rows, 'row is', 'rows are')} not read, as a spreadsheet changed the house number or the coordinates (1.2E+04, 12-Mar, #####): ${linesOf(rows, onLines)}. Export the file again and give it as it is.`,

  'read.note': ({
    note,
    rule,
    use,
    rows,
    onLines,
  }: {
    note: keyof typeof rowWords.notes;
    rule: keyof typeof rowWords.noteAdvice;
    use: string;
    rows: number;
    onLines: readonly number[];
  }) =>
    `${rowWords.notes[note]}: ${wordOf(use)}, ${plural(rows, 'row', 'rows')}, ${linesOf(rows, onLines)}. ${rowWords.noteAdvice[rule]}`,
  'read.resubmitted': ({ rows }: { rows: number }) =>
    `${plural(rows, 'row is', 'rows are')} of students who answered more than once: the latest answers of each count. What the latest leaves blank and does not contradict is kept from before.`,
  'read.open-dates': ({ students }: { students: number }) =>
    `No date in the column of times tells whether month or day comes first. They were read month first, as in the United States; day first, ${plural(students, 'student', 'students')} would have other answers. Write the dates as 2026-09-01 if that is so.`,
  'read.untimed':
    'No column tells when a row was answered, so of students with several rows the first counts. If one does, choose it: on the page as “When it was answered”, in the command by --columns answered_at=COLUMN.',

  'prepare.empty': 'The file is empty. Export it again, or choose another.',
  'prepare.one-column':
    'The file has only one column, so it is no table of students: their numbers and their homes stand in columns of their own. Export it again as CSV or as an Excel workbook (.xlsx), or choose another file.',
  'prepare.no-rows': 'The file has names of columns but no rows under them.',
  'prepare.too-many-rows': ({ most }: { most: number }) =>
    `The file has more than ${grouped(most)} rows. For a file of this size use the command: npx gapmap anonymize.`,
  'prepare.none-joined':
    'No answer has a student in the export. Most likely the two files hold different numbers, such as the district’s and the state’s: choose the column of the same number in both. Or do without the file of answers.',
  'prepare.no-file': 'Choose a file first.',
  'prepare.moved': 'The file was changed or moved since it was chosen. Choose it again.',
  'prepare.failed':
    'Something in this page failed. Nothing was sent or changed. Reload the page and try again, or use the command npx gapmap anonymize.',
  'prepare.not-loaded': 'The part of the page that does the work could not be loaded.',

  'work.beginning': 'Beginning.',
  'work.columns': 'Looking at its columns.',
  'work.rows': ({ rows }: { rows: number }) => `${plural(rows, 'row', 'rows')} so far.`,
  'work.points': ({ locations }: { locations: number }) => `${plural(locations, 'address', 'addresses')} so far.`,
  'work.answers': 'Reading the answers.',
  'work.again': 'Doing again what you did before.',
  'work.writing': 'Writing the file.',
};
