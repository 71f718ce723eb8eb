/** One feature's attributes, read as a place. */
import type { GisFeature } from '../../platform/gis/read.ts';
import type { PlaceColumns } from './columns.ts';
import { identifierOf, stateOfIdentifier } from './identifier.ts';
import type { PlaceKind } from './kinds.ts';

export interface PlaceRow {
  readonly id: string;
  /** The identifier had lost its leading zero. */
  readonly padded: boolean;
  readonly name: string;
  readonly stateFips: string;
  readonly population: number | null;
  /** Of a town; null for places with an outline. */
  readonly lngLat: readonly [number, number] | null;
}

/** @returns reads a feature: the place; 'elsewhere' for one of another state; or what is wrong, in words */
export function placeReader(
  { kind, stateFips }: { kind: PlaceKind; stateFips?: string | undefined },
  columns: PlaceColumns,
): (feature: GisFeature) => PlaceRow | 'elsewhere' | { readonly fault: string } {
  return ({ properties, geometry }) => {
    const identifier = identifierOf(kind, properties[columns.id]);
    if ('fault' in identifier) return identifier;
    const { id, padded } = identifier;
    const named = columns.state === undefined ? undefined : stateDigits(properties[columns.state]);
    const state = stateOfIdentifier(kind, id) ?? named ?? stateFips;
    if (state === undefined) return { fault: 'its state is not known; give it with --state' };
    if (stateFips !== undefined && state !== stateFips) return 'elsewhere';
    const name = String(properties[columns.name] ?? '').trim();
    if (name === '') return { fault: 'it has no name' };
    const lngLat = kind === 'town' ? pointOf(geometry) : null;
    if (lngLat === undefined) return { fault: 'towns are points, and it has none on the earth' };
    const population = columns.population === undefined ? null : Number(properties[columns.population] ?? Number.NaN);
    return {
      id,
      padded,
      name,
      stateFips: state,
      population: population !== null && Number.isInteger(population) && population >= 0 ? population : null,
      lngLat,
    };
  };
}

function stateDigits(value: unknown): string | undefined {
  const text = String(value ?? '').trim();
  return /^\d{1,2}$/.test(text) ? text.padStart(2, '0') : undefined;
}

function pointOf(geometry: GisFeature['geometry']): [number, number] | undefined {
  if (geometry?.type !== 'Point' && geometry?.type !== 'MultiPoint') return undefined;
  const coordinates = geometry.coordinates as readonly number[] | readonly (readonly number[])[];
  const [lng, lat] = (Array.isArray(coordinates[0]) ? coordinates[0] : coordinates) as readonly number[];
  if (lng === undefined || lat === undefined || Math.abs(lng) > 180 || Math.abs(lat) > 90) return undefined;
  return [lng, lat];
}
