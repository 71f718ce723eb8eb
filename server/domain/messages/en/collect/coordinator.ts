/** A coordinator's page: how far each district of a collection is, its link, its enrollment, its answers. */
import { wordingIn } from '../../wording.ts';
import { rateInWords, type SaidRate } from './page.ts';

const { date, grouped, plural } = wordingIn('en');

const EVENTS: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  received: 'received',
  prepared: 'prepared',
  taken_back: 'taken back',
};

export const coordinator = {
  onTheirWay: 'The collections are on their way.',
  didNotCome: 'The collections did not come.',
  change: 'Change name, window or questions',
  outreach: 'Outreach',
  agreement: 'Data-sharing agreement (DOCX)',
  newOne: 'New collection',
  addOne: 'Add one: a name, the days on which districts may send, and the questions. Then make each district its link.',
  views: {
    districts: 'Districts',
    answers: 'Answers',
    review: 'Review',
    kit: 'Survey kit',
    disclosures: 'Disclosure log',
  },
  viewsOf: 'Of the collection',
  districtsOnTheirWay: 'The districts are on their way.',
  districtsDidNotCome: 'The districts did not come.',
  outOfDate: 'What you see may be out of date.',

  form: {
    changing: ({ collection }: { collection: string }) => `Change ${collection}`,
    name: 'Name',
    nameNote: 'The survey round, as everybody will see it: for example “spring 2027”.',
    firstDay: 'First day',
    lastDay: 'Last day',
    contact: 'Whom districts call',
    contactNote: 'Each district reads it on its page: a name, a telephone number, when you can be reached.',
    questions: 'Questions',
    notSaved: 'It was not saved.',
    save: 'Save',
    add: 'Add the collection',
    faults: {
      nameMissing: 'Give it a name, such as “spring 2027”.',
      nameLong: 'Use at most 80 characters.',
      nameTaken: 'There is a collection of this name. Choose another.',
      firstDay: 'Say the first day on which districts may send.',
      lastDay: 'Say the last day on which districts may send.',
      closesFirst: 'It closes before it opens. Choose a later day, or an earlier first one.',
      noQuestion: 'Choose at least one question.',
    },
  },

  noDistricts: 'There are no districts yet.',
  howFar: ({
    total,
    accepted,
    withNotes,
    notStarted,
    takenBack,
  }: {
    total: number;
    accepted: number;
    withNotes: number;
    notStarted: number;
    takenBack: number;
  }) => {
    const notes = withNotes > 0 ? `, ${grouped(withNotes)} of them with notes` : '';
    const begun = notStarted === 0 ? 'Every district has started' : `${plural(notStarted, 'has', 'have')} not started`;
    const back =
      takenBack === 0 ? '' : ` ${plural(takenBack, 'has taken its file back.', 'have taken their files back.')}`;
    return `${grouped(accepted)} of ${plural(total, 'district is', 'districts are')} accepted${notes}. ${begun}.${back}`;
  },
  overall: ({ districtCount, rate }: { districtCount: number; rate: SaidRate }) =>
    `Of the students of ${plural(districtCount, 'district', 'districts')}, ${rateInWords(rate)} answered at least one question.`,
  byState: 'Districts by state; each lists its own below',

  table: {
    columns: {
      name: 'District',
      state: 'State',
      enrolled: 'Enrolled',
      rate: 'Response rate',
      latest: 'Latest',
      notes: 'Notes',
      link: 'Link',
    },
    sortBy: 'Sort by',
    title: 'Districts',
    noAnswers: 'Hardly any answers: ask again',
    caption: ({ collection }: { collection: string }) => `Districts of ${collection}`,
    find: 'Find a district',
    which: 'Which districts',
    all: 'All districts',
    listed: ({ listed, districtCount }: { listed: number; districtCount: number }) =>
      `${grouped(listed)} of ${plural(districtCount, 'district', 'districts')}`,
    chosen: ({ chosen }: { chosen: number }) => `, ${grouped(chosen)} chosen`,
    choose: ({ districtName }: { districtName: string }) => `Choose ${districtName}`,
    chooseAll: 'Choose all that are listed',
    listAll: ({ listed }: { listed: number }) => `List all ${grouped(listed)}`,
    darkMark: ({ previous }: { previous: string }) => `In a response rate, the dark mark is that of ${previous}.`,
    noneKnown: 'No school districts are known here. “gapmap import places” brings them in.',
    noneLike: 'No district is like that. Choose another state, or search for less.',
    remindAll: ({ districtCount }: { districtCount: number }) =>
      `Reminder list of the ${grouped(districtCount)} still to come (CSV)`,
    remindThese: ({ districtCount }: { districtCount: number }) =>
      `Reminder list of these ${grouped(districtCount)} (CSV)`,
    notKnown: 'not known',
    event: ({ event, time }: { event: string; time: string }) => `${EVENTS[event] ?? event} ${date(time)}`,
    nothingYet: 'nothing yet',
    noNotes: 'none',
    noLink: 'none',
    notes: ({ count }: { count: number }) => plural(count, 'note', 'notes'),
    until: ({ expiresAt }: { expiresAt: string }) => `until ${date(expiresAt)}`,
  },

  details: {
    lastSeen: 'Last seen here',
    enrolled: 'Enrolled',
    on: ({ time }: { time: string }) => date(time),
    answers: 'Answers by question',
    answered: ({ rate, previous, rateBefore }: { rate: SaidRate; previous: string; rateBefore: SaidRate }) =>
      `${rateInWords(rate)} answered at least one question; in ${previous} it was ${rateInWords(rateBefore)}.`,
  },

  answers: {
    title: 'Answers by question',
    nothing: 'There is nothing to tell until a district is accepted.',
    lead: 'Of the students who were to be asked a question, so many answered it.',
    question: 'Question',
    answered: 'Answered',
    by: 'By',
    byDistrict: 'District by district',
    deeper: ({ fewest }: { fewest: number }) =>
      `The deeper the tint, the more answered. Of fewer than ${grouped(fewest)} students no rate is told, and rates move only when at least as many changed.`,
    matrix: 'Answers by district and question',
    district: 'District',
    anyAnswer: 'Any answer',
    tooFew: 'too few',
  },

  enrollment: {
    title: 'Enrollment',
    noneKnown: 'Response rates are of the students that a district sent, as nobody said yet how many it enrolls.',
    known: ({ known, districtCount }: { known: number; districtCount: number }) =>
      `The enrollment of ${grouped(known)} of ${plural(districtCount, 'district', 'districts')} is known: their response rates are of all students enrolled.`,
    moreAnswered: ({ districtCount }: { districtCount: number }) =>
      `More answered than are enrolled in ${plural(districtCount, 'district', 'districts')}: there the rate is of the students sent.`,
    download: 'Download a table of the districts to fill in (CSV)',
    file: 'Enrollment file',
    choose: 'Choose a file with enrollment',
    about:
      'The table above with its column students filled in, or any CSV with the columns lea_id and students. Districts left empty stay as they are.',
    linesToMend: 'Nothing was changed: the file has lines to mend.',
    andMore: ({ count }: { count: number }) => `And ${plural(count, 'more line', 'more lines')}.`,
    notChanged: 'Nothing was changed.',
    nowKnown: ({ districtCount }: { districtCount: number }) =>
      `The enrollment of ${plural(districtCount, 'district', 'districts')} is known now.`,
    unreadable: 'The file cannot be read.',
    header: 'Line 1 must name two columns: lea_id, the seven digits of a district, and students, how many it enrolls.',
    leaId: ({ line }: { line: number }) =>
      `Line ${grouped(line)}, column lea_id: write the seven digits of the district.`,
    students: ({ line }: { line: number }) =>
      `Line ${grouped(line)}, column students: write a whole number, such as 1240; a decimal or a shortened number is none.`,
    repeated: ({ line }: { line: number }) => `Line ${grouped(line)} repeats a district: keep one line for each.`,
    nothing: 'The file gives no district a count of students.',
  },
};

export type CoordinatorMessages = typeof coordinator;
