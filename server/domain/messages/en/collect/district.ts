/** A district's page of a collection: the three steps to an accepted file, and what it has come to. */
import { wordingIn } from '../../wording.ts';
import { rateInWords, type SaidRate } from './page.ts';

const { agree, date, grouped, plural } = wordingIn('en');

export const district = {
  lead: 'Three steps: prepare a file on your own computer, upload it, and accept what the check found.',
  district: ({ leaId }: { leaId: string }) => `District ${leaId}`,
  onItsWay: 'Your collection is on its way.',
  didNotCome: 'Your collection did not come.',
  notBegun: 'Your coordinator begins one. You can prepare your file already: that needs nobody else.',
  collection: ({ collection }: { collection: string }) => `Collection ${collection}`,
  call: 'If you are stuck: <contact/>',
  stepsOnTheirWay: 'Your steps are on their way.',
  stepsDidNotCome: 'Your steps did not come.',
  unknown: 'This collection does not know your district.',

  step: ({ count }: { count: number }) => `Step ${grouped(count)}:`,
  progress: { done: 'Done', begun: 'Begun', now: 'Now', open: 'Next', later: 'Later' },
  prepare: 'Prepare',
  upload: 'Upload',
  accepted: 'Accepted',

  callList: 'Make your own call list',
  callListIs:
    'Whom to ask, to connect, to equip: by name, on your own computer, from the export that you choose there. Nothing is sent.',
  prepareIs:
    'Turns your own export into a file without names, addresses or coordinates. It happens on your computer, in your browser, and nothing is sent.',
  toldReady: ({ preparedAt }: { preparedAt: string }) =>
    `You told your coordinator on ${date(preparedAt)} that it is ready.`,
  toldStudents: ({ preparedAt, students }: { preparedAt: string; students: number }) =>
    `You told your coordinator on ${date(preparedAt)} that ${plural(students, 'student', 'students')} are ready.`,
  tellAgain: 'Tell your coordinator another number',
  tell: 'Not sending yet? Tell your coordinator that it is ready',
  howMany: 'How many students are in the file',
  onlyNumber: 'Only this number is sent.',
  wholeNumber: 'Write a whole number, such as 1,240.',
  notTold: 'It was not sent.',
  tellCoordinator: 'Tell the coordinator',

  opensOn: ({ opensOn }: { opensOn: string | null }) =>
    `Uploads open on ${opensOn === null ? 'a day still to be named' : date(opensOn)}.`,
  prepareAlready: 'Prepare your file already; it stays on your computer until then.',
  closedOn: ({ closesOn }: { closesOn: string | null }) =>
    `Uploads closed${closesOn === null ? '' : ` on ${date(closesOn)}`}.`,
  askLonger: 'Ask your coordinator to keep the collection open for longer, if your file is still to come.',
  isIn: 'Your file is in. If your numbers have changed, send a newer one: it takes the place of the first.',
  sendNewer: 'Send a newer file',

  willFind:
    'Here you will find what was taken in, your response rates, and the certificate that your file was deleted.',
  areAccepted: ({ homes, noFixedResidence }: { homes: number; noFixedResidence: number }) => {
    const total = homes + noFixedResidence;
    const are = `${plural(total, 'student is', 'students are')} accepted`;
    if (noFixedResidence === 0) return `${are}${agree(total, ' and is on the map.', ', all of them on the map.')}`;
    return `${are}: ${grouped(homes)} on the map, ${grouped(noFixedResidence)} counted without a place.`;
  },
  fileAccepted: 'Your file is accepted.',
  onMapAccepted: ({ students }: { students: number }) =>
    `${plural(students, 'student on the map is', 'students on the map are')} accepted.`,
  acceptedOn: ({ acceptedAt, hasNotes }: { acceptedAt: string; hasNotes: boolean }) =>
    `Accepted on ${date(acceptedAt)}${hasNotes ? ', with the notes below' : ''}.`,
  staysUntilNewer: 'It stays as it is until you accept the newer file.',
  nothingLeft: ({ collection }: { collection: string }) => `Thank you. There is nothing left to do for ${collection}.`,
  answersLeft:
    'Hardly anybody answered, so what your students need stays unknown. Ask the families, with the survey kit if you like, and send a new file: it takes the place of this one.',
  certificate: 'Certificate of deletion, to print',
  certificateJson: 'The same for programs (JSON)',
  found: ({ count }: { count: number }) =>
    `The check found ${plural(count, 'thing', 'things')} to mend, row by row; ${agree(count, 'it', 'each')} cost a student or one answer.`,
  takenBackOn: ({ takenBackAt }: { takenBackAt: string }) => `You took your file back on ${date(takenBackAt)}.`,
  notCounted: 'No release made after that counts it; those made before stay as they are.',
  sendAnother: 'You can send another file at any time, or the same one again.',
  missingUntilOpen: 'Uploads are not open now, so your students are missing until your coordinator opens them again.',

  rates: 'Your response rates',
  tooFew: 'There are too few students for a rate.',
  moreThanEnrolled: ({ students, enrolled }: { students: number; enrolled: number }) =>
    `Your file holds more students on the map (${grouped(students)}) than your coordinator has enrolled for you (${grouped(enrolled)}), so what share of all answered cannot be told.`,
  answered: ({ rate, isOfEnrolled }: { rate: SaidRate; isOfEnrolled: boolean }) =>
    `${rateInWords(rate)} of your ${isOfEnrolled ? 'enrolled students' : 'students on the map'} answered at least one question.`,
  answeredBefore: ({
    rate,
    isOfEnrolled,
    previous,
    rateBefore,
  }: {
    rate: SaidRate;
    isOfEnrolled: boolean;
    previous: string;
    rateBefore: SaidRate;
  }) =>
    `${rateInWords(rate)} of your ${isOfEnrolled ? 'enrolled students' : 'students on the map'} answered at least one question; in ${previous} it was ${rateInWords(rateBefore)}.`,
  notEvery: 'Not everybody answers every question: of those whom a question was for, so many answered it.',

  takeBack: 'Take this file back',
  takeBackMeans: {
    deleted: 'All that was taken in of it is deleted here. Nothing of it counts in the next release, or in any after.',
    before: 'Releases made before stay as they are: they show no student, only sums.',
    fewStay:
      'Fewer than ten students who are part of another district’s sum stay in that sum until ten of it have changed, so that no difference between two releases is about them.',
    noFile:
      'A file that this one replaced does not come back: it was deleted then. Your district has no file until it accepts another.',
    noFileClosed:
      'A file that this one replaced does not come back: it was deleted then. Your district has no file until it accepts another, and uploads are not open now.',
    seen: 'Your coordinator sees that you took it back. The certificate stays good, and says so too.',
  },
  yesTakeBack: ({ collection }: { collection: string }) => `Yes, take it back for ${collection}.`,
  notTakenBack: 'It was not taken back.',
  takeBackNow: 'Take the file back',
};

export type DistrictMessages = typeof district;
