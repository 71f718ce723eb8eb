/** What is drawn under the hexes, for everybody: it holds nothing of a release. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { bodyCache } from '../../platform/http-cache/index.ts';
import { Problem } from '../../platform/problem-json.ts';
import { BASEMAP_TILES, type Basemap, openBasemap } from './basemap.ts';
import { Ground } from './contract.ts';
import { CLOSEST_ZOOM } from './kinds.ts';
import { groundOf, groundTile, versionOf } from './store.ts';

const KEPT_BYTES = 32 * 2 ** 20;
const MVT = 'application/vnd.mapbox-vector-tile';
/** The address changes with what is drawn. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const A_DAY = 'public, max-age=86400';

const StateFips = Type.String({ pattern: '^[0-9]{2}$', description: 'FIPS code.' });
const at = {
  z: Type.Integer({ minimum: 0, maximum: 22 }),
  x: Type.Integer({ minimum: 0, maximum: 2 ** 22 }),
  y: Type.Integer({ minimum: 0, maximum: 2 ** 22 }),
};

export interface GroundOptions {
  readonly db: Db;
  /** Path of a PMTiles file. */
  readonly basemap: string | undefined;
}

export const groundRoutes: FastifyPluginAsyncTypebox<GroundOptions> = async (app, { db, basemap: path }) => {
  const bodies = bodyCache(KEPT_BYTES);
  const basemap = path === undefined ? undefined : await openBasemap(path);
  if (basemap) app.addHook('onClose', () => basemap.close());

  app.get(
    '/api/v1/ground',
    {
      config: { caching: 'everybody' },
      schema: {
        summary: 'What is drawn under the hexes: roads, water, schools, libraries, and the basemap of this instance',
        tags: ['tiles'],
        querystring: Type.Object({ state: StateFips }),
        response: { 200: Ground, '4xx': Problem },
      },
    },
    async ({ query: { state }, signal }): Promise<Ground> => {
      const rows = await db.as({ role: 'public' }, (tx) => groundOf(tx, state), { signal });
      return {
        tiles: rows.length === 0 ? null : `/ground/${state}/${versionOf(rows)}/{z}/{x}/{y}.mvt`,
        maxZoom: CLOSEST_ZOOM,
        kinds: rows.map(({ kind, features, illustrative }) => ({ kind, features, illustrative })),
        basemap: basemap?.described ?? null,
      };
    },
  );

  app.get(
    '/ground/:state/:version/:z/:x/:y.mvt',
    {
      config: { caching: 'everybody', rate: 'tiles' },
      schema: {
        summary: 'A vector tile of the ground of a state',
        tags: ['tiles'],
        params: Type.Object({ state: StateFips, version: Type.String({ pattern: '^[0-9a-f]{16}$' }), ...at }),
        response: tileOf(MVT),
      },
    },
    (request, reply) => {
      const { state, version, z, x, y } = request.params;
      return bodies.send(request, reply, {
        key: `${state}/${version}/${z}/${x}/${y}`,
        contentType: MVT,
        effort: 'small',
        cacheControl: FOR_EVER,
        make: () => db.as({ role: 'public' }, (tx) => groundTile(tx, state, { z, x, y })),
      });
    },
  );

  if (basemap) serveBasemap(basemap);

  function serveBasemap(opened: Basemap): void {
    app.get(
      BASEMAP_TILES.replaceAll(/\{(\w)\}/g, ':$1'),
      {
        config: { caching: 'everybody', rate: 'tiles' },
        schema: {
          summary: 'A tile of the basemap of this instance',
          tags: ['tiles'],
          params: Type.Object(at),
          response: tileOf(opened.contentType),
        },
      },
      (request, reply) => {
        const { z, x, y } = request.params;
        return bodies.send(request, reply, {
          key: `basemap/${z}/${x}/${y}`,
          contentType: opened.contentType,
          effort: 'small',
          cacheControl: A_DAY,
          make: () => opened.tile({ z, x, y }),
        });
      },
    );
  }
};

const tileOf = (type: string) => ({
  200: { description: 'A tile.', content: { [type]: { schema: { type: 'string', format: 'binary' } } } },
  204: { description: 'Nothing is drawn there.', type: 'null' },
  304: { description: 'What the reader holds is still right.', type: 'null' },
});
