/** “Prepare a file”: problems with rows, what to do about each, and how rows were settled. */
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree, date, list } = wordingIn('en');

export const problems = {
  applied: ({ rows }: { rows: number }) => `${plural(rows, 'change', 'changes')} applied.`,
  read: ({ rows, blankLines, strayLines }: { rows: number; blankLines: number; strayLines: number }) => {
    const passed = [
      ...(blankLines > 0 ? [plural(blankLines, 'blank line', 'blank lines')] : []),
      ...(strayLines > 0 ? [plural(strayLines, 'line such as a total', 'lines such as totals')] : []),
    ];
    return `${plural(rows, 'row', 'rows')} read${passed.length > 0 ? `, ${list(passed)} passed over` : ''}.`;
  },
  none: 'No problems were found.',
  allUsable: 'Every row can be used.',
  unusable: ({ rows }: { rows: number }) =>
    `${plural(rows, 'row', 'rows')} cannot be used as ${agree(rows, 'it is', 'they are')}.`,
  keptWithout: ({ rows }: { rows: number }) =>
    `In ${plural(rows, 'place', 'places')} a grade or an answer is not known; the rows are kept without it.`,
  restored: ({ day, values, leftOutRows }: { day: string; values: number; leftOutRows: number }) => {
    const parts = [
      ...(values > 0 ? [plural(values, 'value', 'values')] : []),
      ...(leftOutRows > 0 ? [`${plural(leftOutRows, 'row', 'rows')} left out`] : []),
    ];
    return parts.length === 0
      ? `Your columns from ${date(day)} are applied.`
      : `Your choices from ${date(day)} are applied: ${parts.join(', ')}.`;
  },
  lost: ({ lost }: { lost: number }) =>
    lost === 0
      ? 'You can go on where you stopped, or undo all changes below.'
      : `${plural(lost, 'choice', 'choices')} of that day ${agree(lost, 'finds', 'find')} no row or value in this file any more.`,
  mend: 'Mend what you can, in any order. You need not mend everything: going on leaves out the rows that cannot be used. Nothing in your own file changes.',
  acceptAll: ({ suggestions }: { suggestions: number }) =>
    agree(suggestions, 'Accept 1 suggestion', `Accept all ${grouped(suggestions)} suggestions`),
  acceptOther: ({ suggestions }: { suggestions: number }) =>
    `Accept the other ${plural(suggestions, 'suggestion', 'suggestions')}`,
  acceptNote:
    'Swapped coordinates, missing minus signs, grades and answers in other words, where what was meant is plain.',
  unusableRows: 'Rows that cannot be used',
  keptRows: 'Rows kept without a grade or an answer',
  toBeKnown: 'Read, and to be known',
  saveList: 'Save the list of problems',
  saveListNote: 'Lines, columns and what to do, for whoever mends your records. No value of a row is in it.',
  changed: ({ rows }: { rows: number }) => `${plural(rows, 'row', 'rows')} changed or left out by you.`,
  undoAll: 'Undo all changes',
  noStudent: 'No student is left',
  noStudentNote:
    'Every row has a problem. Most likely a column is chosen wrongly: go back and look at the columns again.',
  checkAgain: ({ rows }: { rows: number }) => `Check again with ${plural(rows, 'change', 'changes')}`,
  leaveOutAndGoOn: ({ rows }: { rows: number }) => `Leave out ${plural(rows, 'row', 'rows')} and go on`,
  toPreview: 'Go on to the preview',

  staysOut: 'If you go on as it is, this stays out',
  staysOutRows: ({ rows, problem }: { rows: number; problem: string }) => `${plural(rows, 'row', 'rows')}: ${problem}`,
  staysOutGrades: ({ rows }: { rows: number }) => `${plural(rows, 'grade', 'grades')}: `,
  staysOutAnswers: ({ rows, name }: { rows: number; name: string }) =>
    `${plural(rows, 'answer', 'answers')} to “${name}”: `,
  moreValues: ({ more }: { more: number }) => ` and ${plural(more, 'more value', 'more values')}`,

  titleOf: ({ problem, name }: { problem: string; name: string }) => `${problem}: ${name}`,
  rows: ({ rows }: { rows: number }) => plural(rows, 'row', 'rows'),
  rowsOf: ({ title }: { title: string }) => `Rows: ${title}`,
  row: 'Rows',
  line: 'Line',
  student: 'Student',
  whatIsWrong: 'What is wrong',
  whatToDo: 'What to do',
  rowDoesNotSay: 'the row does not say',
  butWith: ', but with',
  insteadOf: '<name/>: <here/> instead of <kept/>',
  andMore: ({ columnCount }: { columnCount: number }) => `and ${plural(columnCount, 'column', 'columns')} more`,
  earlier: 'Earlier',
  later: 'Later',
  page: ({ fromRow, toRow, rows }: { fromRow: number; toRow: number; rows: number }) =>
    `${grouped(fromRow)} to ${grouped(toRow)} of ${grouped(rows)}`,

  accept: ({ line }: { line: number }) => `Accept <value/><hidden> on line ${line}</hidden>`,
  writeIt: ({ line }: { line: number }) => `Write it<hidden> for line ${line}</hidden>`,
  leaveOut: ({ line }: { line: number }) => `Leave out<hidden> line ${line}</hidden>`,
  livesThere: ({ line }: { line: number }) => `The student lives there<hidden> on line ${line}</hidden>`,
  undo: ({ line }: { line: number }) => `Undo<hidden> line ${line}</hidden>`,
  cancel: ({ line }: { line: number }) => `Cancel<hidden> writing line ${line}</hidden>`,
  keep: 'Keep',
  isLeftOut: 'Left out.',
  reads: 'Reads <value/>.',
  forLine: ({ name, line }: { name: string; line: number }) => `${name} for line ${line}`,
  meansOnLine: ({ name, line }: { name: string; line: number }) => `What ${name} means on line ${line} and alike`,
  keepWithout: 'Keep the row without it',
  undoGroup: 'Undo',
  undoAllOfThese: 'Undo all of these',
  leaveOutAll: ({ rows }: { rows: number }) => agree(rows, 'Leave out 1 row', `Leave out all ${grouped(rows)} rows`),
  allAccepted: ({ suggestions }: { suggestions: number }) =>
    agree(suggestions, '1 suggestion accepted.', `All ${grouped(suggestions)} suggestions accepted.`),
  allLeftOut: ({ rows }: { rows: number }) => agree(rows, '1 row left out.', `All ${grouped(rows)} rows left out.`),
  /** The codes an answer can be, as the file that leaves has them. */
  codes: {
    true: 'Yes',
    false: 'No',
    'Not Available': 'Not Available',
    'Not Affordable': 'Not Affordable',
    'Not Desired': 'Not Desired',
    'Residential Broadband': 'Residential Broadband',
    'Cellular Network': 'Cellular Network',
    'Hot Spot': 'Hot Spot',
    'Community Provided Wi-Fi': 'Community Provided Wi-Fi',
    Satellite: 'Satellite',
    'Dial-up': 'Dial-up',
    None: 'None',
    Unknown: 'Unknown',
    Yes: 'Yes',
    Sometimes: 'Sometimes',
    No: 'No',
    'Desktop Computer': 'Desktop Computer',
    'Laptop Computer': 'Laptop Computer',
    Tablet: 'Tablet',
    Chromebook: 'Chromebook',
    Smartphone: 'Smartphone',
    Shared: 'Shared',
    'Not Shared': 'Not Shared',
    Personal: 'Personal',
    School: 'School',
    Other: 'Other',
  },
};

export type ProblemStepMessages = typeof problems;
