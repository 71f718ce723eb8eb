/** A provider's room, and the page where its state's agency decides its corrections. */
import { wordingIn } from '../wording.ts';

const { grouped, plural, agree, date, decimal, wholePercent } = wordingIn('en');

const sources: Readonly<Record<string, string>> = {
  agreed: 'both filings',
  fcc: 'the FCC',
  puc: 'the state commission',
};

export const room = {
  title: 'Provider’s room',
  lead: ({ stateName, release }: { stateName: string; release: string }) =>
    `What filings say you serve in ${stateName}, and where students near it have nothing to buy. Release “${release}”.`,
  fccId: ({ id }: { id: string }) => `FCC provider id ${id}`,
  partOf: ({ name }: { name: string }) => `part of ${name}`,
  failed: 'The room did not come',
  notYours: 'This room opens by a provider’s link',
  notYoursWhy:
    'Open the link that the state gave you, in this browser. Each provider has a room of its own, on its own name.',
  toMap: 'The map',
  sources,
  alerts: {
    title: 'Since the release before',
    fresh: ({ clusterCount, release, releasedAt }: { clusterCount: number; release: string; releasedAt: string }) =>
      `${plural(clusterCount, 'cluster', 'clusters')} within this distance ${agree(clusterCount, 'is', 'are')} new since “${release}” (${date(releasedAt)}). New ones are marked in the list.`,
    none: ({ release, releasedAt }: { release: string; releasedAt: string }) =>
      `No cluster within this distance is new since “${release}” (${date(releasedAt)}).`,
    gone: ({ names }: { names: readonly string[] }) => `No longer a cluster: ${names.join('; ')}.`,
    first: 'There is no earlier release to compare with.',
  },
  mailing: {
    title: 'Mail about new clusters',
    lead: 'When a new release has new clusters near your hexagons, each of these addresses gets one message. Where nothing is new, it gets none.',
    readers:
      'Only people of your company read these addresses here. A message that was written, with its address, is also in the outbox, which staff of the state and whoever runs this server read.',
    within: 'New clusters within',
    miles: ({ count }: { count: number }) => `${plural(count, 'mile', 'miles')} of our hexagons`,
    email: 'E-mail address',
    language: 'Write in',
    languages: { en: 'English', es: 'Spanish' },
    add: 'Write to this address',
    added: 'From the next release on, this address is written to.',
    notAdded: 'The address was not added',
    failed: 'The addresses did not come',
    notStopped: 'It was not stopped',
    none: 'Nobody is written to.',
    about: ({ miles, languageName, at }: { miles: number; languageName: string; at: string }) =>
      `within ${plural(miles, 'mile', 'miles')}, in ${languageName}, since ${date(at)}`,
    stop: 'Stop',
    stopOne: ({ recipient }: { recipient: string }) => `Stop writing to ${recipient}`,
  },
  footprint: {
    title: 'What filings say you serve',
    hexes: ({ count }: { count: number }) =>
      `${plural(count, 'hexagon', 'hexagons')} of about 180 acres, by any filing below.`,
    nothing:
      'No filing that you may read names you in this state. A correction at the end of this page can change that.',
    open: 'Only public filings are read here: a confidential one does not appear, even your own.',
    filing: 'Filing',
    technologyHead: 'Technology',
    fastest: 'Fastest, Mbps',
    hexesHead: 'Hexagons',
    locations: 'Locations',
    fast: 'At 100/20',
    filed: ({ publisher, title, asOf }: { publisher: string; title: string; asOf: string }) =>
      `${publisher}, ${title}, as of ${date(asOf)}`,
    corrected: 'with your correction',
    areas: 'drawn as areas',
    count: ({ count }: { count: number }) => grouped(count),
    download: 'Hexagons as GeoJSON',
  },
  demand: {
    title: 'Students without service near you',
    explained:
      'Each offer says why its homes count as without: its technology is not counted as reliable, it is too slow, or it reaches too few homes of a hexagon. Students are estimated, by share of locations. Households are exact, of the areas published whole inside. Miles are from your nearest hexagon.',
    within: 'Within',
    miles: ({ count }: { count: number }) => plural(count, 'mile', 'miles'),
    lacking: 'Without',
    measures: { unserved: 'any reliable service', underserved: 'service at 100/20 Mbps' } as Readonly<
      Record<string, string>
    >,
    by: 'According to',
    atLeast: 'Students, at least',
    any: 'any number',
    rivals: 'Others there',
    rivalries: {
      any: 'anybody',
      none: 'nobody but satellites',
      slow: 'nobody at 100/20 but satellites',
    } as Readonly<Record<string, string>>,
    sort: 'Order',
    orders: {
      miles: 'nearest first',
      students: 'most students first',
      households: 'most households first',
      locations: 'most locations first',
      density: 'densest first',
      schools: 'most schools first',
      rank: 'as the state ranks them',
    } as Readonly<Record<string, string>>,
    coming: 'The list is on its way.',
    failed: 'The list did not come',
    found: ({ clusterCount, of }: { clusterCount: number; of: number }) =>
      clusterCount === of
        ? `${plural(clusterCount, 'cluster', 'clusters')} within this distance.`
        : `${grouped(clusterCount)} of ${plural(of, 'cluster', 'clusters')} within this distance.`,
    signed: ({ count }: { count: number }) =>
      `${plural(count, 'more is', 'more are')} not listed: somebody signed to serve all of ${count === 1 ? 'it' : 'them'}.`,
    none: 'No cluster passes these choices. Take a longer distance, or fewer conditions.',
    cluster: 'Cluster',
    milesHead: 'Miles',
    students: 'Students, estimated',
    households: 'Households, exact',
    locations: 'FCC locations',
    density: 'Locations a square mile',
    schools: 'Schools inside',
    others: 'Others there',
    overlap: ({ name }: { name: string }) => `Inside “${name}”`,
    take: 'Take along',
    about: ({ students }: { students: number }) => `about ${grouped(students)}`,
    few: ({ fewest }: { fewest: number }) => `fewer than ${grouped(fewest)}`,
    hidden: 'too few to say',
    count: ({ count }: { count: number }) => grouped(count),
    distance: ({ miles }: { miles: number }) => decimal(miles, 1),
    share: ({ share, about }: { share: number; about: string }) => `${about} (${wholePercent(share)} of locations)`,
    outside: 'none',
    nobody: 'nobody',
    offer: ({ technologyName, downloadMbps, uploadMbps, locations, whyNot }: OfferFacts) =>
      `${technologyName} ${grouped(downloadMbps)}/${grouped(uploadMbps)}, ${plural(locations, 'location', 'locations')}: ${WHY_NOT[whyNot]}`,
    you: 'you',
    isNew: 'new',
    show: ({ name }: { name: string }) => `Show ${name} on the map`,
    locationIds: 'Location ids',
    locationIdsOf: ({ name }: { name: string }) => `FCC location ids of ${name}, as CSV`,
    downloadAs: 'The list as',
    showAll: ({ count }: { count: number }) => `Show all ${grouped(count)}`,
  },
  map: {
    label: 'Map of what you serve and the clusters near it',
    keys: 'Arrows walk from hexagon to hexagon.',
    drawing: 'The map is on its way.',
    broken: 'This browser cannot draw the map. The table says the same.',
    key: 'Blue: what filings say you serve. Dark and outlined: clusters of the list. Dashed: land already paid for.',
    all: 'Show everything',
  },
  plans: {
    title: 'Your plant and plans',
    lead: 'Load a coverage file to see how much of each cluster lies inside. Nobody else reads it: no other provider, and not the state.',
    estimate:
      'What lies inside is an estimate: the cluster’s number times the share of its FCC locations inside your shapes. Students inside a drawn shape are never counted.',
    name: 'What you call it',
    file: 'Coverage file',
    formats:
      'Zipped Shapefile or FileGDB, GeoPackage or GeoJSON, up to 32 MB. Each area needs its technology and its fastest speeds in Mbps: columns such as technology, maxdown and maxup, or those of a Form 477 or BDC file.',
    load: 'Load it',
    loading: 'The file is being read. A large one takes a minute.',
    isLoaded: 'It is loaded. The list above has a column for it.',
    failed: 'The file was not loaded',
    loaded: ({ areaCount, hexes }: { areaCount: number; hexes: number }) =>
      `${plural(areaCount, 'area', 'areas')} in ${plural(hexes, 'hexagon', 'hexagons')}`,
    at: ({ at }: { at: string }) => `loaded ${date(at)}`,
    notes: 'What reading it assumed',
    remove: 'Delete',
    removeMeans: 'The file is deleted, and its column in the list goes. You can load it again.',
    yesRemove: 'Yes, delete it',
    keep: 'No, keep it',
    removeOne: ({ name }: { name: string }) => `Delete ${name}`,
    shapes: 'GeoJSON',
    none: 'Nothing is loaded.',
  },
  corrections: {
    title: 'Correct a filing',
    lead: 'If a filing of the state commission says something wrong of you, send a coverage file of what is right. The state’s agency accepts or refuses it with a reason. The filing keeps both editions, and the next release says so.',
    fcc: 'What the FCC shows of you is corrected with the FCC itself, in its Broadband Data Collection.',
    filing: 'Filing',
    file: 'Coverage file of all you serve, as it should be',
    says: 'What is wrong, in a sentence',
    send: 'Send the correction',
    sending: 'The file is being read. A large one takes a minute.',
    failed: 'The correction was not sent',
    sent: 'The correction is with the state’s agency.',
    own: 'Your corrections',
    none: 'You have sent no correction.',
    waits: 'waits for a decision',
    decisions: { accepted: 'accepted', refused: 'refused' } as Readonly<Record<string, string>>,
    filedAt: ({ at }: { at: string }) => `Sent ${date(at)}`,
    decidedAt: ({ outcome, at }: { outcome: string; at: string }) => `${outcome} ${date(at)}`,
    change: ({ hexesBefore, hexesAfter, hexesAdded, hexesRemoved }: ChangeFacts) =>
      `${plural(hexesBefore, 'hexagon', 'hexagons')} by the filing, ${grouped(hexesAfter)} by the correction: ${grouped(hexesAdded)} more, ${grouped(hexesRemoved)} fewer.`,
    noFiling: 'No filing of the state commission that this release rests on names you.',
  },
  decide: {
    title: 'Corrections by providers',
    lead: 'Providers say here what a filing of the state commission should say of them. Accepting one makes a new edition of the filing with the provider’s areas replaced; the edition before stays, and the next release uses the new one and says so.',
    failed: 'The corrections did not come',
    notYours: 'This page opens by the state agency’s link',
    notYoursWhy: 'Open the link of the state agency in this browser.',
    none: 'No provider has sent a correction.',
    about: ({ publisher, title, revision }: { publisher: string; title: string; revision: string }) =>
      `${publisher}, ${title}, edition of ${date(revision)}`,
    says: 'The provider says',
    drawing: 'Areas by the filing, filled, and by the correction, outlined. Thin lines: counties',
    shapes: 'Both as GeoJSON',
    reason: 'Your reason, which the provider reads',
    accept: 'Accept',
    refuse: 'Refuse',
    acceptMeans: 'This makes a new edition of the filing, and the provider reads your reason. It cannot be taken back.',
    refuseMeans: 'The filing stays as it is, and the provider reads your reason. It cannot be taken back.',
    yesAccept: 'Yes, accept it',
    yesRefuse: 'Yes, refuse it',
    notYet: 'Not yet',
    notDecided: 'The decision was not taken',
    because: 'Reason',
  },
};

const WHY_NOT = {
  unreliable: 'not counted as reliable',
  slow: 'too slow to count',
  few: 'too few homes',
};

interface OfferFacts {
  technologyName: string;
  locations: number;
  whyNot: keyof typeof WHY_NOT;
  downloadMbps: number;
  uploadMbps: number;
}

interface ChangeFacts {
  hexesBefore: number;
  hexesAfter: number;
  hexesAdded: number;
  hexesRemoved: number;
}

export type RoomMessages = typeof room;
