/** Identifiers of places: which column holds them, and whether they can be what they claim. */
import type { PlaceKind } from './kinds.ts';

interface Rule {
  /** Null: any length. */
  readonly length: number | null;
  readonly pattern: RegExp;
  readonly wanted: string;
}

/** Sources: Census TIGER/Line GEOIDs; LEAID of NCES = state 2 + district 5. Legislative districts may hold letters. */
const RULES: Record<PlaceKind, Rule> = {
  state: { length: 2, pattern: /^\d{2}$/, wanted: 'two digits' },
  county: { length: 5, pattern: /^\d{5}$/, wanted: 'five digits (state 2, county 3)' },
  school_district: { length: 7, pattern: /^\d{7}$/, wanted: 'seven digits (LEAID: state 2, district 5)' },
  senate_district: { length: 5, pattern: /^\d{2}[0-9A-Z]{3}$/, wanted: 'five characters (state 2, district 3)' },
  house_district: { length: 5, pattern: /^\d{2}[0-9A-Z]{3}$/, wanted: 'five characters (state 2, district 3)' },
  congressional_district: { length: 4, pattern: /^\d{2}[0-9A-Z]{2}$/, wanted: 'four characters (state 2, district 2)' },
  town: { length: null, pattern: /^[\w.-]{1,24}$/, wanted: 'up to 24 letters or digits' },
};

export type Identifier =
  | { readonly id: string; readonly padded: boolean }
  | {
      /** What is wrong, in words. */
      readonly fault: string;
    };

/** Checks an identifier against its kind; gives back a leading zero that a spreadsheet or a number column took. */
export function identifierOf(kind: PlaceKind, value: string | number | boolean | null | undefined): Identifier {
  // The long form of the Census: 0500000US54077.
  const text = String(value ?? '')
    .trim()
    .replace(/^\d{7}US/, '');
  if (text === '') return { fault: 'it has no identifier' };
  const rule = RULES[kind];
  const padded = rule.length !== null && text.length === rule.length - 1 && /^\d+$/.test(text);
  const id = padded ? `0${text}` : text.toUpperCase();
  if (!rule.pattern.test(id))
    return { fault: `its identifier is ${text.length} characters long; wanted are ${rule.wanted}` };
  return { id: kind === 'town' ? text : id, padded };
}

/** Every identifier but a town's begins with its state. */
export function stateOfIdentifier(kind: PlaceKind, id: string): string | undefined {
  return kind === 'town' ? undefined : id.slice(0, 2);
}
