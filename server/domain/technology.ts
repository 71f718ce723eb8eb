/**
 * Broadband technologies as the FCC Broadband Data Collection codes them, and the profiles (sets of technologies) a
 * verdict may be asked for.
 *
 * Source: FCC BDC fixed availability data specification; NTIA BEAD NOFO (2022) for "reliable broadband".
 */
export const TECHNOLOGY_CODES = [0, 10, 40, 50, 60, 61, 70, 71, 72] as const;
export type TechnologyCode = (typeof TECHNOLOGY_CODES)[number];

/** Name for readers; never "GSO", "NGSO" or a code. */
export const TECHNOLOGY_NAMES: Record<TechnologyCode, string> = {
  0: 'other technology',
  10: 'copper',
  40: 'cable',
  50: 'fiber',
  60: 'geostationary satellite',
  61: 'low-orbit satellite',
  70: 'unlicensed fixed wireless',
  71: 'licensed fixed wireless',
  72: 'licensed-by-rule fixed wireless',
};

/** @param code of any filing, also one that the FCC has not */
export function technologyName(code: number): string {
  return isTechnologyCode(code) ? TECHNOLOGY_NAMES[code] : TECHNOLOGY_NAMES[0];
}

export const PROFILES = ['bead_2022', 'terrestrial', 'wired', 'any'] as const;
export type Profile = (typeof PROFILES)[number];
export const DEFAULT_PROFILE: Profile = 'bead_2022';

/** 72 counts as reliable here; the FCC has not said so formally (unconfirmed), so change it in this one place. */
export const PROFILE_TECHNOLOGIES: Record<Profile, readonly TechnologyCode[]> = {
  bead_2022: [10, 40, 50, 71, 72],
  terrestrial: [0, 10, 40, 50, 70, 71, 72],
  wired: [10, 40, 50],
  any: TECHNOLOGY_CODES,
};

export const PROFILE_NAMES: Record<Profile, string> = {
  bead_2022: 'reliable broadband (wired or licensed wireless)',
  terrestrial: 'anything but satellite',
  wired: 'wired only',
  any: 'any technology, satellite included',
};

export function isTechnologyCode(value: number): value is TechnologyCode {
  return (TECHNOLOGY_CODES as readonly number[]).includes(value);
}

/** Technology codes other filings use (Form 477, state filings), normalized to BDC codes. */
const OTHER_CODES: Record<number, TechnologyCode> = {
  11: 10, // ADSL2
  12: 10, // VDSL
  20: 10, // symmetric DSL
  30: 10, // other copper
  41: 40, // cable, DOCSIS 1 to 2
  42: 40, // cable, DOCSIS 3.0
  43: 40, // cable, DOCSIS 3.1
  90: 0, // power line
};

/** The BDC code for a technology code of any kind of filing; undefined if no rule knows it. */
export function normalizeTechnologyCode(code: number): TechnologyCode | undefined {
  return isTechnologyCode(code) ? code : OTHER_CODES[code];
}
