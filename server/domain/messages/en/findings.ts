/** What is wrong with one row of a file of homes, and what to do. Never a value that could tell who somebody is. */
import { FINDINGS, type FindingKind } from '../../finding.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('en');

const faultIn = (finding: FindingKind, column: string) => `${FINDINGS[finding]}${column === '' ? '' : ` in ${column}`}`;

export const findings = {
  'finding.row': ({
    finding,
    column,
    found,
    also,
  }: {
    finding: FindingKind;
    column: string;
    found: string;
    also: readonly string[];
  }) => `${faultIn(finding, column)}: ${found}${also.length > 0 ? `; also look at ${also.join(', ')}` : ''}`,
  'finding.group': ({
    finding,
    column,
    rows,
    line,
    found,
    advice,
  }: {
    finding: FindingKind;
    column: string;
    rows: number;
    line: number;
    found: string;
    advice: string;
  }) =>
    `${FINDINGS[finding]} in ${column}: ${rows === 1 ? `line ${grouped(line)}` : `${grouped(rows)} rows, the first on line ${grouped(line)}`} (${found}; ${advice})`,

  'found.nothing': 'nothing',
  'found.digits': ({ characters }: { characters: number }) => `a number of ${characters} digits`,
  'found.hexadecimal': ({ characters }: { characters: number }) => `${characters} hexadecimal characters`,
  'found.doubtful-grade': 'a number that the other grades of the column make doubtful',
  'found.decimal': 'a decimal number',
  'found.mixed': ({ characters }: { characters: number }) => `letters and digits, ${characters} characters`,
  'found.width': ({ valueCount, columnCount }: { valueCount: number; columnCount: number }) =>
    `${valueCount} values instead of ${columnCount}`,
  'found.same-time': ({ line }: { line: number }) => `the same student at the same time as on line ${line}`,
  'found.text': ({ characters }: { characters: number }) => `text of ${characters} characters`,
  'found.code': ({ text }: { text: string }) => `"${text}"`,
  'found.values': ({ valueCount }: { valueCount: number }) => `${valueCount} values`,
  'found.resolution': ({ resolution }: { resolution: number }) => `a cell of resolution ${resolution}`,
  'found.repeated': ({ line }: { line: number }) => `the same student as on line ${line}`,
  'found.beside-none': 'none, and other columns filled in beside it',

  'advice.lea-id': 'write the district’s LEAID of seven digits',
  'advice.lea-id/spreadsheet': 'a spreadsheet changed the number; write the district’s LEAID of seven digits',
  'advice.key/missing': 'run the anonymizer again: each row has a key',
  'advice.key': 'write the key that the anonymizer made',
  'advice.cell/missing': 'locate the home with the anonymizer, or remove the row',
  'advice.resolution': 'write the H3 cell of resolution 8, which begins with 88',
  'advice.cell': 'write the H3 cell of resolution 8: 15 hexadecimal characters that begin with 88',
  'advice.grade': 'write KG, 01 to 12, PK, UG or leave it empty',
  'advice.code': ({ words }: { words: readonly string[] }) => `write one of: ${words.join(', ')}; or leave it empty`,
  'advice.width': ({ columnCount }: { columnCount: number }) =>
    `write ${columnCount} values, one for each column of the first line`,
  'advice.duplicate': 'keep one row for each student; the first was loaded',
  'advice.residence': 'leave it empty, or write none for a student without fixed residence',
  'advice.beside-none': 'leave everything but lea_id and student_key empty; nothing else was kept of the row',

  'note.padded': ({ count }: { count: number }) =>
    `A leading zero was put back before ${count === 1 ? 'a LEAID' : `${grouped(count)} LEAIDs`} of six digits.`,
  'note.finer-cells':
    'The file tells homes by hexagons of about 26 acres, as an earlier anonymizer wrote them. Only the hexagons of about 180 acres around those are kept.',
  'note.contradictions': ({ students }: { students: number }) =>
    `${plural(students, 'student has', 'students have')} answers that contradict each other (for example no internet, but cable). The answer about internet, or about the device, is kept and the other ignored.`,
};
