import type { ChamberDistrict } from '../../domain/chamber.ts';

/** A district as people type it: "5", "district 5", "senate 5", "HD-10", "distrito del senado 5". */
export interface DistrictAsked {
  readonly kinds: readonly ChamberDistrict[];
  /** Without zeros in front, in capitals. */
  readonly number: string;
}

const ASKED = /^\s*(?<words>\D*?)[\s.-]*0*(?<number>\d{1,3}[a-z]?)\s*$/i;

const KINDS: readonly [ChamberDistrict, RegExp][] = [
  ['senate_district', /\b(senate|senator|senado|sd)\b/i],
  ['house_district', /\b(house|delegates?|assembly|representatives?|c[aá]mara|hd)(?!\p{L})/iu],
  ['congressional_district', /\b(congress|congressional|congreso|cd)\b/i],
];

/** @returns undefined where the text names no number of a district */
export function districtAsked(typed: string): DistrictAsked | undefined {
  const { words = '', number } = ASKED.exec(typed)?.groups ?? {};
  if (number === undefined) return undefined;
  const named = KINDS.filter(([, pattern]) => pattern.test(words)).map(([kind]) => kind);
  const isBare = /^(state|estatal|district|distrito|district no|#|\s)*$/i.test(words);
  if (named.length === 0 && !isBare) return undefined;
  return { kinds: named.length > 0 ? named : KINDS.map(([kind]) => kind), number: number.toUpperCase() };
}
