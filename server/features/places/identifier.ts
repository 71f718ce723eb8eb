/** Identifiers of places: validation, and repair of what spreadsheets did to them. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { PLACE_ID } from '../../domain/place-ref.ts';
import { isShortened } from '../../domain/spreadsheet.ts';
import { stateFipsOf } from '../../domain/states.ts';
import type { PlaceKind } from './kinds.ts';

interface Rule {
  /** Null: any length. */
  readonly length: number | null;
  readonly pattern: RegExp;
  /** Census summary levels that may precede the identifier in its long form. */
  readonly levels: readonly string[];
}

/**
 * Sources: Census TIGER/Line GEOIDs; LEAID of NCES = state 2 + district 5. Legislative districts may hold letters and hyphens:
 * Vermont's 50E-O and 50A-1, New Hampshire's 33BE1.
 */
const RULES: Record<PlaceKind, Rule> = {
  state: { length: 2, pattern: /^\d{2}$/, levels: ['040'] },
  county: { length: 5, pattern: /^\d{5}$/, levels: ['050'] },
  school_district: {
    length: 7,
    pattern: /^\d{7}$/,
    levels: ['950', '960', '970'],
  },
  senate_district: legislative(5, ['610', '611', '612']),
  house_district: legislative(5, ['620', '621', '622']),
  congressional_district: {
    length: 4,
    pattern: /^\d{2}[0-9A-Z]{2}$/,
    levels: ['500'],
  },
  town: { length: null, pattern: PLACE_ID, levels: ['060', '160', '170', '172'] },
  tribal: {
    length: null,
    pattern: /^\d{2}-\d{4}[A-Z]?$/,
    levels: ['250', '251', '252', '254', '280'],
  },
  school: {
    length: 12,
    pattern: /^\d{12}$/,
    levels: [],
  },
};

function legislative(length: number, levels: readonly string[]): Rule {
  return {
    length,
    pattern: /^\d{2}[0-9A-Z][0-9A-Z-]{2}$/,
    levels,
  };
}

export type Identifier = { readonly id: string; readonly padded: boolean } | { readonly fault: Phrase };

type Value = string | number | boolean | null | undefined;

/** Validates an identifier for its kind; restores a leading zero that a spreadsheet or a number column dropped. */
export function identifierOf(kind: PlaceKind, value: Value): Identifier {
  const written = plainText(value);
  if (written === '') return { fault: phrase('place.no-identifier') };
  if (isShortened(written)) return { fault: phrase('place.shortened', { text: written }) };
  const rule = RULES[kind];
  // The Census's long form: 0500000US54077, 610U900US50E-O.
  const [, level, short] = /^(\d{3})[0-9A-Z]{4}US(.+)$/i.exec(written) ?? [];
  if (level !== undefined && !rule.levels.includes(level))
    return { fault: phrase('place.level', { levelFound: level, levelsWanted: rule.levels }) };
  const text = kind === 'county' || kind === 'school_district' ? joined(short ?? written, rule) : (short ?? written);
  if (kind === 'state') return stateIdentifier(text);
  const padded = rule.length !== null && text.length === rule.length - 1 && /^\d+$/.test(text);
  const id = padded ? `0${text}` : text.toUpperCase();
  if (rule.pattern.test(id)) return { id: kind === 'town' ? text : id, padded };
  if (text.length === rule.length) return { fault: phrase('place.characters', { kind, text: shown(text) }) };
  return { fault: phrase('place.length', { kind, text: shown(text), characters: text.length }) };
}

/** "54-015" as one: removes the hyphen after the state, where identifiers are digits only. */
function joined(text: string, { length }: Rule): string {
  return text.length - 1 === length && /^\d{2}-\d+$/.test(text) ? text.replace('-', '') : text;
}

const LONGEST_SHOWN = 40;

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/**
 * Builds an identifier from the state and the part that some files give alone: COUNTYFP, SLDUST, UNSDLEA,
 * CD119FP, PLACEFP, a district's number.
 */
export function identifierOfPart(kind: PlaceKind, state: string | undefined, value: Value): Identifier {
  const text = plainText(value).toUpperCase();
  if (text === '') return { fault: phrase('place.no-identifier') };
  if (isShortened(text)) return { fault: phrase('place.shortened', { text }) };
  const wide = PART_WIDTH[kind];
  const [, number = '', letters = ''] = /^(\d*)(.*)$/.exec(text) ?? [];
  const isAtLarge = AT_LARGE.test(text);
  if (text.length > wide && !isAtLarge) return identifierOf(kind, text);
  if (state === undefined) return { fault: phrase('place.without-state') };
  if (isAtLarge) return identifierOf(kind, `${state}00`);
  return identifierOf(kind, state + number.padStart(wide - letters.length, '0') + letters);
}

/**
 * In a column that is not NCES's: the state followed by the state's own code, as other states may use the same one. An NCES
 * number stays as it is even there.
 */
export function identifierOfCode(state: string | undefined, value: Value): Identifier {
  const text = plainText(value);
  if (text === '') return { fault: phrase('place.no-identifier') };
  if (isShortened(text)) return { fault: phrase('place.shortened', { text }) };
  if (state === undefined) return { fault: phrase('place.without-state') };
  const nces = /^\d{11}$/.test(text) ? `0${text}` : text;
  if (/^\d{12}$/.test(nces) && nces.startsWith(state)) return { id: nces, padded: nces !== text };
  const id = `${state}-${text.replace(/[\s/]+/g, '-')}`;
  if (PLACE_ID.test(id)) return { id, padded: false };
  return { fault: phrase('place.no-code') };
}

/**
 * A tribal area's identifier: the state in front of the Census's, as one area may lie in several states and each counts its own
 * students. Files of a state may have it there already.
 */
export function identifierOfTribalArea(state: string | undefined, value: Value): Identifier {
  const text = plainText(value).toUpperCase();
  if (text === '') return { fault: phrase('place.no-identifier') };
  const [, level, short = text] = /^(\d{3})[0-9A-Z]{4}US(.+)$/.exec(text) ?? [];
  const { pattern, levels } = RULES.tribal;
  if (level !== undefined && !levels.includes(level))
    return { fault: phrase('place.level', { levelFound: level, levelsWanted: levels }) };
  if (pattern.test(short)) return { id: short, padded: false };
  if (!/^\d{1,4}[A-Z]?$/.test(short))
    return { fault: phrase('place.identifier', { kind: 'tribal', text: shown(short) }) };
  if (state === undefined) return { fault: phrase('place.without-state') };
  const letter = /[A-Z]$/.exec(short)?.[0] ?? '';
  return { id: `${state}-${short.replace(letter, '').padStart(4, '0')}${letter}`, padded: false };
}

/** A state's only House district, which the Census numbers 00. */
const AT_LARGE = /^AT[ -]?LARGE$/;

/** Characters after the state's two. For towns, those of a Census place (PLACEFP). */
const PART_WIDTH: Record<PlaceKind, number> = {
  state: 0,
  county: 3,
  school_district: 5,
  senate_district: 3,
  house_district: 3,
  congressional_district: 2,
  town: 5,
  tribal: 4,
  school: 0,
};

/** Whether a text has exactly the digits that follow the state. */
export function isLonePart(kind: PlaceKind, value: Value): boolean {
  const text = plainText(value);
  return text.length === PART_WIDTH[kind] && /^\d+$/.test(text);
}

/**
 * Placeholders of Census and NCES for land in no district: 99997 to 99999, ZZ, ZZZ, county 000, and names with "not
 * defined". Maine's "unorganized territory" is a place.
 */
export function isFiller(kind: PlaceKind, id: string, names: readonly string[]): boolean {
  return FILLERS[kind].test(id) || names.some((name) => /\b(not defined|undefined)\b/i.test(name));
}

const FILLERS: Record<PlaceKind, RegExp> = {
  state: /^00$/,
  county: /000$/,
  school_district: /9999[789]$/,
  senate_district: /ZZZ$/,
  house_district: /ZZZ$/,
  congressional_district: /ZZ$/,
  town: /^\d{5}00000$|^\d{2}99999$/,
  tribal: /-9999[A-Z]?$/,
  school: /^$/,
};

/** Every identifier but a town's begins with its state; a tribal area's has the one it was loaded for; a school's may begin with a non-state (59: Bureau of Indian Education). */
export function stateOfIdentifier(kind: PlaceKind, id: string): string | undefined {
  if (kind === 'school') return /^\d{12}$/.test(id) ? stateFipsOf(id.slice(0, 2)) : undefined;
  return kind === 'town' || kind === 'tribal' ? undefined : id.slice(0, 2);
}

/** A town's GEOID: a county subdivision's (10 digits) or a place's (7): 5459068. */
export function stateOfTownGeoid(id: string): string | undefined {
  return /^(\d{7}|\d{10})$/.test(id) ? stateFipsOf(id.slice(0, 2)) : undefined;
}

function stateIdentifier(text: string): Identifier {
  const fips = stateFipsOf(text);
  if (fips === undefined) return { fault: phrase('place.no-state', { kind: 'state' }) };
  return { id: fips, padded: /^\d$/.test(text) };
}

/** Strips what spreadsheets and their users add to a number: '54015, ="54015", 54015.0, 54,015. */
export function plainText(value: Value): string {
  return (
    String(value ?? '')
      .trim()
      .replace(/^="?([^"]*)"?$/, '$1')
      .replace(/^['’‘`"]+|["]+$/g, '')
      .trim()
      .replace(/^(\d+)\.0+$/, '$1')
      .replace(/^\d{1,3}(,\d{3})+$/, (grouped) => grouped.replaceAll(',', ''))
      // OpenStreetMap: node/158812345.
      .replace(/^(node|way|relation)\/(\d+)$/, '$1-$2')
  );
}
