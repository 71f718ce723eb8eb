/** One file of a district on its way: why it is not sent, how much of it is there, what the check found. */
import { wordingIn } from '../../wording.ts';

const { date, grouped, plural, size } = wordingIn('en');

const PREPARE = 'Choose your export on the page “Prepare a file”; it makes the file to upload here.';

const SHAPES: Readonly<Record<string, string>> = {
  leaId: 'the number of a district',
  studentKey: 'a code in place of the student number',
  householdKey: 'a code in place of the household',
  cell: 'a cell of the map',
};

const FAILURES: Readonly<Record<number, string>> = {
  0: 'The server does not answer.',
  401: 'Your link is no longer good.',
  403: 'Your link does not open this.',
};

export const upload = {
  label: 'Upload',
  file: 'Anonymized file',
  choose: 'Choose the anonymized file',
  chooseOther: 'Choose another file',
  chooseMended: 'Choose the mended file',
  chooseSame: 'Choose the same file',
  locally: 'It is looked at on this computer first: a file with names, addresses or coordinates is not sent.',
  looking: 'Looking at the file',
  lookingHere: 'Looking at the file on this computer. Nothing is sent yet.',

  /** Why a file may not leave, and what to do. */
  kept: {
    key: {
      title: 'Nothing was sent. This is your key. Never send it to anybody.',
      whatToDo:
        'Put it back in its safe place: with it, the codes of your students could be made again. Choose the file named gapmap-homes-….csv, which “Prepare a file” saved beside it.',
    },
    empty: { title: 'Nothing was sent. This file is empty.', whatToDo: PREPARE },
    headerOnly: {
      title: 'Nothing was sent. This file has no students, only the names of its columns.',
      whatToDo: PREPARE,
    },
    ownExport: {
      title:
        'Nothing was sent. This is not a file that “Prepare a file” made: its first line names none of the columns.',
      whatToDo: `If it is your own export, it holds names or addresses and must not be sent. ${PREPARE}`,
    },
    spreadsheet: {
      title: 'Nothing was sent. This is a spreadsheet or a zip file, not an anonymized file.',
      whatToDo: PREPARE,
    },
    value: {
      title: ({ line, column, shape }: { line: number; column: string; shape: string }) =>
        `Nothing was sent. Line ${grouped(line)}, column ${column}, holds something else than ${SHAPES[shape] ?? shape}.`,
      whatToDo: `It could tell who somebody is, so nothing of the file was sent. Make the file again from your export and leave it as it is. ${PREPARE}`,
    },
    strangeColumns: {
      title: ({ columnCount }: { columnCount: number }) =>
        `Nothing was sent. This file has ${columnCount === 1 ? 'a column' : `${grouped(columnCount)} columns`} that an anonymized file does not have.`,
      whatToDo: `Such a column could hold a name or an address, so nothing was sent. ${PREPARE}`,
    },
    missingColumns: {
      title: ({ columns }: { columns: readonly string[] }) =>
        `Nothing was sent. These columns are missing: ${columns.join(', ')}.`,
      whatToDo: PREPARE,
    },
    notText: {
      title: ({ line }: { line: number }) =>
        `Nothing was sent. This is not an anonymized file: line ${grouped(line)} is not text of ours.`,
      whatToDo: PREPARE,
    },
  },

  sending: 'Sending the file',
  sent: ({ received, bytes }: { received: number; bytes: number }) => `Sent ${size(received)} of ${size(bytes)}`,
  pausedAt: ({ received, bytes }: { received: number; bytes: number }) =>
    `Paused at ${size(received)} of ${size(bytes)}. What was sent stays there for a day.`,
  goOn: 'Go on',
  tryNow: 'Try now',
  pause: 'Pause',
  stop: 'Stop, and delete what was sent',
  broken: 'The connection is broken.',
  isKept: 'What was sent is kept.',
  tryingIn: ({ seconds }: { seconds: number }) =>
    `Trying again in ${grouped(seconds)} s, or as soon as the connection is back.`,
  trying: 'Trying again…',
  stoppedAt: ({ startedAt, received, bytes }: { startedAt: string; received: number; bytes: number }) =>
    `An upload of ${date(startedAt)} stopped at ${size(received)} of ${size(bytes)}.`,
  deleteSent: 'Delete what was sent',
  sameGoesOn: 'Choose the same file again, and it goes on from there.',

  checking: 'Checking the file',
  isChecked: 'The file is here. Every row is being checked; nothing is taken in before you accept it.',
  askingIn: ({ seconds }: { seconds: number }) => `Asking again in ${grouped(seconds)} s.`,

  failure: ({ status }: { status: number }) => FAILURES[status] ?? 'The server refused this.',
  acceptedAlready: 'This is the file that was accepted already.',
  sameAs: ({ acceptedAt }: { acceptedAt: string }) =>
    `It was accepted on ${date(acceptedAt)}, byte for byte the same. Nothing was sent, and nothing changes.`,
  refused: 'The file was refused. Nothing was taken in, and what was sent is deleted.',
  certificate: 'Certificate that it was deleted',

  allCan: ({ students }: { students: number }) => `All ${plural(students, 'student', 'students')} can be taken in.`,
  someCan: ({ students, rows }: { students: number; rows: number }) =>
    `${grouped(students)} of ${plural(rows, 'student', 'students')} can be taken in.`,
  nothingYet: 'Nothing is taken in yet. Look at what was found, then accept it, or mend your export and send it again.',
  onMap: 'Students on the map',
  withoutPlace: 'Counted without a place: no fixed residence',
  leftOut: 'Left out by this check',
  notes: 'Notes, worth a look before you accept',
  inOnePlace: {
    at_schools: 'Half of the homes or more stand at schools',
    one_cell: 'Half of the homes or more lie in one hexagon',
  },
  isRight:
    'These students really live there, as in an apartment tower or a dormitory, and not at a school or a bus stop.',
  taking: 'Taking it in',
  takingAll: 'Taking it in. A large district takes up to a minute; all of it is taken in, or nothing.',
  replace: 'Replace what was accepted',
  accept: ({ collection }: { collection: string }) => `Accept for ${collection}`,
  sendAnother: 'Delete this file, and send another',

  findings: {
    title: ({ count }: { count: number }) => `${plural(count, 'thing', 'things')} to mend, row by row`,
    each: 'Each costs a student or one answer.',
    first: ({ count }: { count: number }) => `These are the first ${grouped(count)}; the download has more.`,
    download: 'Download them (CSV)',
    caption: 'What to mend, row by row',
    line: 'Line',
    column: 'Column',
    matter: 'What is the matter',
    whatToDo: 'What to do',
    leftOut: 'Left out',
    wholeRow: 'the whole row',
    lost: { row: 'the student', answer: 'the answer' },
    isLost: { row: 'Left out: the student.', answer: 'Left out: the answer.' },
  },

  replaces: {
    title: ({ acceptedAt }: { acceptedAt: string }) =>
      `This takes the place of the file accepted on ${date(acceptedAt)}`,
    homes: ({ homesBefore, homesAfter }: { homesBefore: number; homesAfter: number }) =>
      `Homes: ${grouped(homesBefore)} before, ${grouped(homesAfter)} after.`,
    added: 'Students added',
    removed: 'Students removed',
    moved: 'In another place than before',
    answersChanged: 'With other answers',
    otherKey: 'Nearly every student is another than before.',
    otherKeyAsk:
      'Was the file prepared with another key file? With the key of last time, students stay the same ones; with a new one, nobody can be followed from one file to the next.',
    yes: 'Yes, replace it: what was accepted before is deleted.',
  },
};

export type UploadMessages = typeof upload;
