/** A provider's proposal in a round: its form, its standing, its receipt. */
import { wordingIn } from '../wording.ts';
import { departures, proposalFaults } from './proposal-words.ts';

const { decimal, grouped, momentHere, plural, size } = wordingIn('en');

export const proposalPage = {
  title: 'Your proposal',
  lead: ({ title }: { title: string }) =>
    `For “${title}”. What you type is saved as you type; nothing is sent to the state before you submit.`,
  toRound: 'Back to the round',
  coming: 'Your proposal is on its way.',
  failed: 'Your proposal did not come',
  forProviders: 'Providers write proposals here. Open this page with your provider’s link, or sign in in that role.',
  closes: ({ at }: { at: string }) => `Open until ${momentHere(at)}, by the clock of the database.`,
  closed: ({ at }: { at: string }) =>
    `Closed since ${momentHere(at)}. What was submitted stays sealed until two people of the state open the round.`,
  notOpen: 'This round is not open for proposals.',
  notQualified: 'Your organization is not qualified in this state yet. You can write, but not submit.',
  sealedTitle: 'Who can read this, and when',
  sealed: {
    server:
      'Drafts and proposals are encrypted. No other provider, no staff of the state and no role of the database reaches them before two named people open the round after its deadline. Whoever operates this server holds both the database and its secret, and could read them: this round is sealed without passphrases.',
    openers:
      'Proposals are encrypted for three people of the state, two of whom open the round with their passphrases after its deadline. Until then nobody can read what you submit, not even whoever operates this server, and not you: your receipt holds your copy. Drafts are encrypted under the server’s own secret until you submit; then they are deleted.',
  },
  from: {
    draft: ({ at }: { at: string }) => `Your draft of ${momentHere(at)}.`,
    version: 'What you submitted last.',
    'last-round': 'Filled in from your proposal in the round before. Check everything.',
    profile: 'Filled in from your profile.',
  },
  saving: 'Saving …',
  saved: ({ at }: { at: string }) => `Saved ${momentHere(at)}`,
  notSaved: 'Not saved',
  alternative: {
    title: ({ count }: { count: number }) => `Alternative ${grouped(count)}`,
    add: 'Add an alternative',
    remove: 'Remove this alternative',
    lead: 'Up to two alternatives. At most one of them is chosen.',
    bundle: 'The lots of this alternative',
    bundles: { all: 'all of them, or none', each: 'any of them, each by itself' },
    technology: 'Technology',
    downloadMbps: 'Download, Mbps',
    uploadMbps: 'Upload, Mbps',
    latencyMs: 'Latency, milliseconds',
    share: 'Share of the homes it serves, %',
    pricePerMonth: 'Price a month, US dollars',
    install: 'Installation, US dollars',
    termMonths: 'Months the price holds',
    start: 'Start of work',
    finish: 'All served by',
    departs: 'This differs from the terms of the round:',
  },
  departures,
  lots: {
    title: 'Lots and amounts',
    lot: 'Lot',
    students: 'Students',
    households: 'Households',
    reference: 'Reference amount',
    subsidy: 'Public money asked, US dollars',
    capital: 'Capital it takes, US dollars',
    percent: 'Of the reference',
    percentValue: ({ percent }: { percent: number }) => `${decimal(percent, 1)} %`,
    none: 'not named',
    take: ({ name }: { name: string }) => `Offer for ${name}`,
    subsidyFor: ({ name }: { name: string }) => `Public money asked for ${name}`,
    capitalFor: ({ name }: { name: string }) => `Capital for ${name}`,
    sum: ({ dollars }: { dollars: number }) => `$${grouped(dollars)} of public money together`,
    dollars: ({ dollars }: { dollars: number }) => `$${grouped(dollars)}`,
  },
  milestones: {
    title: 'Milestones',
    lead: 'Share of the homes that can be served by each day. The last is 100 %.',
    percent: 'Percent of homes',
    day: 'By',
    add: 'Add a milestone',
    usual: 'Fill in 40, 60, 80 and 100 %',
    remove: ({ count }: { count: number }) => `Remove milestone ${grouped(count)}`,
  },
  rest: {
    title: 'About the whole proposal',
    partners: 'Partners, where you bid jointly',
    otherMoney: 'Other public money for the same homes',
    words: 'Anything else',
    signer: 'Who may sign',
    name: 'Name',
    job: 'Position',
    email: 'Email',
  },
  files: {
    title: 'Files',
    lead: 'PDF files, and coverage files that are read row by row at once. 25 MB each. Files are sealed like the rest, and are only ever downloaded.',
    pdf: 'Add a PDF',
    coverage: 'Add a coverage file',
    formats: 'A zipped Shapefile or FileGDB, GeoPackage or GeoJSON.',
    sending: 'The file is on its way.',
    refused: 'The file was not taken',
    one: ({ name, bytes }: { name: string; bytes: number }) => `${name}, of ${size(bytes)}`,
    confidential: ({ name }: { name: string }) => `${name} is confidential`,
    remove: ({ name }: { name: string }) => `Leave out ${name}`,
    rows: ({ count }: { count: number }) => `${plural(count, 'area was', 'areas were')} read.`,
    row: ({
      provider,
      technology,
      download,
      upload,
    }: {
      provider: string;
      technology: string;
      download: number;
      upload: number;
    }) => `${provider}: ${technology}, ${grouped(download)}/${grouped(upload)} Mbps`,
  },
  confidential: {
    title: 'Confidential parts',
    lead: 'Left out of the copy that the state gives away under public records law. Lots, speeds, prices and the money you ask for are never confidential.',
    parts: {
      capital: 'Capital it takes',
      partners: 'Partners',
      otherMoney: 'Other public money',
      words: 'Anything else',
      signer: 'Who may sign',
    },
  },
  submit: {
    title: 'Submit',
    faults: 'Before you can submit:',
    faultOf: ({ count, flaw }: { count: number; flaw: keyof typeof proposalFaults }) =>
      `Alternative ${grouped(count)}: ${proposalFaults[flaw]}`,
    fault: ({ flaw }: { flaw: keyof typeof proposalFaults }) => proposalFaults[flaw],
    first: 'Submit this proposal',
    next: ({ version }: { version: number }) => `Submit as version ${grouped(version)}`,
    sending: 'It is being sealed.',
    failed: 'It was not submitted',
  },
  receipt: {
    title: 'It is submitted. This is your receipt.',
    line: ({ version, at }: { version: number; at: string }) => `Version ${grouped(version)}, taken ${momentHere(at)}.`,
    hash: 'Receipt',
    keep: 'Save the receipt. It holds your copy and the random number (nonce) that proves it, which is told only now. When the round closes, the list of all receipts is published: yours must be in it.',
    save: 'Save the receipt',
  },
  standing: {
    title: 'What stands',
    none: 'Nothing is submitted yet.',
    draft: 'Nothing is submitted yet; there is a draft.',
    submitted: 'Submitted. The last version counts.',
    withdrawn: 'Withdrawn. Nothing of yours is in the round unless you submit again before the deadline.',
    version: 'Version',
    at: 'Taken',
    moment: ({ at }: { at: string }) => momentHere(at),
    hash: 'Receipt',
    stale: 'The round was amended after you submitted',
    staleMeans:
      'Read the amendment. Then confirm what you submitted, or submit a new version. Otherwise it is left out of the choice.',
    confirm: 'Confirm what I submitted',
    withdraw: 'Withdraw',
    failed: 'It was not done',
    published: 'The list of all receipts of this round',
    listed: ({ count }: { count: number }) => `${plural(count, 'receipt is', 'receipts are')} in the published list.`,
    isListed: 'Yours are in it.',
    notListed: 'One of yours is not in it: call the state.',
  },
  awards: {
    title: 'The decision',
    none: 'No lot went to you.',
    line: ({ name, dollars }: { name: string; dollars: number }) => `${name}: $${grouped(dollars)}`,
    intended: ({ at }: { at: string }) => `Intended. Protests are taken until ${momentHere(at)}.`,
    awarded: 'Awarded.',
  },
};

export type ProposalPageMessages = typeof proposalPage;
