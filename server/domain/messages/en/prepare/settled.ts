/** “Prepare a file”: how residence, answers and addresses were settled, and what is asked about them. */
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('en');

export const settled = {
  onePlaceTitle: 'Many students in one place',
  onePlaceElse: 'If not, go back and choose the columns of the home, or none and the street address instead.',
  theyLiveThere: 'They really live there',

  codesToBeTold: ({ codes }: { codes: number }) => `Codes of residence to be told: ${plural(codes, 'code', 'codes')}`,
  typesUnread: ({ rows }: { rows: number }) =>
    `${plural(rows, 'row has', 'rows have')} a type of address that we cannot read. It may stand for a shelter as well as for a home, so ${agree(rows, 'the row is', 'these rows are')} left out until you say below what it means. We ask once: next time it is remembered here.`,
  codesUnread: ({ rows }: { rows: number }) =>
    `${plural(rows, 'row has', 'rows have')} a code of residence that we cannot read. It may stand for a shelter as well as for a home, so ${agree(rows, 'the row is', 'these rows are')} left out until you say below what it means. We ask once: next time it is remembered here.`,
  noFixed: ({ students }: { students: number }) =>
    `Students with no fixed residence: ${plural(students, 'student', 'students')}`,
  noFixedLead:
    'Their type of address or a column of homelessness says so: a flag, a shelter, doubled up, hotel or motel, temporary or unsheltered. One column is enough, whatever the others say. They are counted, so that they are not forgotten. Their line in the file has the district and a pseudonym and nothing else: no place, no household, no grade, no answers, and not what the column says. It discloses homelessness and never leaves the district. Look whether each value of your column is read as your district means it.',
  notToldApart: 'Students with no fixed residence are not told apart',
  notToldApartNote:
    'No column was chosen for homelessness or the type of address, so students in shelters, doubled up or in motels leave with a place, as if they were at home. If your export tells of them, choose each column that does at “Homelessness”: they are then counted without a place. A column that says only whether a student is homeless will do.',
  residenceCaption: 'What each code of residence counts as',
  inYourColumn: 'In your column',
  rows: 'Rows',
  rowCount: ({ rows }: { rows: number }) => grouped(rows),
  countedAs: 'Counted as',
  moreCodes: ({ more, rows }: { more: number; rows: number }) =>
    `And ${plural(more, 'more value', 'more values')} in ${plural(rows, 'row', 'rows')}. So many are rare among such codes: look whether the right column was chosen.`,
  whatCounts: ({ value }: { value: string }) => `What ${value} counts as`,
  whatBlankCounts: 'What a blank type of address counts as',
  notKnown: 'Not known: please choose',
  noneAsYouSay: 'Counted without a place, as you say',
  homeAsYouSay: 'A home, as you say',
  readAs: { home: 'A home', none: 'Counted without a place', mailing: 'For mail only, passed over' },

  joined: 'Answers joined to your export',
  joinedStudents: ({ students }: { students: number }) => `${plural(students, 'student has', 'students have')} answers`,
  unjoinedAnswers: ({ rows, onLines, why }: { rows: number; onLines: readonly number[]; why: string }) =>
    `${plural(rows, 'row of the answers', 'rows of the answers')}, ${linesOf(rows, onLines)}: ${why}`,
  unjoinedStudents: ({ rows, onLines, why }: { rows: number; onLines: readonly number[]; why: string }) =>
    `${plural(rows, 'student', 'students')}, ${linesOf(rows, onLines)}: ${why}`,
  saveUnjoined: 'Save the list of what does not fit',
  saveUnjoinedNote: 'Lines of both files, for whoever asks the families again. No value of a row is in it.',

  located: 'Homes found by their address',
  noneLocated: 'None.',
  locatedBy: {
    exact: ({ students }: { students: number }) =>
      `${plural(students, 'student', 'students')} by the very same address`,
    normalized: ({ students }: { students: number }) =>
      `${plural(students, 'student', 'students')} by the same address in other words`,
    building: ({ students }: { students: number }) =>
      `${plural(students, 'student', 'students')} by the building, without the unit`,
    'street-zip': ({ students }: { students: number }) =>
      `${plural(students, 'student', 'students')} by number, street and ZIP code`,
    'street-city': ({ students }: { students: number }) =>
      `${plural(students, 'student', 'students')} by number, street and town`,
  },
  notLocated: ({ rows }: { rows: number }) => `${plural(rows, 'row', 'rows')} not found`,
  saveNotLocated: 'Save the list of addresses not found',
  saveNotLocatedNote:
    'It holds addresses. It is for you and whoever keeps addresses in your district; do not upload it.',
};

function linesOf(rows: number, onLines: readonly number[]): string {
  return `${agree(rows, 'line', 'lines')} ${onLines.join(', ')}${rows > onLines.length ? ' and more' : ''}`;
}

export type SettledMessages = typeof settled;
