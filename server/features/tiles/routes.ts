/** Tiles over HTTP. The address contains the release, so a tile never changes; but a release may be withdrawn, so it is kept for an hour. */

import type { FastifyInstance, FastifyReply, onRequestHookHandler } from 'fastify';
import { type Static, Type } from 'typebox';
import type { Viewer } from '../../domain/actor.ts';
import { freeText } from '../../platform/fields.ts';
import { bodyCache, type CachedBody } from '../../platform/http-cache/index.ts';
import { originOf } from '../../platform/origin.ts';
import { AudienceQuery } from '../accounts/index.ts';
import { ReleaseQuery, releaseNamed, StateQuery, sourcesOf, stateBounds } from '../releases/index.ts';
import { readLayer, readRelease, readTile, viewerKey } from './address.ts';
import { CONTENT_TYPES, EFFORTS, LAYERS, type TileEncoding, type TileOptions } from './contract.ts';
import { goneReleases, refuseGone } from './gone.ts';
import { sourcesAudience, tileSource } from './source.ts';
import { TileJson, tileJson } from './tilejson.ts';

const TileParams = Type.Object({
  release: freeText({ description: 'Id of a release; `current` redirects to the newest of the state.' }),
  layer: freeText({ description: LAYERS.join(', ') }),
  z: freeText(),
  x: freeText(),
  y: freeText(),
});
const TileQuery = Type.Object({ audience: Type.Optional(AudienceQuery), state: StateQuery });
const TileJsonQuery = Type.Object({ ...TileQuery.properties, release: Type.Optional(ReleaseQuery) });

const PUBLIC: Viewer = { role: 'public' };
const KEPT_BYTES = 256 * 2 ** 20;
const KNOWN_ADDRESSES = 50_000;

export async function tileRoutes(
  app: FastifyInstance,
  { db, estimates, viewerOf, publicUrl, onEncode }: TileOptions,
): Promise<void> {
  const source = tileSource(db, estimates);
  const bodies = bodyCache(KEPT_BYTES);
  const releases = goneReleases(db);

  // Cache of validated public addresses: a warm tile is answered before its address is parsed again, which is a fifth of
  // the work.
  const known = new Map<string, { body: CachedBody; releaseId: number }>();
  function remember(url: string, body: CachedBody, releaseId: number): void {
    if (url.includes('?')) return;
    if (known.size >= KNOWN_ADDRESSES) known.clear();
    known.set(url, { body, releaseId });
  }
  const answerKnown: onRequestHookHandler = (request, reply, done) => {
    const found = known.get(request.url);
    const gone = releases.known(PUBLIC);
    // The handler asks, and refuses.
    if (!found || !gone || gone.has(found.releaseId)) return done();
    const sent = bodies.send(request, reply, found.body);
    if (sent instanceof Promise) sent.catch(done);
  };

  for (const encoding of ['mvt', 'arrow'] as const satisfies readonly TileEncoding[]) {
    app.get<{ Params: Static<typeof TileParams>; Querystring: Static<typeof TileQuery> }>(
      `/tiles/:release/:layer/:z/:x/:y.${encoding}`,
      {
        // Tiles of finer audiences are revalidated each time, at the cost of a 304: revoking a token takes effect at once, and two
        // districts on a shared computer never see each other's.
        config: { caching: 'audience', rate: 'tiles' },
        schema: { ...ROUTES[encoding], params: TileParams, querystring: TileQuery, tags: ['tiles'] },
        onRequest: answerKnown,
      },
      (request, reply) => {
        const { params, query } = request;
        const layer = readLayer(params.layer, encoding);
        const tile = readTile(params);
        const releaseId = readRelease(params.release);
        const address = (id: number) => `/tiles/${id}/${layer}/${tile.z}/${tile.x}/${tile.y}.${encoding}`;
        const answer = (viewer: Viewer): FastifyReply | Promise<FastifyReply> => {
          if (releaseId === 'current')
            return db
              .as(viewer, (tx) => releaseNamed(tx, releaseId, query.state))
              .then(({ id }) => reply.redirect(`${address(id)}${queryOf(viewer)}`, 302));
          const key = `${viewerKey(viewer)} ${address(releaseId)}`;
          const body: CachedBody = {
            key,
            contentType: CONTENT_TYPES[encoding],
            effort: EFFORTS[encoding],
            cacheControl: AN_HOUR,
            ...(viewer.role === 'public' ? { anyOrigin: true as const } : {}),
            make: () => {
              onEncode?.(key);
              return source.encode({ releaseId, layer, viewer, tile, encoding });
            },
          };
          const unlessGone = (gone: Parameters<typeof refuseGone>[0]) => {
            refuseGone(gone, releaseId);
            if (viewer.role === 'public') remember(request.url, body, releaseId);
            return bodies.send(request, reply, body);
          };
          const gone = releases.known(viewer);
          return gone ? unlessGone(gone) : releases.ask(viewer).then(unlessGone);
        };
        // Everybody's tiles ask nobody who they are. A finer view's body is warm under its viewer's key, which is known only once the
        // asker has been looked up: whoever's link or session is over never gets as far.
        const { audience = 'public' } = query;
        return audience === 'public' ? answer(PUBLIC) : viewerOf(request, audience).then(answer);
      },
    );
  }

  app.get<{ Params: { layer: string }; Querystring: Static<typeof TileJsonQuery> }>(
    '/tiles/:layer.json',
    {
      config: { caching: 'caller' },
      schema: {
        summary: 'A layer as TileJSON 3.0',
        description: 'Give this address to QGIS or MapLibre.',
        params: Type.Object({ layer: freeText({ description: LAYERS.join(', ') }) }),
        querystring: TileJsonQuery,
        response: { 200: TileJson },
        tags: ['tiles'],
      },
    },
    async (request) => {
      const { params, query } = request;
      const layer = readLayer(params.layer, 'mvt');
      const viewer = await viewerOf(request, query.audience ?? 'public');
      const described = await db.as(viewer, async (tx) => {
        const release = await releaseNamed(tx, query.release ?? 'current', query.state);
        return {
          release: {
            id: release.id,
            name: release.name,
            stateName: release.state_name,
            synthetic: release.synthetic,
          },
          sources: await sourcesOf(tx, release.id, sourcesAudience(viewer)),
          audience: viewer.role,
          bounds: await stateBounds(tx, release.state_fips),
        };
      });
      return tileJson({ layer, ...described, baseUrl: originOf(request, publicUrl), query: queryOf(viewer) });
    },
  );
}

function queryOf(viewer: Viewer): string {
  return viewer.role === 'public' ? '' : `?audience=${viewer.role}`;
}

/** A tile never changes, but what a browser or a network in between holds cannot be called back: for an hour it may show what was withdrawn. */
const AN_HOUR = 'public, max-age=3600';

const binary = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: { type: 'string', format: 'binary' } } } },
  204: { description: 'Nothing is drawn there.', type: 'null' },
  302: { description: 'The address of the current release.', type: 'null' },
  410: { description: 'The release was withdrawn; the answer says why.', type: 'null' },
  304: { description: 'What the reader holds is still right.', type: 'null' },
});

const ROUTES: Record<TileEncoding, object> = {
  mvt: {
    summary: 'A Mapbox Vector Tile',
    response: binary(CONTENT_TYPES.mvt, 'Mapbox Vector Tile 2.1.'),
  },
  arrow: {
    summary: 'The cells of a tile as columns',
    description: `Layers of cells only. A cell is in the tile its center lies in. Counts are unsigned integers: 0 few or none, 1 nearly all, 2 hidden without a side, else students; a count without a column is 0 everywhere. Estimates are coded by what follows from the other numbers (server/domain/cell-tile.ts decodes them); a reader who wants them plain asks for .mvt.`,
    response: binary(CONTENT_TYPES.arrow, 'Arrow IPC stream of one record batch.'),
  },
};
