/** What a coordinator hands out and enters for good: links of districts, and the log of disclosures. */
import { wordingIn } from '../../wording.ts';

const { date, grouped, momentHere, plural } = wordingIn('en');

const AUDIENCES: Readonly<Record<string, string>> = {
  public: 'public',
  agency: 'agency',
  provider: 'provider',
  district: 'district',
  coordinator: 'coordinator',
};

export const office = {
  links: {
    title: 'Link',
    isGood: ({ createdAt, expiresAt }: { createdAt: string; expiresAt: string }) =>
      `Made on ${date(createdAt)}, good until ${date(expiresAt)}. A new one takes its place.`,
    noneGood: 'This district has no link that is still good.',
    makeOne: 'Make a link',
    makeNew: 'Make a new link',
    makeFor: ({ districtName }: { districtName: string }) => `Make a link for ${districtName}`,
    revoke: 'Revoke it',
    revokeOf: ({ districtName }: { districtName: string }) => `Revoke the link of ${districtName}`,
    notRevoked: 'The link was not revoked.',
    endOf: ({ districtName }: { districtName: string }) => `End the link of ${districtName}?`,
    endMeans:
      'Whoever holds it can no longer open the collection. What was sent stays. You can make a new link at any time.',
    end: 'End the link',
    keep: 'Keep it',

    makeChosen: 'Make links for those chosen',
    make: ({ links }: { links: number }) => `Make ${plural(links, 'link', 'links')}`,
    whoeverOpens: 'Whoever opens a link sees and sends for that district, and no other.',
    replaced: ({ districtCount }: { districtCount: number }) =>
      `${plural(districtCount, 'district of these has', 'districts of these have')} a link: it ends when the new one is made.`,
    goodFor: 'Good for',
    goodForCollection: 'the collection, and 14 days after it closes',
    days: ({ days }: { days: number }) => plural(days, 'day', 'days'),
    noneMade: 'No link was made.',
    making: 'Making them…',

    shownNow: ({ links }: { links: number }) => `${plural(links, 'new link', 'new links')}, shown only now`,
    takeThem:
      'Gapmap keeps only a fingerprint of each, so copy or download them before you close this. Send each to its own district: it opens the district’s door.',
    newLinks: 'New links',
    district: 'District',
    goodUntil: 'Good until',
    on: ({ expiresAt }: { expiresAt: string }) => date(expiresAt),
    copy: 'Copy',
    linkOf: ({ districtName }: { districtName: string }) => `Link of ${districtName}`,
    copyOf: ({ districtName }: { districtName: string }) => `Copy the link of ${districtName}`,
    copied: ({ districtName }: { districtName: string }) => `The link of ${districtName} is copied.`,
    notCopied: 'The browser did not let us copy. Select the link and copy it, or download the list.',
    copyAll: 'Copy all',
    allCopied: ({ links }: { links: number }) => `${grouped(links)} links are copied, one a line.`,
    download: 'Download as CSV, for a mail merge',
    fileName: ({ collection }: { collection: string }) => `links ${collection}.csv`,
    close: 'I have them, close',
  },

  log: {
    title: 'Disclosure log',
    lead: 'Who was given what, when and on what ground, as FERPA asks (34 CFR 99.32). Releases, links and certificates enter themselves; add what was given by hand, such as a report that was mailed. Entries are never changed or removed: put one right by another.',
    add: 'Add an entry',
    download: 'Download the log (CSV)',
    onItsWay: 'The log is on its way.',
    didNotCome: 'The log did not come.',
    nothing: 'Nothing has been disclosed yet.',
    older: 'Older entries',
    olderOnTheirWay: 'Older entries are on their way',
    caption: 'Disclosures, the newest first',
    columns: { when: 'When', who: 'Who', what: 'What', view: 'View', ground: 'Ground', enteredBy: 'Entered by' },
    view: ({ audience }: { audience: string }) => AUDIENCES[audience] ?? audience,
    at: ({ time }: { time: string }) => momentHere(time),

    newEntry: 'New entry',
    whoReceived: 'Who received it',
    whoNote: 'An organization or a role. Never a student or a family.',
    whoFault: 'Say who received it.',
    whatReceived: 'What they received',
    whatFault: 'Say what they received.',
    whichView: 'Which view of the numbers',
    views: {
      public: 'public: what anybody may see',
      agency: 'agency: the state’s finer view',
      provider: 'provider: what providers may see',
      district: 'district: its own numbers',
      coordinator: 'coordinator: how far districts are',
    },
    onWhatGround: 'On what ground',
    groundFault: 'Say on what ground, for example “34 CFR 99.31(b), de-identified”.',
    grounds: {
      deidentified: '34 CFR 99.31(b), de-identified',
      official: '34 CFR 99.31(a)(1), school official',
      audit: '34 CFR 99.31(a)(3) and 99.35, audit or evaluation',
      study: '34 CFR 99.31(a)(6), study',
    },
    note: 'Note, if any',
    notEntered: 'It was not entered.',
    enter: 'Enter it for good',
  },
};

export type OfficeMessages = typeof office;
