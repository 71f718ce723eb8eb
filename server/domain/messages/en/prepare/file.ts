/** “Prepare a file”: the frame of the page, the log of requests, and the step where key and files are chosen. */
import { wordingIn } from '../../wording.ts';

const { grouped, plural, date, size, list } = wordingIn('en');

const FROM: Readonly<Record<string, string>> = { page: 'page', worker: 'worker' };

export const file = {
  title: 'Prepare a file',
  lead: 'Turns your district’s export into a file without names, addresses or coordinates. Everything happens in this browser, on this computer. Nothing is sent anywhere.',
  notLoaded: 'The page could not be loaded whole',
  loadAgain: 'Load it again',
  steps: 'Steps',
  step: {
    file: 'Choose the file',
    columns: 'Match the columns',
    problems: 'Look at the problems',
    preview: 'See what leaves',
    save: 'Save the file',
  },
  /** Where there is room for a word. */
  stepInShort: { file: 'File', columns: 'Columns', problems: 'Problems', preview: 'Preview', save: 'Save' },
  stepOf: ({ stepNumber, stepCount }: { stepNumber: number; stepCount: number }) =>
    `Step ${stepNumber} of ${stepCount}`,
  isDone: ' (done)',
  working: {
    file: 'Reading the file',
    answers: 'Reading the answers',
    points: 'Reading the address points',
    check: 'Checking every row',
  },
  workNow: ({ task, progress }: { task: string; progress: string }) => `${task}. ${progress}`,
  stop: 'Stop',
  back: 'Back',
  stillNeeded: ({ needs }: { needs: readonly string[] }) => `Still needed: ${list(needs)}.`,
  blank: 'blank',

  log: 'Network log',
  sentSince: 'Requests sent by this page since you chose a file: ',
  sentOnce: 'Requests sent by this page once you choose a file: ',
  sentInShort: 'Sent: ',
  refused: ({ where, from }: { where: string; from: string }) =>
    `Refused by your browser by the ${FROM[from] ?? from}: ${where}`,
  asked: ({ how, where, from }: { how: string; where: string; from: string }) =>
    `Asked for (${how}) by the ${FROM[from] ?? from}: ${where}`,
  unreadableAddress: 'an unreadable address',
  howToCheck: 'How you can check this',
  counterHears:
    'This counter hears every way a page has to send something, in the page and in its background worker, and reads your browser’s own record.',
  refusesNow:
    'Your browser now refuses every request of this page, and cannot be told otherwise until the page is closed.',
  willRefuse:
    'When you choose a file, the page tells your browser to refuse every request from then on. It cannot take that back.',
  turnOff: 'Turn off your network now, Wi-Fi or cable. Everything here goes on working.',
  developerTools: 'Or open your browser’s developer tools (F12), choose “Network”, and watch it stay empty.',

  district: 'Your district',
  leaId: 'District number (LEAID)',
  leaIdWrong: ({ digits }: { digits: number }) =>
    `Seven digits are needed, this has ${digits}. Write the leading zero too, and nothing but digits.`,
  leaIdNote:
    'Seven digits, given by the National Center for Education Statistics, for example 5400030. Your coordinator can tell you.',

  key: 'Your key',
  keyLead:
    'The key turns student numbers into pseudonyms. With the same key the same student gets the same pseudonym next year, and only the district has it. It is a small file: keep it where you keep other confidential files, never send it.',
  haveKey: 'Do you have a key?',
  firstTime: 'This is our first time',
  fromLastTime: 'We have a key file from last time',
  chooseKey: 'Choose the key file',
  chooseOtherKey: 'Choose another key file',
  keyTold: ({ leaId, madeOn }: { leaId: string; madeOn: string }) =>
    `Key of district ${leaId}${madeOn === '' ? '' : `, made on ${date(madeOn)}`}. It is whole and unchanged.`,
  keyIsCalled: ({ file }: { file: string }) => `It is called ${file}.`,
  keyUnusable: 'This key cannot be used',
  keyLost: 'What if the key is lost?',
  keyLostAnswer:
    'Nobody can bring it back, and nobody can work out a student from the pseudonyms without it. Choose “This is our first time” and make a new one. Your numbers stay right; only the link to earlier years is gone, because every student gets a new pseudonym. Tell your coordinator, so that the change is not taken for new students.',
  keyStolen: 'What if somebody else gets the key?',
  keyStolenAnswer:
    'With the key and a list of student numbers somebody could work out which pseudonym is whose. Make a new key, tell your coordinator, and send the file again: a new upload replaces the old one.',
  makeKey: 'Make a key',
  leaIdFirst: 'Write the district number first.',
  saveKey: 'Save the key file',
  saveKeyAgain: 'Save the key file again',
  keySaved: ({ file }: { file: string }) => `Saved as ${file} in your downloads. Put it in a safe place.`,
  keyMade: 'A key was made on this computer. Save it before going on.',

  export: 'Your export',
  chooseExport: 'Choose the export',
  chooseOther: 'Choose another file',
  fileTold: ({ bytes, columnCount }: { bytes: number; columnCount: number }) =>
    `, ${size(bytes)}, ${plural(columnCount, 'column', 'columns')}`,
  orDrop: 'Or drop it here.',
  exportNote: ({ most }: { most: number }) =>
    `One row a student, as your student information system exports it: CSV, text or Excel (.xlsx), any names of columns, up to ${grouped(most)} rows. Names, birth dates and whatever else it holds do no harm: they are not read.`,
  loading: 'The page is still loading. You can choose in a moment.',
  unreadable: 'This file cannot be read',
  namesOnLine: ({ line }: { line: number }) =>
    `The names of the columns stand on line ${line}; what is above is not read.`,
  takeLine: ({ line }: { line: number }) => `Use line ${line} instead`,
  lineAsSaid: ({ line }: { line: number }) => `Line ${line} is taken for the names of the columns, as you said.`,
  isItLine: ({ line }: { line: number }) => `Is line ${line} the line that names the columns?`,
  otherLine: ({ line }: { line: number }) =>
    `Line ${line} holds several values too. If it is line ${line} that names them, take it, so that no student between is lost.`,

  answersElsewhere: 'Are the families’ answers in another file? Add it (Google Forms, Microsoft Forms, Qualtrics)',
  answersLead:
    'It needs the student number beside the answers. Homes and grades come from your export. Both files stay on this computer.',
  chooseAnswers: 'Choose the file of answers',
  chooseOtherAnswers: 'Choose another file of answers',
  doWithout: 'Do without it',
  answersNote: 'Or drop it here. CSV, text or Excel (.xlsx), as the form exports it.',
  answersUnreadable: 'This file of answers cannot be read',
  answersOnly: 'This file has answers but no homes. Add your student export to join them.',
  answersOnlyLead:
    'The export of your student information system has the student numbers and the homes. The two are joined by student number, on this computer.',
  answersWithoutNumbers:
    'We found no column of student numbers in the answers. Names do not do: two students may share one. If the form asked for the number, choose its column in the next step.',
  addExport: 'Add the student export',
  homesHere: 'If homes are in the file you chose, go on without: <columns>choose the columns of the homes</columns>.',

  workedBefore: ({ day }: { day: string }) => `You worked on a file like this one until ${date(day)}`,
  wasAt: ({ step }: { step: string }) =>
    `You were at “${step}”. What you chose and wrote then is applied again to the rows and values that are still the same.`,
  answersAgain: 'You had added a file of answers: choose that again too.',
  keptSealed: 'This browser keeps it sealed: only with your key file can it be read, and no row of your file is in it.',
  forget: 'Forget it',

  goOn: 'Go on where you stopped',
  toColumns: 'Go on to the columns',
  needs: {
    key: 'a key',
    keySaved: 'the key file to be saved',
    export: 'an export',
    studentExport: 'the student export',
    answers: 'the file of answers',
    columns: 'the columns named above',
    student: 'at least one student',
    onePlace: 'your word on the many students in one place',
  },
};

export type FileMessages = typeof file;
