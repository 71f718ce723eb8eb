import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { cellToLatLng } from 'h3-js';
import { Type } from 'typebox';
import { type AskedAudience, stateOf } from '../../domain/actor.ts';
import { cellGeometry } from '../../domain/antimeridian.ts';
import { cellToText } from '../../domain/cell.ts';
import { type Compared, changesOf } from '../../domain/change.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { freeText } from '../../platform/fields.ts';
import {
  type Bbox,
  cursorAt,
  formatOf,
  isInside,
  LIST_FORMATS,
  ListQuery,
  parseBbox,
  parsePlace,
  positionOf,
  sendCsv,
  sendGeoJson,
} from '../../platform/lists.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { cellsInside, isPlaceKind, PLACE_KINDS_WITH_CELLS } from '../places/index.ts';
import {
  CellChangesPage,
  ChangesList,
  ChangesQuery,
  type LocationCounts,
  PairQuery,
  PlaceChangesDetail,
  PlaceChangesList,
  Trend,
} from './contract.ts';
import {
  cellsChanged,
  changesList,
  type Made,
  madePair,
  named,
  placeChanged,
  placesChanged,
  stateOfFilings,
} from './queries.ts';
import { trendOf } from './trend.ts';

interface Asked {
  readonly audience: AskedAudience;
  readonly state?: string;
  readonly from?: string;
  readonly to?: string;
}

export const changeRoutes: FastifyPluginAsyncTypebox<{ db: Db; estimates: EstimateReader }> = async (
  app,
  { db, estimates },
) => {
  /** Whoever acts within a state asks of that one. */
  async function asked<T>(
    request: FastifyRequest,
    work: (tx: Tx, state: string | undefined) => Promise<T>,
  ): Promise<T> {
    const { audience, state } = request.query as Asked;
    const viewer = await viewerOf(request, audience);
    const own = stateOf(viewer);
    if (own !== undefined && state !== undefined && state !== own)
      throw refusal('release.none/state', 404, { stateFips: state });
    return db.as(viewer, async (tx) => work(tx, await stateOfFilings(tx, state ?? own)), { signal: request.signal });
  }

  function askedOfPair<T>(request: FastifyRequest, work: (tx: Tx, pair: Made) => Promise<T>): Promise<T> {
    return asked(request, async (tx, state) => work(tx, await madePair(tx, state, request.query as Asked)));
  }

  app.get(
    '/api/v1/changes',
    {
      schema: {
        summary:
          'FCC filings that are compared, with what changed in the state; what is being made, and what is on its way',
        description: RULE,
        tags: ['changes'],
        querystring: Type.Object(ChangesQuery),
        response: { 200: ChangesList, '4xx': Problem },
      },
    },
    (request) => asked(request, changesList),
  );

  app.get(
    '/api/v1/changes/places',
    {
      schema: {
        summary:
          'Places of a kind with what changed between two FCC filings, as JSON or CSV; the largest net gain first',
        description: RULE,
        tags: ['changes'],
        querystring: Type.Object({
          ...PairQuery,
          kind: Type.Enum(PLACE_KINDS_WITH_CELLS, { default: 'county' }),
          format: Type.Optional(Type.Enum(LIST_FORMATS.filter((format) => format !== 'geojson'))),
        }),
        response: { 200: PlaceChangesList, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { kind, format } = request.query;
      const list = await askedOfPair(request, async (tx, pair) => ({
        ...named(pair),
        places: await placesChanged(tx, pair, kind),
      }));
      if (formatOf(request, format) === 'json') return list;
      return sendCsv(
        reply,
        `changes-${kind}-${list.from.name}-${list.to.name}`,
        list.places.map(({ counts, ...place }) => ({ ...place, ...columns(list.of, counts) })),
        null,
      );
    },
  );

  app.get(
    '/api/v1/changes/place',
    {
      schema: {
        summary: 'One place, or the state, with what changed between two FCC filings, also by provider and technology',
        description: RULE,
        tags: ['changes'],
        querystring: Type.Object({ ...PairQuery, place: PlaceQuery }),
        response: { 200: PlaceChangesDetail, '4xx': Problem },
      },
    },
    async (request) => {
      const place = parsePlace(request.query.place);
      return askedOfPair(request, async (tx, pair) => ({
        ...named(pair),
        ...(await placeChanged(tx, pair, place ?? { kind: 'state', id: pair.stateFips })),
      }));
    },
  );

  app.get(
    '/api/v1/changes/cells',
    {
      schema: {
        summary: 'Res-8 hexagons where something changed between two FCC filings, as JSON, GeoJSON or CSV',
        description: RULE,
        tags: ['changes'],
        querystring: Type.Object({ ...PairQuery, ...ListQuery }),
        response: { 200: CellChangesPage, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { bbox, place, cursor, limit, format } = request.query;
      const start = positionOf(cursor);
      const box = parseBbox(bbox);
      const inside = parsePlace(place);
      const page = await askedOfPair(request, async (tx, pair) => {
        const found = await within(tx, pair, box, inside);
        const cells = found.slice(start, start + limit).map(({ cell, counts }) => ({ h3: cellToText(cell), counts }));
        return { ...named(pair), cells, next: found.length > start + limit ? cursorAt(start + limit) : null };
      });
      const flat = page.cells.map(({ h3, counts }) => ({ h3, ...columns(page.of, counts) }));
      switch (formatOf(request, format)) {
        case 'geojson':
          return sendGeoJson(
            reply,
            flat.map((properties) => ({ type: 'Feature', geometry: cellGeometry(properties.h3), properties })),
            page.next,
          );
        case 'csv':
          return sendCsv(reply, 'changes', flat, page.next);
        case 'json':
          return page;
      }
    },
  );

  app.get(
    '/api/v1/changes/releases',
    {
      schema: {
        summary:
          'The releases of a state side by side, for one place: segments, answers, devices and what filings leave unserved',
        tags: ['changes'],
        querystring: Type.Object({ ...ChangesQuery, place: PlaceQuery }),
        response: { 200: Trend, '4xx': Problem },
      },
    },
    async (request) => {
      const { audience, state, place } = request.query;
      const viewer = await viewerOf(request, audience);
      const question = { audience, state, place: parsePlace(place) };
      return db.as(viewer, (tx) => trendOf(tx, { estimates, viewer }, question), { signal: request.signal });
    },
  );
};

const PlaceQuery = Type.Optional(freeText({ description: 'kind:id, for example county:54015; left out: the state.' }));

const RULE =
  'Counts are locations of public FCC filings, found by location id; none of students. Between two dates, a location that is in no file of one of them is list_gone or list_added, and counts nowhere else. At the others, for rows for homes: built is a provider and technology that were not there, withdrawn one that was, upgraded the same with a higher speed and none lower, refiled any other difference. Between two revisions of one date, rows that are gone are removed and rows that come are restored, by the FCC. A location counts to the hexagon that the FCC gives it, and to the place in which the middle of that hexagon lies. Technologies that only one of the two has a file of are left out.';

async function within(
  tx: Tx,
  pair: Made,
  box: Bbox | undefined,
  place: { kind: string; id: string } | undefined,
): Promise<{ cell: bigint; counts: LocationCounts }[]> {
  const all = await cellsChanged(tx, pair);
  const inPlace =
    place && isPlaceKind(place.kind) && place.kind !== 'state'
      ? await cellsInside(tx, { kind: place.kind, id: place.id, cells: all.map(({ cell }) => cell) })
      : undefined;
  return all.filter(({ cell }, i) => {
    const [lat, lng] = cellToLatLng(cellToText(cell));
    return (!box || isInside(box, [lng, lat])) && (inPlace === undefined || inPlace?.[i] === 1);
  });
}

/** Every class has a column, so that a file reads the same wherever something changed. */
function columns(of: Compared, counts: LocationCounts): Record<string, number> {
  return Object.fromEntries(changesOf(of).map((change) => [change, counts[change] ?? 0]));
}
