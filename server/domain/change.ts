/**
 * How two filings of the FCC differ, location by location, in a few classes.
 *
 * Between two as-of dates the list of locations itself changes, so a location that is new or gone counts there and nowhere else. Between two
 * revisions of one date nothing can have been built: rows that are gone were removed, rows that come were restored.
 */
import type { TierKey } from './speed.ts';

/** Whether a comparison is of two dates or of two revisions of one. */
export const COMPARED = ['as_of', 'revision'] as const;
export type Compared = (typeof COMPARED)[number];

/** What a provider's technology did at a location, between two dates. */
export const CHANGES_OF_VINTAGE = ['built', 'upgraded', 'withdrawn', 'refiled'] as const;
/** And between two revisions of one date. */
export const CHANGES_OF_REVISION = ['restored', 'removed', 'refiled'] as const;
/** What became of a location itself. */
const CHANGES_OF_LIST = ['list_added', 'list_gone'] as const;
/** Locations served before or after, by reliable broadband, at a tier. */
const CHANGES_OF_SERVICE = [
  'gained_25_3',
  'lost_25_3',
  'gained_100_20',
  'lost_100_20',
] as const satisfies readonly `${'gained' | 'lost'}_${Exclude<TierKey, '1000_100'>}`[];
/** What changes are a share of. */
const BASES = ['listed'] as const;

export const CHANGES = [
  'built',
  'upgraded',
  'withdrawn',
  'restored',
  'removed',
  'refiled',
  ...CHANGES_OF_LIST,
  ...CHANGES_OF_SERVICE,
  ...BASES,
] as const;
export type Change = (typeof CHANGES)[number];

/** The classes that a comparison can have, in the order they are told. */
export function changesOf(compared: Compared): readonly Change[] {
  return compared === 'as_of'
    ? [...CHANGES_OF_SERVICE, ...CHANGES_OF_VINTAGE, ...CHANGES_OF_LIST, ...BASES]
    : [...CHANGES_OF_SERVICE, ...CHANGES_OF_REVISION, ...BASES];
}
