/** Commitments: what providers signed to serve, how far they are, and what everybody may know of it. */
import { wordingIn } from '../wording.ts';

const { decimal, grouped, plural, date, momentHere, list, wholePercent } = wordingIn('en');

const standings = {
  signed: 'signed',
  due: 'milestone due',
  reported: 'reported',
  returned: 'report returned',
  late: 'late',
  complete: 'complete',
  seen: 'confirmed by a filing',
  default: 'failed',
};

export const commitments = {
  title: 'Commitments',
  lead: 'Who signed to serve which homes by when, and how far it is. A place leaves the list of places without service by a signed commitment or a new filing, and by nothing else.',
  coming: 'The commitments are on their way.',
  failed: 'The commitments did not come',
  none: 'No provider has signed a commitment yet.',
  publicNote:
    'Everybody may read this list. Homes are rounded to fives, and the map draws no hexagon finer than its own.',
  count: ({ count }: { count: number }) => plural(count, 'commitment', 'commitments'),
  provider: 'Provider',
  place: 'Place',
  counties: 'Counties',
  homes: 'Homes',
  round: 'Round',
  by: 'All by',
  next: 'Next milestone',
  done: 'Served',
  standing: 'Standing',
  standings,
  day: ({ day }: { day: string }) => date(day),
  at: ({ at }: { at: string }) => momentHere(at),
  number: ({ count }: { count: number }) => grouped(count),
  aboutHomes: ({ homes }: { homes: number }) => `about ${grouped(homes)}`,
  percent: ({ percent }: { percent: number }) => wholePercent(percent / 100),
  names: ({ names }: { names: readonly string[] }) => list(names),
  tier: ({ tier }: { tier: number }) => `late, tier ${tier} of 4`,
  tierNote:
    'Tiers say how much is missing of what is due: 1 from 5 %, 2 from 15 %, 3 from 25 %, 4 from half (47 CFR 54.320).',
  seenIn: ({ asOf, percent }: { asOf: string; percent: number }) =>
    `The FCC filing of ${date(asOf)} shows service of this provider at this speed at ${wholePercent(percent / 100)} of the locations.`,
  confirmedOn: ({ asOf }: { asOf: string }) => `FCC filing of ${date(asOf)}`,
  notSeen: 'No later FCC filing has come since it was signed.',
  toSign: 'Awards that wait for your signature',
  toSignLead: 'A signature makes the award a commitment with the milestones below. It is public, without prices.',
  sign: 'Sign',
  signNamed: ({ name }: { name: string }) => `Sign the commitment to serve ${name}`,
  notSigned: 'It was not signed',
  back: 'All commitments',
  facts: 'What was signed',
  amount: 'Public money',
  dollars: ({ dollars }: { dollars: number }) => `$${grouped(dollars)}`,
  offer: 'Service',
  speed: ({ technology, downloadMbps, uploadMbps }: { technology: string; downloadMbps: number; uploadMbps: number }) =>
    `${technology} at ${grouped(downloadMbps)}/${grouped(uploadMbps)} Mbps`,
  price: 'Price for a household',
  aMonth: ({ dollars }: { dollars: number }) => `$${decimal(dollars, 2)} a month`,
  students: 'Students',
  signedBy: 'Signed',
  bySomebody: ({ who, at }: { who: string; at: string }) => `${date(at)}, by ${who}`,
  milestones: 'Milestones',
  milestone: ({ percent, day }: { percent: number; day: string }) => `${wholePercent(percent / 100)} by ${date(day)}`,
  counted: ({
    locations,
    ofLocations,
    countedAsOf,
    revision,
  }: {
    locations: number;
    ofLocations: number;
    countedAsOf: string;
    revision: string;
  }) =>
    `That is ${plural(locations, 'FCC location', 'FCC locations')} of ${grouped(ofLocations)} in the place, counted by the filing of ${date(countedAsOf)}, revision ${date(revision)}. A later count does not change it.`,
  notCounted: 'Nobody had filed with the FCC when it was signed, so that it is counted in homes alone.',
  accepted: ({ at }: { at: string }) => `Accepted ${date(at)}.`,
  evidence: 'Evidence',
  noEvidence: 'No file yet.',
  kinds: { coverage: 'Coverage file', 'speed-tests': 'Speed tests', photograph: 'Photograph' },
  foundAreas: ({ areaCount, percent }: { areaCount: number; percent: number }) =>
    `${plural(areaCount, 'area', 'areas')}, covering about ${wholePercent(percent / 100)} of the locations: an estimate`,
  foundTests: ({ tests, meeting }: { tests: number; meeting: number }) =>
    `${plural(tests, 'test', 'tests')}, ${grouped(meeting)} of them at four fifths of the speed or more`,
  foundPhotograph: 'Place, time and maker were removed.',
  addFile: 'Add a file',
  kind: 'Kind of file',
  file: 'File',
  fileNote:
    'At most 25 MB. A coverage file as for the commission (zipped Shapefile, GeoPackage, GeoJSON); speed tests as CSV with download_mbps and upload_mbps, of which only the numbers are kept; a photograph as JPEG, PNG or WebP.',
  add: 'Add the file',
  adding: 'The file is being read.',
  notAdded: 'The file was not added',
  report: 'Report this milestone',
  reportWords: 'What was built',
  send: 'Send the report',
  notSent: 'The report was not sent',
  reports: 'Reports',
  reportedBy: ({ who, at }: { who: string; at: string }) => `${who}, ${momentHere(at)}`,
  waits: 'It waits for a decision.',
  wasAccepted: ({ who }: { who: string }) => `Accepted by ${who}.`,
  moves: {
    sign: 'signed',
    due: 'milestone due',
    report: 'milestone reported',
    accept: 'report accepted',
    complete: 'last report accepted',
    return: 'report returned',
    late: 'milestone late',
    see: 'confirmed by a filing',
    default: 'declared failed',
  },
  wasReturned: ({ who, reason }: { who: string; reason: string }) => `Returned by ${who}: ${reason}`,
  decide: 'Decide about this report',
  reason: 'Reason',
  accept: 'Accept',
  return: 'Return with the reason',
  notDecided: 'It was not decided',
  fail: 'Declare it failed',
  failLead: 'The lot goes back to the list and may be asked for in another round. This cannot be undone.',
  failAct: 'Declare it failed',
  whyFailed: ({ reason }: { reason: string }) => `Failed: ${reason}`,
  history: 'History',
  step: ({ at, who }: { at: string; who: string }) => `${momentHere(at)}, ${who}`,
  clock: 'by the clock',
};

export type CommitmentMessages = typeof commitments;
