import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { Viewer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { bodyCache } from '../../platform/http-cache/index.ts';
import { releaseOfDistrict, verdictsAround } from './around-district.ts';

const PUBLIC: Viewer = { role: 'public' };
const KEPT_BYTES = 32 * 2 ** 20;

/** Served as a script: the page that reads a district's export may load our scripts and request nothing else (`server/web.ts`). */
export async function verdictsAroundRoutes(app: FastifyInstance, { db }: { db: Db }): Promise<void> {
  const bodies = bodyCache(KEPT_BYTES);
  app.get<{ Params: { leaId: string } }>(
    '/api/v1/verdicts/:leaId.js',
    {
      config: { caching: 'everybody' },
      schema: {
        summary: 'Public verdicts of the hexes around a district, as a script that exports them',
        description:
          'Made for the page that makes a district’s call list; `/api/v1/cells/{h3}` answers for one hex, in JSON and words.',
        tags: ['verdicts'],
        params: Type.Object({
          leaId: Type.String({ pattern: '^[0-9]{7}$', description: 'NCES number of the district.' }),
        }),
        response: { 200: { description: 'A module.', content: { 'text/javascript': { schema: { type: 'string' } } } } },
      },
    },
    async (request, reply) => {
      const { leaId } = request.params;
      const release = await db.as(PUBLIC, (tx) => releaseOfDistrict(tx, leaId));
      return bodies.send(request, reply, {
        key: `${release.id} ${leaId}`,
        contentType: 'text/javascript; charset=utf-8',
        cacheControl: 'no-cache',
        effort: 'small',
        make: () =>
          db.as(PUBLIC, async (tx) => {
            const list = await verdictsAround(tx, release, leaId);
            return Buffer.from(`export default ${JSON.stringify(list)};\n`);
          }),
      });
    },
  );
}
