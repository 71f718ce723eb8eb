/** An address split into comparable parts, normalized like the household keys (`anonymize/place/address.ts`). */
import { normalizeAddress, wholeInOne, zipOf } from '../anonymize/place/address.ts';
import type { Address } from '../anonymize/place/place.ts';
import { plainSigns } from '../typography.ts';

export interface AddressKeys {
  /** Number and street, normalized, without the unit. */
  readonly line: string;
  /** The value after any designator: "4" of "Apt 4" and of "# 4". */
  readonly unit: string;
  /** Number, street and unit as written, ignoring case, points and spaces. */
  readonly raw: string;
  readonly city: string;
  /** Five digits as a number; 0 if absent. */
  readonly zip: number;
}

/**
 * @param given `address` is number and street; the unit may follow, and, where the other parts are empty, the town too
 * @returns 'box' for a post office box, 'incomplete' without a house number or street
 */
export function addressKeys(given: Address): AddressKeys | 'incomplete' | 'box' {
  const { address, unit, city, zip } = wholeInOne(given) ?? given;
  const written = unit.trim() === '' ? address : `${address} ${withDesignator(unit)}`;
  const normal = normalizeAddress(written);
  if (/^(PO BOX|RR \d+ BOX)\b/.test(normal)) return 'box';
  const at = normal.lastIndexOf(' APT ');
  const line = numberedRoad(at < 0 ? normal : normal.slice(0, at), given.state);
  if (!/^(?:\d|[NSEW]\d+[NSEW]\d)\S* \S/.test(line)) return 'incomplete';
  return {
    line,
    unit: at < 0 ? '' : normal.slice(at + ' APT '.length),
    raw: written
      .toUpperCase()
      .replace(/[.,\s]+/g, ' ')
      .trim(),
    city: cityKey(city),
    zip: Number(zipOf(zip)),
  };
}

/** In West Virginia "WV-2" is "SR 2", as "State Route 2" is in every state. */
function numberedRoad(line: string, state: string): string {
  return / \d/.test(line) ? line.replace(stateRoads(state), 'SR') : line;
}

const STATE_ROADS = new Map<string, RegExp>();

function stateRoads(state: string): RegExp {
  const known = STATE_ROADS.get(state);
  if (known) return known;
  const own = /^\s*[a-z]{2}\s*$/i.test(state) ? `|${state.trim().toUpperCase()}` : '';
  const made = new RegExp(`\\b(?:(?:SR|STATE|ST${own}) (?:RTE|HWY|RD)${own})(?= \\d)`);
  if (STATE_ROADS.size < 1000) STATE_ROADS.set(state, made);
  return made;
}

/** "St. Albans", "Saint Albans" and "SAINT ALBANS CITY" are one town. */
export function cityKey(city: string): string {
  return city
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’.]/g, '')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
    .replace(/^(CITY|TOWN|VILLAGE|TOWNSHIP) OF /, '')
    .replace(/ (CITY|TOWN|VILLAGE|TOWNSHIP|TWP|BOROUGH|CDP)$/, '')
    .replace(/^(ST|STE|FT|MT) /, (short) => SHORT[short.trim()] ?? short);
}

const SHORT: Readonly<Record<string, string>> = { ST: 'SAINT ', STE: 'SAINTE ', FT: 'FORT ', MT: 'MOUNT ' };

/** A unit column often holds the number alone: "4", "4B", "B-4", "4-1/2". */
function withDesignator(unit: string): string {
  const name = plainSigns(unit).trim();
  return /^(?:[a-z]*[- ]?\d[a-z\d/. -]*|[a-z])$/i.test(name) && !/^(apt|unit|ste|lot|rm|bldg|fl)/i.test(name)
    ? `# ${name}`
    : unit;
}
