/** Chambers of legislatures, the districts that elect them, and what their members are called. */

export const CHAMBERS = ['senate', 'house', 'congress'] as const;
export type Chamber = (typeof CHAMBERS)[number];

export const DISTRICT_OF_CHAMBER = {
  senate: 'senate_district',
  house: 'house_district',
  congress: 'congressional_district',
} as const satisfies Record<Chamber, string>;

export type ChamberDistrict = (typeof DISTRICT_OF_CHAMBER)[Chamber];

export function isChamberDistrict(kind: string): kind is ChamberDistrict {
  return (Object.values(DISTRICT_OF_CHAMBER) as string[]).includes(kind);
}

/** How members of a chamber are addressed; the words are in the catalogs. */
export const MEMBER_TITLES = ['senator', 'representative', 'delegate', 'assembly_member', 'us_representative'] as const;
export type MemberTitle = (typeof MEMBER_TITLES)[number];

/** @param stateFips lower houses have other names in some states */
export function memberTitle(kind: ChamberDistrict, stateFips: string): MemberTitle {
  if (kind === 'senate_district') return 'senator';
  if (kind === 'congressional_district') return 'us_representative';
  if (OF_DELEGATES.has(stateFips)) return 'delegate';
  return ASSEMBLIES.has(stateFips) ? 'assembly_member' : 'representative';
}

/** Maryland, Virginia, West Virginia. */
const OF_DELEGATES = new Set(['24', '51', '54']);
/** California, Nevada, New Jersey, New York, Wisconsin. */
const ASSEMBLIES = new Set(['06', '32', '34', '36', '55']);

/** A chamber as lists of members write it, OpenStates' upper and lower among them. */
export function chamberOf(text: string): Chamber | undefined {
  const word = text.trim().toLowerCase();
  if (/\b(congress|u\.?s\.? house|us representative)/.test(word)) return 'congress';
  if (/\b(senate|senator|upper)\b/.test(word)) return 'senate';
  return /\b(house|lower|assembly|delegates?|representatives?)\b/.test(word) ? 'house' : undefined;
}
