import type { TechnologyCode } from '../../server/domain/technology.ts';

/** The demo state's providers. All names, ids and registration numbers are invented. */
export interface Provider {
  id: number;
  name: string;
  holding: string;
  /** Ten digits with leading zeros; a provider that grew by purchase files under several. */
  frns: readonly [string, ...string[]];
  /** Brand by technology where it is not the provider's name. */
  brands?: Partial<Record<TechnologyCode, string>>;
  operation: 'ILEC' | 'Non-ILEC';
}

export const PROVIDERS = {
  larkspur: {
    id: 540101,
    name: 'Larkspur Cable Holdings, LLC',
    holding: 'Larkspur Media, Inc.',
    frns: ['0041500172', '0041500347'],
    brands: { 40: 'Larkspur' },
    operation: 'Non-ILEC',
  },
  highgap: {
    id: 540102,
    name: 'Highgap Communications, LLC',
    holding: 'Highgap Communications, LLC',
    frns: ['0041500255'],
    operation: 'Non-ILEC',
  },
  dovetail: {
    id: 540103,
    name: 'Dovetail Cablevision',
    holding: 'Larkspur Media, Inc.',
    frns: ['0041500339'],
    operation: 'Non-ILEC',
  },
  switchback: {
    id: 540104,
    name: 'Old Switchback Cable TV, Inc.',
    holding: 'Old Switchback Cable TV, Inc.',
    frns: ['0041500420'],
    operation: 'Non-ILEC',
  },
  lantern: {
    id: 540110,
    name: 'Mountain Lantern Telephone Company',
    holding: 'Lantern Group, Inc.',
    frns: ['0041501011', '0041501029'],
    brands: { 10: 'Lantern', 50: 'Lantern Fiber' },
    operation: 'ILEC',
  },
  spruceGap: {
    id: 540111,
    name: 'Spruce Gap Telephone Company',
    holding: 'Spruce Gap Telephone Company',
    frns: ['0041501106'],
    operation: 'ILEC',
  },
  threeForks: {
    id: 540112,
    name: 'Three Forks Telephone Cooperative, Inc.',
    holding: 'Three Forks Telephone Cooperative, Inc.',
    frns: ['0041501221'],
    operation: 'ILEC',
  },
  redbud: {
    id: 540120,
    name: 'Redbud Electric Cooperative',
    holding: 'Redbud Electric Cooperative',
    frns: ['0041502019'],
    brands: { 50: 'Redbud Fiber' },
    operation: 'Non-ILEC',
  },
  greensward: {
    id: 540121,
    name: 'Greensward Fiber Cooperative',
    holding: 'Greensward Fiber Cooperative',
    frns: ['0041502134'],
    operation: 'Non-ILEC',
  },
  ironweed: {
    id: 540122,
    name: 'Ironweed Fiber, LLC',
    holding: 'Ironweed Partners, LP',
    frns: ['0041502242'],
    operation: 'Non-ILEC',
  },
  skylark: {
    id: 540130,
    name: 'Skylark Mobile',
    holding: 'Skylark Mobile Holdings, Inc.',
    frns: ['0041503017'],
    brands: { 71: 'Skylark Home Internet' },
    operation: 'Non-ILEC',
  },
  catamount: {
    id: 540131,
    name: 'Catamount Wireless, LLC',
    holding: 'Catamount Wireless, LLC',
    frns: ['0041503124'],
    operation: 'Non-ILEC',
  },
  hawknest: {
    id: 540132,
    name: 'Hawknest Internet',
    holding: 'Hawknest Internet',
    frns: ['0041503231'],
    operation: 'Non-ILEC',
  },
  kettleRun: {
    id: 540133,
    name: 'Kettle Run Broadband',
    holding: 'Kettle Run Broadband',
    frns: ['0041503348'],
    operation: 'Non-ILEC',
  },
  farview: {
    id: 540140,
    name: 'Farview Satellite Services, Inc.',
    holding: 'Farview Satellite Services, Inc.',
    frns: ['0041504014'],
    brands: { 60: 'Farview' },
    operation: 'Non-ILEC',
  },
  polarArc: {
    id: 540141,
    name: 'Polar Arc Satellite',
    holding: 'Polar Arc Satellite',
    frns: ['0041504121'],
    operation: 'Non-ILEC',
  },
  lowfield: {
    id: 540142,
    name: 'Lowfield Orbit Corporation',
    holding: 'Lowfield Orbit Corporation',
    frns: ['0041504238'],
    brands: { 61: 'Lowfield' },
    operation: 'Non-ILEC',
  },
  cutBank: {
    id: 540150,
    name: 'Cut Bank Light and Water Board',
    holding: 'Cut Bank Light and Water Board',
    frns: ['0041505017'],
    operation: 'Non-ILEC',
  },
} as const satisfies Record<string, Provider>;

export type ProviderKey = keyof typeof PROVIDERS;

export function providerOf(key: ProviderKey): Provider {
  return PROVIDERS[key];
}

export function brandOf(key: ProviderKey, technology: TechnologyCode): string {
  const provider = providerOf(key);
  return provider.brands?.[technology] ?? provider.name;
}

/** The FCC provider list: one row a registration number. */
export function providerList(): string {
  const rows = ['provider_id,holding_company,frn,provider_name,operation_type'];
  for (const { id, holding, frns, name, operation } of Object.values(PROVIDERS) as Provider[])
    for (const frn of frns) rows.push([id, csvText(holding), frn, csvText(name), operation].join(','));
  return `${rows.join('\n')}\n`;
}

/** RFC 4180: quoted only where it must be, as the FCC writes its files. */
export function csvText(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
