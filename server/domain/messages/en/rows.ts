/** What can be wrong with a row of an export, and what is found in a file as a whole. Nothing here repeats a value of the file. */
import { wordingIn } from '../wording.ts';

const { grouped, plural, agree } = wordingIn('en');

export const rows = {
  problems: {
    fields: {
      name: 'Wrong number of values',
      advice: 'Look for a stray separator or a missing quotation mark in this line.',
    },
    student_missing: { name: 'No student number', advice: 'Write the student’s number, or leave the row out.' },
    student_exponent: {
      name: 'Student number turned into an exponent',
      advice: 'A spreadsheet shortened the number (1.23E+08). Write it out, or export again with the column as text.',
    },
    student_date: {
      name: 'Student number turned into a date',
      advice: 'A spreadsheet took the number for a date. Write the number, or export again with the column as text.',
    },
    student_rounded: {
      name: 'Student number rounded by a spreadsheet',
      advice:
        'A spreadsheet keeps fifteen digits and writes zeros for the rest, as in every long number of this column. Export again with the column as text.',
    },
    student_not_number: {
      name: 'Not a student number',
      advice:
        'It is a formula or has no digit. Write the student’s number, choose another column, or leave the row out.',
    },
    duplicate: {
      name: 'Student repeated, with other details',
      advice: 'The first row is kept. Leave this one out, or correct the student number.',
    },
    mailing_only: {
      name: 'Only a mailing address',
      advice: 'Say so if the student lives there: the address is then taken for the home. Or leave the row out.',
    },
    residence: {
      name: 'Type of address or of homelessness that is not known',
      advice:
        'Say whether the students of this code have a home or are counted without a place: on the page beside the code, in the command by --residence CODE=none or CODE=home, or COLUMN:CODE=none where columns differ.',
    },
    no_place: {
      name: 'No place for the home',
      advice: 'Write latitude and longitude, choose a file of address points, or leave the row out.',
    },
    not_found: {
      name: 'Address not found among the address points',
      advice: 'Correct the address, write latitude and longitude, or leave the row out.',
    },
    point_unreadable: {
      name: 'Coordinates that cannot be read',
      advice: 'Write degrees with a decimal point, such as 38.3512.',
    },
    point_zero: {
      name: 'Coordinates of zero',
      advice: 'Zero stands for “not known” here. Write the place, or leave the row out.',
    },
    point_swapped: { name: 'Latitude and longitude swapped', advice: 'Accept the swap, or write both again.' },
    point_sign: {
      name: 'Longitude without its minus sign',
      advice: 'Accept the minus sign, or write the longitude again.',
    },
    outside_country: {
      name: 'Coordinates outside the United States',
      advice: 'Write the place again, or leave the row out.',
    },
    outside_state: { name: 'Coordinates in another state', advice: 'Write the place again, or leave the row out.' },
    other_district: {
      name: 'Row of another district',
      advice: 'Leave it out: each district sends its own students. If the student is yours, write your own number.',
    },
    grade: {
      name: 'Grade that is not known',
      advice: 'Accept the suggestion or choose a grade, or leave it empty; the row is kept without it.',
    },
    answer: {
      name: 'Answer that is not known',
      advice: 'Choose one of the answers, or leave it empty; the row is kept without it.',
    },
  },
  /** Why a line is joined to none of the other file. */
  unjoined: {
    student_missing: 'No student number',
    student_exponent: 'Student number turned into an exponent by a spreadsheet',
    student_date: 'Student number turned into a date by a spreadsheet',
    student_not_number: 'Not a student number, such as a name',
    fields: 'Wrong number of values',
    unknown: 'No student of this number in the export',
    again: 'The student answered more than once, and a later row counts',
    again_untimed: 'The student answered more than once, and no column tells when: the first row counts',
    again_open:
      'The student answered more than once, and the times do not tell whether month or day comes first: month first was taken',
    unanswered: 'No answer in the answers file',
  },
  notes: {
    several: 'Several answers in one cell',
    damaged: 'Number changed by a spreadsheet',
    no_time: 'Answered again, at a time that cannot be read',
    far: 'Home more than 50 miles from the middle of the others',
  },
  noteAdvice: {
    several: 'They contradict each other and count as none.',
    several_barrier: '“Not Available” counts where it is ticked, else the first.',
    several_best: 'The one that serves best counts.',
    damaged:
      'It is not read: a spreadsheet shortened it (1.2E+04), took it for a date (12-Mar) or hid it (#####). The household is told by what else there is. Export again with the column as text.',
    no_time: 'Any other row of the student counts as the later one. Write the time as 2026-09-01 08:00.',
    far: 'It is kept as it is. Look whether the place is right, and mend it in your own file if it is not.',
  },
  /** The question to be asked before such a file is written, without its answer. */
  onePlace: ({ students, placed, points }: { students: number; placed: number; points: number }) =>
    `${grouped(students)} of ${grouped(placed)} students with a place stand ${points === 1 ? 'in one point' : `in only ${grouped(points)} points`}. Often that is a school, a bus stop or an office, and not where they live. Do they really live there, as in an apartment tower or a dormitory?`,
  sparse: ({
    hexagons,
    sparse,
    few,
    students,
  }: {
    hexagons: number;
    sparse: number;
    few: number;
    students: number;
  }) => {
    if (hexagons === 0) return 'No student of this file has a place on the map.';
    const all = `The homes of this file lie in ${plural(hexagons, 'hexagon', 'hexagons')} of about 180 acres${agree(hexagons, '', ' each')}.`;
    if (sparse === 0)
      return `${all} ${agree(hexagons, 'It holds', 'Each holds')} at least ${few} households of the file.`;
    const which =
      sparse < hexagons
        ? plural(sparse, 'of them holds', 'of them hold')
        : agree(hexagons, 'It holds', 'All of them hold');
    return `${all} ${which} fewer than ${few} households of the file; ${plural(students, 'student lives', 'students live')} there. Nothing is published of such a hexagon by itself: its students are counted only in larger areas, together with their neighbors.`;
  },
  /** The list of problems, of notes and of what was not joined, to be saved. */
  list: {
    file: 'file',
    line: 'line',
    column: 'column',
    problem: 'problem',
    found: 'found',
    whatToDo: 'what to do',
    leftOut: 'left out',
    what: 'what',
    files: { export: 'export', answers: 'answers' },
    row: 'row',
    answer: 'answer',
    nothing: 'nothing',
    nameless: ({ columnNumber }: { columnNumber: number }) => `column ${columnNumber}`,
  },
};

export type RowMessages = typeof rows;
