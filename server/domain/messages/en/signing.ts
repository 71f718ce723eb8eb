/** In by a link, and the browsers that it is open in. */
import { wordingIn } from '../wording.ts';

const { date, moment, plural } = wordingIn('en');

interface Browser {
  /** Empty: it did not say. */
  readonly browserName: string;
  readonly systemName: string;
}

const browserInWords = ({ browserName, systemName }: Browser) => {
  if (browserName === '') return 'A browser that did not say its kind';
  return systemName === '' ? browserName : `${browserName} on ${systemName}`;
};

export const signing = {
  enter: {
    title: 'Open your link',
    opens: {
      agency: 'This link opens the state agency’s view of the map.',
      provider: 'This link opens a provider’s view of the map.',
      district: 'This link opens a school district’s pages: its collection, and its view of the map.',
      coordinator: 'This link opens the pages of whoever coordinates a state’s collections.',
    },
    until: ({ expiresAt }: { expiresAt: string }) => `It is good until ${date(expiresAt)}.`,
    open: 'Open it in this browser',
    keeps:
      'This browser then stays signed in until you sign out or the link ends. It keeps one cookie for that. On a computer that others use too, sign out when you are done.',
    notYours: 'If this link was not meant for you, close this page. Nothing has been opened yet.',
  },
  sessions: {
    title: 'Where your link is open',
    lead: 'Each of these browsers was signed in with your link. End those that you do not know or no longer use.',
    none: 'Your link is open in no browser.',
    browser: ({ browserName, systemName }: Browser) => browserInWords({ browserName, systemName }),
    isThis: 'The browser you are using',
    begun: ({ at }: { at: string }) => `Signed in on ${moment(new Date(at))}.`,
    used: ({ minutes, at }: { minutes: number; at: string }) => {
      if (minutes <= 5) return 'Used within the last five minutes.';
      if (minutes < 120) return `Last used about ${plural(minutes, 'minute', 'minutes')} ago.`;
      return `Last used on ${moment(new Date(at))}.`;
    },
    end: 'End',
    leave: 'Sign out here',
    endOf: ({ number, browserName, systemName }: Browser & { number: number }) =>
      `End number ${number}: ${browserInWords({ browserName, systemName })}`,
    linkStays:
      'Whoever has the link can open it again. If one of these browsers is not yours, ask whoever gave you the link for a new one, so that the old one ends.',
    collections: 'Collections',
    map: 'The map',
  },
};

export type SigningMessages = typeof signing;
