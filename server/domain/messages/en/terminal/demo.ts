/** What the demo says to whoever started it: its address, links to the finer views, and what was loaded since. */
import { wordingIn } from '../../wording.ts';

const { decimal } = wordingIn('en');

export const demo = {
  answers: ({ address, seconds }: { address: string; seconds: number }) =>
    `Gapmap answers at ${address}   (${decimal(seconds, 0)} s, synthetic demo data)`,
  linksOnlyHere:
    'Links for the agency, provider, district and coordinator views are printed only when HOST is a loopback address.',
  people: 'People of the demo, to choose one:',
  links: 'Finer views, by link (each is good for a day):',
  agency: 'state agency',
  provider: ({ name }: { name: string }) => `provider ${name}`,
  itsRoom: 'its room',
  district: ({ name }: { name: string }) => `district ${name}`,
  itsCollection: 'its collection',
  coordinator: 'coordinator of collections',
  stops: 'Ctrl-C stops everything.',
  collection: 'A made-up collection is under way: /collect.',
  round: 'A made-up round is open: /rounds.',
  olderRelease: 'The release with the filings of December 2025 is there too.',
  history: 'Older filings and the release of fall 2025 are there too: /change compares them.',
};

export type DemoMessages = typeof demo;
