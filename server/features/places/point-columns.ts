/** Positions of the coordinates in a table of points, and the names of its columns. */
import { isFaulty, readDegrees, readPointText } from '../../domain/anonymize/index.ts';
import { stateFipsOf } from '../../domain/states.ts';
import type { CsvRow } from '../../platform/csv/read.ts';
import type { GeoJsonGeometry } from '../../platform/gis/geometry.ts';
import type { Properties } from '../../platform/gis/read.ts';

export interface PointHead {
  /** Distinct column names. */
  readonly fields: readonly string[];
  /** Line of the first place. */
  readonly line: number;
  /** Latitude and longitude, or one column with both. */
  readonly columns: readonly [latitude: string, longitude: string] | readonly [both: string];
}

/** @param rows the first of a table. @returns undefined without columns of coordinates */
export function pointHead(rows: readonly CsvRow[]): PointHead | undefined {
  for (const [i, { fields: header, line }] of rows.entries()) {
    const fields = named(header);
    const columns = coordinateColumns(fields, rows.slice(i + 1));
    if (columns) return { fields, line: line + 1, columns };
  }
  return withoutHeader(rows);
}

/**
 * @returns null without coordinates, or for 0 and 0; NaN if the values are not degrees: neither is a place, and only the
 *   second is a fault
 */
export function pointIn(properties: Properties, columns: PointHead['columns']): GeoJsonGeometry | null {
  const [first, second] = columns.map((column) => String(properties[column] ?? ''));
  if (second === undefined) {
    const read = readPointText(first ?? '');
    if (!isFaulty(read)) return point(read.longitude, read.latitude);
    return read.fault === 'missing' || read.fault === 'zero' ? null : point(Number.NaN, Number.NaN);
  }
  if (`${first}${second}`.trim() === '') return null;
  const [lat, lng] = [readDegrees(first ?? '', 'NS'), readDegrees(second, 'EW')];
  return lat === 0 && lng === 0 ? null : point(lng ?? Number.NaN, lat ?? Number.NaN);
}

function point(lng: number, lat: number): GeoJsonGeometry {
  return { type: 'Point', coordinates: [lng, lat] };
}

function named(header: readonly string[]): string[] {
  const names = header.map((name, i) => name.trim() || `column ${i + 1}`);
  return names.map((name, i) => (names.indexOf(name) === i ? name : `${name} (column ${i + 1})`));
}

/** LAT, Latitude, GIS_LAT, SCH_LAT, LAT1516 and LATCOD of NCES. */
const LATITUDE =
  /^(sch|school|gis|geo|geocoded|addr|address|loc|location|site|facility|map|intpt)?lat(itude)?(cod|code|dd|deg|degrees|decimal)?$/;
const LONGITUDE =
  /^(sch|school|gis|geo|geocoded|addr|address|loc|location|site|facility|map|intpt)?(lon|lng|long|longitude)(cod|code|dd|deg|degrees|decimal)?$/;
/** A point in one cell, as portals write it: "(39.1, -80.2)", "POINT (-80.2 39.1)". */
const BOTH =
  /^(location|geolocation|geopoint(d)?|thegeom|geom|geometry|georeference|geocodedcolumn|point|coordinates|latlong|wkt|shape)$/;

function coordinateColumns(fields: readonly string[], below: readonly CsvRow[]): PointHead['columns'] | undefined {
  const letters = fields.map((field) => field.toLowerCase().replace(/[^a-z]/g, ''));
  const called = (name: RegExp) => fields[letters.findIndex((field) => name.test(field))];
  for (const [latitudes, longitudes] of [
    [LATITUDE, LONGITUDE],
    [/^(point)?y(coord|coordinate)?$/, /^(point)?x(coord|coordinate)?$/],
  ] as const) {
    const [lat, lng] = [called(latitudes), called(longitudes)];
    if (lat !== undefined && lng !== undefined) return [lat, lng];
  }
  const both = letters.findIndex(
    (field, i) => BOTH.test(field) && below.some((row) => !isFaulty(readPointText(row.fields[i] ?? ''))),
  );
  const name = fields[both];
  return name === undefined ? undefined : [name];
}

/**
 * NCES EDGE, "Public School File" (EDGE_GEOCODE_PUBLICSCH_*.TXT): separated by bars, without a header. Files before 2017 lack LEAID.
 */
const EDGE = [
  'NCESSCH',
  'LEAID',
  'NAME',
  'OPSTFIPS',
  'STREET',
  'CITY',
  'STATE',
  'ZIP',
  'STFIP',
  'CNTY',
  'NMCNTY',
].concat('LOCALE', 'LAT', 'LON');
const EDGE_LAYOUTS = [EDGE, EDGE.filter((name) => name !== 'LEAID')];

function withoutHeader(rows: readonly CsvRow[]): PointHead | undefined {
  const [first] = rows;
  const layout = EDGE_LAYOUTS.find((names) => rows.some(({ fields }) => fits(names, fields)));
  if (!first || !layout) return undefined;
  const fields = first.fields.map((_, i) => layout[i] ?? `column ${i + 1}`);
  return { fields, line: first.line, columns: ['LAT', 'LON'] };
}

/** Whether its state is valid, and its coordinates are degrees with decimals. */
function fits(names: readonly string[], fields: readonly string[]): boolean {
  const cell = (name: string) => fields[names.indexOf(name)]?.trim() ?? '';
  const isDegrees = (text: string) => /^-?\d{1,3}\.\d+$/.test(text);
  return stateFipsOf(cell('STATE')) !== undefined && isDegrees(cell('LAT')) && isDegrees(cell('LON'));
}
