/** “Prepare a file”: which column of a file is what. */
import { wordingIn } from '../../wording.ts';

const { plural, grouped, agree } = wordingIn('en');

export const columns = {
  asLastTime:
    'These are the columns as you chose them last time for a file like this one. Look whether they are still right. The examples are shown on your screen only.',
  guessed:
    'We guessed which of your columns is what, by their names and values. Look at each guess and correct it where it is wrong. The examples are shown on your screen only.',
  groups: {
    who: {
      title: 'Who',
      note: 'The student number is needed, so that a student is counted once and recognized next year.',
    },
    where: {
      title: 'Where',
      note: 'Either coordinates or the street address are needed. With both, coordinates tell the place, and the address who lives together.',
    },
    parts: {
      title: 'Where the street is in parts',
      note: 'Where number, street, type and direction stand in columns of their own, they are put together into one address. Choose the column of street names as the street address above.',
    },
    grade: { title: 'Grade', note: 'If your export has it.' },
    answered: {
      title: 'What families answered',
      note: 'As many as your export has. A question without a column counts as not answered.',
    },
    answers: {
      title: 'The file of answers',
      note: 'Joined to your export by the student number. What families answered there counts, and your export’s own answers for those who did not. Homes come from your export, and the grade too where it has one.',
    },
  },
  caption: ({ title }: { title: string }) => `${title}: which column is what`,
  whatItIs: 'What it is',
  yourColumn: 'Your column',
  examples: 'Examples, on your screen only',
  examplesInShort: 'Examples',
  whatBecomes: 'What becomes of it',
  becomesInShort: 'Becomes',
  columnOf: ({ name }: { name: string }) => `Column of: ${name}`,
  columnOfAnswers: ({ name }: { name: string }) => `Column of the answers: ${name}`,
  notInFile: '(not in the file)',
  nameless: ({ columnNumber }: { columnNumber: number }) => `Column ${columnNumber}`,
  none: 'none',
  allBlank: 'all blank',
  nothing: 'nothing',
  basis: {
    values: 'Guessed from its values',
    name: 'Guessed from its name',
    remembered: 'As last time',
    chosen: 'Chosen by you',
  },

  homelessness: { export: 'Homelessness', answers: 'Homelessness in the answers' },
  homelessnessNote:
    'Every column that tells who has no fixed residence, beside the type of address: a flag, where the student sleeps, days of a program. A student is counted without a place when any of them says so.',
  homelessnessCaption: 'Columns that tell of homelessness',
  takeOut: 'Take it out',
  doNotRead: 'Do not read',
  doNotReadColumn: ({ column }: { column: string }) => `Do not read ${column}`,
  addColumnOf: { export: 'Add a column of: Homelessness', answers: 'Add a column of: Homelessness in the answers' },
  addAnother: 'Add another column',

  neverRead: ({ columnCount }: { columnCount: number }) => `Never read: ${plural(columnCount, 'column', 'columns')}`,
  neverReadOfExport: ({ columnCount }: { columnCount: number }) =>
    `Never read of the export: ${plural(columnCount, 'column', 'columns')}`,
  neverReadOfAnswers: ({ columnCount }: { columnCount: number }) =>
    `Never read of the answers: ${plural(columnCount, 'column', 'columns')}`,
  used: ({ columnCount, used }: { columnCount: number; used: number }) =>
    `Of ${plural(columnCount, 'column', 'columns')} ${grouped(used)} ${agree(used, 'is', 'are')} used.`,
  unusedMatter: 'These are not. If one of them matters, such as where a student sleeps, choose it above.',

  points: 'Homes without coordinates: find them by their address (if you have a file of address points)',
  pointsLead:
    'Many states publish a file of all addresses with their coordinates, often as “address points”. If your coordinator gave you one, choose it here. Addresses are looked up in it on this computer.',
  choosePoints: 'Choose a file of address points',
  chooseOtherPoints: 'Choose another file of address points',
  pointsTold: ({ locations }: { locations: number }) => `, ${plural(locations, 'address', 'addresses')}`,
  pointsNote:
    'CSV or Excel, with house number, street, town or ZIP code, longitude and latitude, as in the National Address Database or OpenAddresses.',
  pointsUnreadable: 'These address points cannot be read',

  unchecked: 'The rows could not be checked',
  noAnswers: 'No answers',
  noAnswersNote:
    'No column was chosen for any question, so every student will count as not answered. If families were asked, choose those columns above. If their answers are in another file, go back and add it: the two are joined here.',
  notYet: 'Not yet',
  checkEveryRow: 'Check every row',
};

export type ColumnMessages = typeof columns;
