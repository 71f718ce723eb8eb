/** Common parts of lists over HTTP: bounding boxes, cursors, and the same rows as JSON, GeoJSON or CSV. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type PlaceRef, placeRefOf } from '../domain/place-ref.ts';
import { csvHeader, csvLine } from './csv/write.ts';
import { freeText } from './fields.ts';
import { refusal } from './problem.ts';

export const LIST_FORMATS = ['json', 'geojson', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

export const ListQuery = {
  bbox: Type.Optional(
    freeText({
      description:
        'west,south,east,north in degrees; what has its center inside. West is greater than east across 180 degrees.',
    }),
  ),
  place: Type.Optional(freeText({ description: 'kind:id, for example county:54015.' })),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
  cursor: Type.Optional(freeText({ description: '`next` of the page before.' })),
  format: Type.Optional(Type.Enum(LIST_FORMATS, { description: 'Instead of the Accept header.' })),
};

export interface Bbox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** @throws Refusal 400 when it is not a box in degrees */
export function parseBbox(text: string | undefined): Bbox | undefined {
  if (text === undefined) return undefined;
  const [west, south, east, north, ...more] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const box = {
    west: west ?? Number.NaN,
    south: south ?? Number.NaN,
    east: east ?? Number.NaN,
    north: north ?? Number.NaN,
  };
  const inRange =
    Math.abs(box.south) <= 90 && Math.abs(box.north) <= 90 && Math.abs(box.west) <= 180 && Math.abs(box.east) <= 180;
  if (more.length > 0 || !inRange || box.south > box.north) throw refusal('bbox.invalid', 400);
  return box;
}

/** A box whose west is east of its east spans the antimeridian. */
export function isInside(box: Bbox, [lng, lat]: readonly [number, number]): boolean {
  if (lat < box.south || lat > box.north) return false;
  return box.west <= box.east ? lng >= box.west && lng <= box.east : lng >= box.west || lng <= box.east;
}

/** The box itself, or its two sides of 180 degrees. */
export function halves(box: Bbox): Bbox[] {
  if (box.west <= box.east) return [box];
  return [
    { ...box, east: 180 },
    { ...box, west: -180 },
  ];
}

/** @throws Refusal 400 when it is not kind:id */
export function parsePlace(text: string | undefined): PlaceRef | undefined {
  if (text === undefined) return undefined;
  const place = placeRefOf(text);
  if (!place) throw refusal('place.invalid', 400);
  return place;
}

export function formatOf(request: FastifyRequest, asked: ListFormat | undefined): ListFormat {
  if (asked) return asked;
  const accept = request.headers.accept ?? '';
  if (accept.includes('text/csv')) return 'csv';
  return accept.includes('geo+json') ? 'geojson' : 'json';
}

/** Start of the next page; opaque, so that clients do not construct one. */
export function cursorAt(position: number): string {
  return Buffer.from(`p${position}`).toString('base64url');
}

/** @throws Refusal 400 when it is not one of ours */
export function positionOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const found = /^p(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!found) throw refusal('cursor.invalid', 400);
  return Number(found[1]);
}

/** A row of an export: a GeoJSON feature whose properties are the columns of the CSV. */
export type ExportRow = GeoFeature;

export interface GeoFeature {
  type: 'Feature';
  geometry: unknown;
  properties: Record<string, unknown>;
}

export function sendGeoJson(reply: FastifyReply, features: GeoFeature[], next: string | null): FastifyReply {
  return reply
    .header('content-type', 'application/geo+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ type: 'FeatureCollection', features, next });
}

/**
 * The next page's cursor goes into the header x-next-cursor, as CSV has no place for it.
 *
 * @param columns of a file that may have no row
 */
export function sendCsv(
  reply: FastifyReply,
  name: string,
  rows: readonly Record<string, unknown>[],
  next: string | null,
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
): FastifyReply {
  const lines = rows.map((row) => csvLine(columns.map((column) => row[column])));
  if (next) reply.header('x-next-cursor', next);
  return sendCsvText(reply, name, csvHeader(columns) + lines.join(''));
}

/** @param text `csvHeader`, then lines of `csvLine` */
export function sendCsvText(reply: FastifyReply, name: string, text: string): FastifyReply {
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .serializer((body: string) => body)
    .send(text);
}
