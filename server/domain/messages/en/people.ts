/** People: signing in, invitations, and an administrator's pages. */
import { wordingIn } from '../wording.ts';

const { date, moment } = wordingIn('en');

interface At {
  readonly at: string;
}

export const people = {
  roles: {
    admin: 'administrator',
    sea: 'education agency',
    puc: 'utility commission',
    coordinator: 'coordinator of collections',
    district: 'school district',
    provider: 'provider',
    viewer: 'guest',
  },
  opens: {
    admin: 'Invites people, ends their roles, and reads the log of what was done.',
    sea: 'Reads the agency’s view.',
    puc: 'Reads the agency’s view and, in the commission’s workbench, restricted filings.',
    coordinator: 'Runs collections, and reads the public view.',
    district: 'Sends its own file, and reads its own areas.',
    provider: 'Reads the provider’s view.',
    viewer: 'Opens drafts that are shared, and reads the public view.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'Choose where you have your account. You are asked there who you are, and come back here.',
    with: ({ label }: { label: string }) => `Sign in: ${label}`,
    passkey: 'Sign in with a passkey',
    takingUp: ({ role, organization }: { role: string; organization: string }) =>
      `You have an invitation: ${role}, for ${organization}. Sign in to take it up.`,
    noAccount: 'If you have no such account, make a passkey: this device then knows you again.',
    makePasskey: 'Make a passkey on this device',
    keeps:
      'This browser stays signed in for 12 hours at most, and for half an hour when unused. It keeps one cookie for that.',
    demo: {
      title: 'Choose a demo person',
      lead: 'Everything here is made up. Each button signs you in as one of these people.',
      enter: ({ name, organization }: { name: string; organization: string }) => `${name}, ${organization}`,
    },
    signedInAs: ({ name, organization, role }: { name: string; organization: string; role: string }) =>
      `You are signed in as ${name}, for ${organization} (${role}).`,
    out: 'Sign out',
  },
  sessions: {
    title: 'Where you are signed in',
    lead: 'Each of these browsers is signed in as you. End those that you do not know or no longer use.',
    none: 'You are signed in nowhere.',
    linkStays: 'If one of these browsers is not yours, end it, and tell your administrator.',
    others: 'You have other roles. You act in one at a time.',
    actAs: ({ role, organization }: { role: string; organization: string }) => `Act as ${role}, for ${organization}`,
  },
  signedOut: {
    title: 'You are signed out',
    lead: 'This browser no longer opens anything but what is public.',
    atIssuer: ({ label }: { label: string }) =>
      `You may still be signed in at “${label}”. On a computer that others use too, sign out there as well.`,
    also: ({ label }: { label: string }) => `Sign out of ${label}`,
    again: 'Sign in again',
    map: 'The map',
  },
  invitation: {
    title: 'An invitation',
    offers: ({ role, organization }: { role: string; organization: string }) =>
      `Somebody invites you to Gapmap: ${role}, for ${organization}.`,
    until: ({ at }: At) => `It is good until ${date(at)}, and for one person.`,
    go: 'Go on to signing in',
    notYours: 'If it was not meant for you, close this page. Nothing has been taken up yet.',
  },
  passkey: {
    title: 'Your passkey',
    lead: 'A passkey is a key that this device keeps for you. You unlock it as you unlock the device.',
    make: 'Make a passkey',
    use: 'Use my passkey',
    working: 'Waiting for this device ...',
    failed: 'This device gave no passkey. Try once more, or ask for another invitation.',
    late: 'The button waits for a script of this page. If it stays gray, turn scripts on and load the page again.',
  },
  admin: {
    title: 'People',
    state: ({ state }: { state: string }) => `People who act for organizations of ${state}.`,
    log: 'What was done',
    map: 'The map',
    invite: {
      title: 'Invite somebody',
      label: 'Whom it is for, such as an e-mail address',
      organization: 'Organization',
      role: 'Role',
      leaId: 'LEAID, for a school district',
      providerId: 'FCC provider id, for a provider',
      make: 'Make the invitation',
      made: 'The invitation is made. Send this link to the person: it is shown only now.',
      link: 'Link',
      good: ({ at }: At) => `It is good until ${date(at)}, once.`,
      back: 'Back to the people',
    },
    open: {
      title: 'Open invitations',
      none: 'No invitation is open.',
      until: ({ at }: At) => `until ${date(at)}`,
    },
    held: {
      title: 'Roles',
      none: 'Nobody holds a role yet.',
      since: ({ at }: At) => `since ${date(at)}`,
      claims: 'given by the sign-in',
    },
    sessions: {
      own: 'Where I am signed in',
      where: 'Browser',
      title: 'Signed in now',
      none: 'Nobody is signed in.',
      begun: ({ at }: At) => `since ${moment(new Date(at))}`,
      unknownBrowser: 'a browser that did not say its kind',
    },
    columns: { who: 'Who', organization: 'Organization', role: 'Role', when: 'When', end: 'End' },
    end: 'End',
    endOf: ({ who, what }: { who: string; what: string }) => `End: ${who}, ${what}`,
  },
  log: {
    title: 'What was done',
    lead: 'Each act of people, links and commands within the state, the newest first. Nobody can change an entry.',
    none: 'No act fits.',
    did: 'Act',
    anyAct: 'Any',
    who: 'Who',
    from: 'From',
    to: 'Until',
    show: 'Show',
    csv: 'Take along as CSV',
    older: 'Older acts',
    newest: 'The newest',
    people: 'People',
    columns: { at: 'When', who: 'Who', forWhom: 'For', did: 'Did', thing: 'What', note: 'Note' },
    moment: ({ at }: At) => moment(new Date(at)),
  },
};

export type PeopleMessages = typeof people;
