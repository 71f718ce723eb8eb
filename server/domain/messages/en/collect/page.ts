/** What a coordinator, a district and whoever came without a link are told alike at `/collect`. */

import { wordingIn } from '../../wording.ts';
import { collectionChoice } from '../collection-choice.ts';
import { kit } from '../kit.ts';

const { date, grouped, list, plural, size, wholePercent } = wordingIn('en');

/** A share of students, or what it is at most or at least. */
export interface SaidRate {
  readonly rate: number;
  readonly bound?: 'most' | 'least';
}

/** "72 %", "95 % or more" */
export const rateInWords = ({ rate, bound }: SaidRate) =>
  `${wholePercent(rate)}${bound === 'least' ? ' or more' : bound === 'most' ? ' or less' : ''}`;

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish' };
const FORMATS: Readonly<Record<string, string>> = { csv: 'CSV', xlsx: 'Excel', html: 'to print' };
const KIT: Readonly<Record<string, string>> = kit;

export const page = {
  title: 'Collection',
  lead: 'Which districts have sent what, and what is missing.',
  onItsWay: 'The collection is on its way.',
  didNotCome: 'The collection did not come.',
  noCollection: 'There is no collection yet.',
  ...collectionChoice,
  cancel: 'Cancel',

  noWindow: 'Open, with no window set.',
  opens: ({ opensOn, closesOn }: { opensOn: string; closesOn: string | null }) =>
    `Opens on ${date(opensOn)}${closesOn === null ? '' : `, until ${date(closesOn)}`}.`,
  closed: ({ closesOn }: { closesOn: string }) => `Closed since ${date(closesOn)}.`,
  open: ({
    opensOn,
    closesOn,
    daysLeft,
  }: {
    opensOn: string | null;
    closesOn: string | null;
    daysLeft: number | undefined;
  }) => {
    const from = opensOn === null ? '' : ` from ${date(opensOn)}`;
    const to = closesOn === null ? '' : ` to ${date(closesOn)}`;
    if (daysLeft === undefined) return `Open${from}${to}.`;
    if (daysLeft <= 0) return `Open${from}${to}, the last day.`;
    return `Open${from}${to}, ${daysLeft === 1 ? 'one more day' : `${grouped(daysLeft)} more days`}.`;
  },

  states: {
    not_started: 'Not started',
    taken_back: 'Taken back',
    prepared: 'Prepared',
    received: 'Received',
    accepted: 'Accepted',
    accepted_with_notes: 'Accepted with notes',
  },
  meanings: {
    not_started: 'nothing was sent, and the district has not said that it is ready',
    taken_back: 'the district took its accepted file back: no release from then on counts it',
    prepared: 'the district says that its file is ready, and has not sent it',
    received: 'the file is here, and the district has not accepted what the check found',
    accepted: 'checked and taken in',
    accepted_with_notes: 'taken in, with something to know: rows or answers left out, or numbers to look at',
  },
  rate: ({ rate }: { rate: SaidRate }) => rateInWords(rate),
  tooFewToTell: 'too few to tell',
  notYet: 'not yet',
  count: ({ count }: { count: number }) => grouped(count),

  notes: 'Notes',
  noteOfRows: 'Some rows or answers were left out, or put right, as the check showed before the file was accepted.',

  ofDistrict: ({ districtName, expiresAt }: { districtName: string; expiresAt: string }) =>
    `You came by the link of ${districtName}, good until ${date(expiresAt)}.`,
  ofCoordinator: ({ label, expiresAt }: { label: string; expiresAt: string }) =>
    `You came by the link of the coordinator (${label}), good until ${date(expiresAt)}.`,
  ofPerson: ({ label }: { label: string }) => `You are signed in as ${label}.`,
  signOut: 'Sign out on this computer',

  kit: {
    title: 'Survey kit',
    lead: 'Forms for paper and telephone in English and Spanish, templates and the data dictionary. They come from the same definitions that files are checked against.',
    onItsWay: 'The kit is on its way.',
    didNotCome: 'The kit did not come.',
    file: ({ file, title }: { file: string; title: string }) => KIT[file] ?? title,
    about: ({ languages, format, bytes }: { languages: readonly string[]; format: string; bytes: number }) =>
      [list(languages.map((language) => LANGUAGES[language] ?? language)), FORMATS[format] ?? format, size(bytes)].join(
        ' · ',
      ),
  },

  visitor: {
    lead: 'How school districts tell their state which students have no internet at home, without telling anybody who those students are.',
    opensTheMap: 'Your link opens the map, not the collection.',
    opensByLink: 'The collection opens by a link for a district or for its coordinator.',
    how: 'How it goes',
    prepare: 'Prepare.',
    prepareIs:
      'A district turns its own export into a file without names, addresses or coordinates. That happens on its own computer; nothing is sent.',
    upload: 'Upload.',
    uploadIs: 'It opens its own link and sends that file. Every row is checked, and nothing is taken in yet.',
    accept: 'Accept.',
    acceptIs: 'It looks at what was found and accepts it. The file is deleted, and a certificate says so.',
    withoutLink: 'Preparing works without a link, and without being connected.',
    whereLinks: 'Where the link comes from',
    linksCome:
      'Your state’s coordinator sends each district a link of its own. Open it on this computer, and this page shows your collection. A link that has run out is no loss: the coordinator makes another.',
  },
  districts: ({ districtCount }: { districtCount: number }) => plural(districtCount, 'district', 'districts'),
};

export type PageMessages = typeof page;
