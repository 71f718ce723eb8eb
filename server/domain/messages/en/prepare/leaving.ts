/** “Prepare a file”: what leaves, and how it is saved. */
import type { FILE_COLUMNS } from '../../../anonymize/file.ts';
import { wordingIn } from '../../wording.ts';
import { questions } from '../questions.ts';

const { grouped, plural, size } = wordingIn('en');

export const leaving = {
  facts: {
    students: 'Students in the file',
    answered: 'with at least one answer',
    noFixed: 'with no fixed residence',
    leftOut: 'Rows left out',
    repeated: 'Rows that repeat a student',
  },
  count: ({ students }: { students: number }) => grouped(students),
  sparse: 'Hexagons with few homes',
  example: 'One student, exactly as the line leaves',
  exampleCaption: 'One line of the anonymized file, column by column',
  column: 'Column',
  value: 'Value',
  whatItIs: 'What it is',
  empty: 'empty',
  /** What each column of the file that leaves is. */
  columns: {
    lea_id: 'Your district',
    student_key: 'A pseudonym of the student. Only your key can make it again.',
    household_key: 'A pseudonym of the household, the same for brothers and sisters',
    cell: 'A hexagon of about 180 acres with the home somewhere in it',
    residence: '“none” for a student with no fixed residence, else empty',
    grade_level: 'Grade',
    ...questions.names,
  } satisfies Record<(typeof FILE_COLUMNS)[number], string>,
  firstLines: 'The first lines of the file',
  allThereIs: ({ students }: { students: number }) =>
    `This is all there is: ${plural(students, 'line', 'lines')} like these, in order of the pseudonyms, which is no order of anything else.`,
  becoming: 'What became of your columns',
  becomingOfExport: 'What became of each column of your export',
  becomingOfAnswers: 'What became of each column of the answers',
  yourColumn: 'Your column',
  columnOfAnswers: 'Column of the answers',
  inTheFile: 'In the file that leaves',
  notRead: 'Not read',
  goOn: 'This may leave: go on',

  size: ({ students, bytes, sent }: { students: number; bytes: number; sent: number }) =>
    `${plural(students, 'student', 'students')}, ${size(bytes)}. This page has sent ${plural(sent, 'request', 'requests')} since you chose a file.`,
  save: 'Save the anonymized file',
  saveAgain: 'Save the file again',
  saved: ({ file }: { file: string }) => `Saved as ${file} in your downloads.`,
  next: 'What to do next',
  keepKey: 'Keep <file/> in a safe place. You need it next time; never send it.',
  upload:
    'Upload <file/> at <collect>Collection</collect>, by the link from your coordinator. It is checked once more there before you accept it.',
  deleteExport: 'Treat your own export as you treat any list of students: delete it when you no longer need it.',
  done: 'Done',
  nothingStays: 'No row of your export stays in this browser once the page is closed.',
  choicesStay: 'It keeps what you chose, sealed with your key, so that you can go on another day.',
  forget: 'Forget what I chose',
  toCollection: 'Go to Collection',
};

export type LeavingMessages = typeof leaving;
