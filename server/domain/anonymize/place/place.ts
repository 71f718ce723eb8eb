/** The place and household of a row, from whichever columns the export has. */
import type { Cell } from '../../cell.ts';
import { ADDRESS_FIELDS, type Field, type Mapping, PLACE_FIELDS } from '../fields.ts';
import { readHouseholdNumber } from '../rows/student-number.ts';
import { householdAddress } from './address.ts';
import { type Bounds, isInside } from './bounds.ts';
import { homeCell } from './cells.ts';
import { isFaulty, type Point, type PointFault, readPoint, readPointText } from './point.ts';
import { STREET_PARTS, streetLine, unitLine } from './street-parts.ts';

export interface Address {
  readonly address: string;
  readonly unit: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** Confidence of an address match; the words are the geocoder's own. */
export interface Located {
  readonly point: Point;
  readonly quality: string;
}

/** Finds an address on this computer; undefined if unknown or ambiguous. */
export type Locate = (address: Address) => Located | undefined;

export interface Place {
  readonly cell: Cell;
  readonly point: Point;
  /** Text shared by a whole household, to be keyed. */
  readonly household: string;
  /** Set when the place came from the address. */
  readonly quality: string | undefined;
}

export interface PlaceFault {
  readonly fault: PointFault | 'not_found';
  readonly meant: Point | undefined;
}

/** Reads the places of rows in sequence; caches the last, as siblings are adjacent in most exports. */
export class PlaceReader {
  readonly #mapping: Mapping;
  readonly #options: PlaceOptions;
  readonly #columns: readonly number[];
  #last: { readonly row: readonly string[]; readonly place: Place } | undefined;

  constructor(mapping: Mapping, options: PlaceOptions) {
    this.#mapping = mapping;
    this.#options = options;
    this.#columns = [...PLACE_FIELDS, ...ADDRESS_FIELDS, 'household_id' as const].flatMap(
      (field) => mapping[field] ?? [],
    );
  }

  read(row: readonly string[]): Place | PlaceFault {
    const last = this.#last;
    if (last && this.#columns.every((column) => row[column] === last.row[column])) return last.place;
    const place = placeOf(row, this.#mapping, this.#options);
    if (!('fault' in place)) this.#last = { row, place };
    return place;
  }
}

export interface PlaceOptions {
  /** Bounds of the state; points outside are problems. */
  readonly bounds?: Bounds | undefined;
  readonly locate?: Locate | undefined;
}

/** Identifies the household by its number, else by its address, else by its point to about a meter. */
function placeOf(row: readonly string[], mapping: Mapping, options: PlaceOptions): Place | PlaceFault {
  const read = pointOf(row, mapping, options.bounds);
  const address = addressOf(row, mapping);
  let located: Located | undefined;
  let point: Point;
  if (isFaulty(read)) {
    if (read.fault !== 'missing' || !options.locate || address.address.trim() === '')
      return { fault: read.fault, meant: read.meant };
    located = options.locate(address);
    if (!located) return { fault: 'not_found', meant: undefined };
    const { latitude, longitude } = located.point;
    if (options.bounds && !isInside(options.bounds, latitude, longitude))
      return { fault: 'outside_state', meant: undefined };
    point = located.point;
  } else point = read;
  return {
    cell: homeCell(point),
    point,
    household: householdOf(row, mapping, address, point),
    quality: located?.quality,
  };
}

function pointOf(row: readonly string[], mapping: Mapping, bounds: Bounds | undefined) {
  const own =
    mapping.latitude !== undefined && mapping.longitude !== undefined
      ? readPoint(row[mapping.latitude] ?? '', row[mapping.longitude] ?? '', bounds)
      : { fault: 'missing' as const };
  if (mapping.point === undefined || !isFaulty(own)) return own;
  return readPointText(row[mapping.point] ?? '', bounds);
}

export function addressOf(row: readonly string[], mapping: Mapping): Address {
  const at = (field: Field) => row[mapping[field] ?? -1] ?? '';
  return {
    address: streetLine(Object.fromEntries(STREET_PARTS.map((part) => [part, at(part)]))),
    unit: unitLine(at('unit_type'), at('unit')),
    city: at('city'),
    state: at('state'),
    zip: at('zip'),
  };
}

function householdOf(row: readonly string[], mapping: Mapping, address: Address, point: Point): string {
  const number = mapping.household_id === undefined ? undefined : readHouseholdNumber(row[mapping.household_id] ?? '');
  if (number !== undefined) return `number ${number}`;
  const line = householdAddress(address);
  if (line !== '') return `address ${line}`;
  return `point ${point.latitude.toFixed(5)} ${point.longitude.toFixed(5)}`;
}
