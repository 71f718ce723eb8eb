/** Who takes part in the recorded run of a round, and what they want of it. */
import type { AlternativeTyped } from './round-run.ts';

export const TITLE = 'Five hollows';
export const STAFF = { samuel: 'Samuel Reyes', priya: 'Priya Nair', bo: 'Bo Lind' } as const;
/** Lots by their row in the table. The budget takes the first two offers and no third. */
export const BUDGET = '200000';
export const PROVIDERS = {
  redbud: {
    id: 540_120,
    name: 'Redbud Electric Cooperative',
    frn: '0041502019',
    words: 'Poles of the heron.',
    offers: [{ asks: { 0: '71300', 1: '68200' } }],
  },
  greensward: {
    id: 540_121,
    name: 'Greensward Fiber Cooperative',
    frn: '0041502134',
    words: 'Crews of the otter.',
    offers: [{ asks: { 2: '52400' } }, { asks: { 2: '52400', 3: '258500' } }],
  },
  ironweed: {
    id: 540_122,
    name: 'Ironweed Fiber, LLC',
    frn: '0041502242',
    words: 'Loans of the marten.',
    offers: [{ asks: { 3: '160700', 4: '160900' }, isEach: true }],
  },
} as const satisfies Record<
  string,
  { id: number; name: string; frn: string; words: string; offers: readonly AlternativeTyped[] }
>;
export type Staff = keyof typeof STAFF;
export type Company = keyof typeof PROVIDERS;
export const STAFF_NAMES = Object.keys(STAFF) as Staff[];
export const COMPANIES = Object.keys(PROVIDERS) as Company[];
export const PASSPHRASE = (who: Staff) => `${who} keeps nine herons`;

/** Every word and amount of its proposal that nobody else may know. */
export function secretsOf(company: Company): string[] {
  const { words, offers } = PROVIDERS[company];
  const amounts = offers.flatMap(({ asks }) => Object.values(asks));
  return [words, ...amounts.flatMap((dollars) => [dollars, Number(dollars).toLocaleString('en-US')])];
}

/** Who did what, by the words of the log. */
export const ACTS = [
  [STAFF.samuel, 'drafted a round'],
  [STAFF.samuel, 'shaped the lots of a round'],
  [STAFF.samuel, 'shared a draft of a round'],
  ...COMPANIES.map((company) => [PROVIDERS[company].name, 'applied to answer rounds'] as const),
  [STAFF.samuel, 'qualified a provider'],
  [STAFF.samuel, 'opened a round'],
  ...COMPANIES.map((company) => [PROVIDERS[company].name, 'submitted a proposal'] as const),
  [STAFF.samuel, 'amended a round'],
  ...COMPANIES.map((company) => [PROVIDERS[company].name, 'confirmed a proposal'] as const),
  ['', 'closed a round at its deadline'],
  [STAFF.samuel, 'opened a round, as one of two'],
  [STAFF.priya, 'opened a round, as one of two'],
  [STAFF.samuel, 'decided who is to serve which lot'],
  [STAFF.samuel, 'published an intended award'],
  [STAFF.samuel, 'awarded a round'],
  [STAFF.samuel, 'made a repair round'],
  ...STAFF_NAMES.map((who) => [STAFF[who], 'became an opener of a round'] as const),
  [STAFF.bo, 'opened a round, as one of two'],
  [STAFF.priya, 'awarded a round'],
  [PROVIDERS.greensward.name, 'signed a commitment'],
  [PROVIDERS.greensward.name, 'added evidence to a commitment'],
  [PROVIDERS.greensward.name, 'reported a milestone'],
  [STAFF.samuel, 'accepted a milestone'],
  ['', 'saw a commitment in a filing'],
] as const satisfies readonly (readonly [who: string, did: string])[];
