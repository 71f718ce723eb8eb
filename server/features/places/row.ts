/** Reads one feature's attributes as a place. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { stateFipsOf } from '../../domain/states.ts';
import { type GeoJsonGeometry, positionsOf } from '../../platform/gis/geometry.ts';
import type { GisFeature, Properties } from '../../platform/gis/read.ts';
import { plainName, SCHOOL_NCES_NAMES } from './column-names.ts';
import type { PlaceColumns } from './columns.ts';
import {
  type Identifier,
  identifierOf,
  identifierOfCode,
  identifierOfPart,
  identifierOfTribalArea,
  isFiller,
  isLonePart,
  plainText,
  stateOfIdentifier,
  stateOfTownGeoid,
} from './identifier.ts';
import { type PlaceKind, POINT_KINDS } from './kinds.ts';
import { type Level, levelOf } from './level.ts';
import { namesOf } from './names.ts';
import { liesInState } from './state-bounds.ts';

export interface PlaceRow {
  readonly id: string;
  /** True: the identifier had lost its leading zero. */
  readonly padded: boolean;
  readonly name: string;
  /** As NAME has it. */
  readonly shortName: string;
  /** Longer names that distinguish places of one name, best first. */
  readonly longerNames: readonly string[];
  readonly stateFips: string;
  /** True: the file gives no state, so the requested one was assumed. */
  readonly stateAssumed: boolean;
  readonly population: number | null;
  /** Of a school district. */
  readonly level: Level | null;
  /** For a school, or a town without an outline; null for places with one. */
  readonly lngLat: readonly [number, number] | null;
}

/** Skipped: of another state, by FIPS code or word; not a place; or a school, by name, without a point. */
export type LeftOut = { readonly elsewhere: string } | { readonly filler: string } | { readonly nowhere: string };

interface Reading {
  readonly kind: PlaceKind;
  readonly stateFips?: string | undefined;
  readonly level?: Level | undefined;
}

/** @returns a reader of features: the place; why it is skipped; or what is wrong */
export function placeReader(
  { kind, stateFips, level }: Reading,
  columns: PlaceColumns,
): (feature: GisFeature) => PlaceRow | LeftOut | { readonly fault: Phrase } {
  return ({ properties, geometry, id: ownId }) => {
    const text = (column: string | undefined) => (column === undefined ? '' : plainText(properties[column]));
    const told = text(columns.state);
    const named = stateFipsOf(told);
    const identifier = readIdentifier(
      kind,
      columns,
      columns.id === null ? ownId : properties[columns.id],
      named ?? stateFips,
    );
    if ('fault' in identifier) return identifier;
    const { id, padded } = identifier;
    const names = [text(columns.name), text(columns.fullName)];
    if (isFiller(kind, id, names)) return { filler: names.find((name) => name !== '') ?? id };
    const owner = stateOfIdentifier(kind, id);
    // A school belongs to the state around it, whoever operates it.
    const known = kind === 'school' ? (named ?? owner) : (owner ?? named ?? geoidState(columns, id));
    if (known === undefined && told !== '')
      return stateFips === undefined ? { fault: phrase('place.not-a-state', { text: told }) } : { elsewhere: told };
    const state = known ?? stateFips;
    if (state === undefined) return { fault: phrase('place.state-unknown') };
    if (padded && isDoubtful(kind, owner ?? state, named, geometry))
      return { fault: phrase('place.digit-short', { stateFips: owner ?? state }) };
    if (stateFips !== undefined && state !== stateFips) return { elsewhere: state };
    const [name, ...longerNames] = namesOf({
      kind,
      id,
      short: names[0] ?? '',
      full: names[1] ?? '',
      designation: text(columns.designation),
      county: text(columns.county),
      city: text(columns.city),
    });
    if (name === undefined) return { fault: phrase('place.no-name') };
    const isPoint = POINT_KINDS.includes(kind);
    if (kind === 'school' && isNowhere(geometry)) return { nowhere: name };
    const lngLat = isPoint ? pointOf(geometry) : null;
    if (kind === 'school' && lngLat === null) return { fault: phrase('place.school-area') };
    if (lngLat === undefined) return { fault: phrase('place.no-point', { kind }) };
    return {
      id,
      padded,
      name,
      shortName: names[0] || name,
      longerNames,
      stateFips: state,
      stateAssumed: known === undefined,
      population: columns.population === undefined ? null : populationOf(properties[columns.population]),
      level: kind === 'school_district' ? (levelOf(properties, name) ?? level ?? null) : null,
      lngLat,
    };
  };
}

function readIdentifier(
  kind: PlaceKind,
  { id, part }: PlaceColumns,
  value: Properties[string] | undefined,
  state: string | undefined,
): Identifier {
  if (kind === 'school' && id !== null && !SCHOOL_NCES_NAMES.includes(plainName(id)))
    return identifierOfCode(state, value);
  if (kind === 'tribal') return identifierOfTribalArea(state, value);
  const lacksState = part === 'always' || (part === 'where short' && isLonePart(kind, value));
  return lacksState ? identifierOfPart(kind, state, value) : identifierOf(kind, value);
}

/** Towns' GEOIDs begin with their state, other publishers' numbers do not. */
function geoidState({ id: column, part }: PlaceColumns, id: string): string | undefined {
  return column !== null && (part === 'always' || /geoid/.test(plainName(column))) ? stateOfTownGeoid(id) : undefined;
}

/** A number may be a digit short because it is another publisher's: its state or location then decides. */
function isDoubtful(
  kind: PlaceKind,
  state: string,
  named: string | undefined,
  geometry: GeoJsonGeometry | null,
): boolean {
  if (kind === 'state') return false;
  return (named !== undefined && named !== state) || !liesInState(state, positionsOf(geometry));
}

function populationOf(value: Properties[string] | undefined): number | null {
  const text = plainText(value);
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** Undefined off the earth; null for areas, whose point is computed inside them. */
function pointOf(geometry: GeoJsonGeometry | null): readonly [number, number] | null | undefined {
  if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') return null;
  if (geometry?.type !== 'Point' && geometry?.type !== 'MultiPoint') return undefined;
  const [[lng, lat] = []] = positionsOf(geometry);
  if (lng === undefined || lat === undefined || !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return undefined;
  return [lng, lat];
}

/** Lists of schools include virtual and planned ones: without a point, or at 0, 0. */
function isNowhere(geometry: GeoJsonGeometry | null): boolean {
  return positionsOf(geometry).every(([lng, lat]) => lng === 0 && lat === 0);
}
