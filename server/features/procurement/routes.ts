import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams, RowId } from '../../platform/fields.ts';
import { geoPackage } from '../../platform/gis/geopackage.ts';
import { answeringIn, languageOf } from '../../platform/messages.ts';
import { originOf } from '../../platform/origin.ts';
import { Problem } from '../../platform/problem-json.ts';
import { turns } from '../../platform/turns.ts';
import { doerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { type GroundReader, type MapFacts, type ZippedFile, zipOf } from '../briefs/index.ts';
import type { Printer } from '../print/index.ts';
import { partyOf } from '../rounds/index.ts';
import { type Packaged, readable, readPackage } from './read.ts';
import { responseTemplate } from './response-template.ts';
import { lotFeatures, lotRow } from './rows.ts';
import { mapsOf, printOf, type SheetWords } from './sheets.ts';
import { termsText } from './terms.ts';

export interface ProcurementOptions {
  readonly db: Db;
  readonly ground: GroundReader;
  readonly printer: Printer;
  readonly publicUrl: string | undefined;
}

/** The package of a round or of one of its lots. Making it takes a core for seconds: one at a time. */
export const procurementRoutes: FastifyPluginAsyncTypebox<ProcurementOptions> = async (app, options) => {
  const inTurn = turns();
  const schema = (summary: string) => ({
    summary,
    tags: ['rounds'],
    security: [{ token: [] }],
    response: { 200: Type.Any(), '4xx': Problem },
  });

  app.get(
    '/api/v1/rounds/:id/package.zip',
    {
      config: { rate: 'seldom' },
      schema: {
        ...schema('A round to take along: PDF with maps, tables, shapes, response template, terms'),
        params: IdParams,
      },
    },
    async (request, reply) => send(request, reply, request.params),
  );

  app.get(
    '/api/v1/rounds/:id/lots/:lot/package.zip',
    {
      config: { rate: 'seldom' },
      schema: { ...schema('The same for one lot'), params: Type.Object({ id: RowId, lot: RowId }) },
    },
    async (request, reply) => send(request, reply, request.params),
  );

  async function send(request: FastifyRequest, reply: FastifyReply, asked: { id: number; lot?: number }) {
    const party = await partyOf(request);
    const doer = await doerOf(request);
    const name = asked.lot === undefined ? `round-${asked.id}` : `round-${asked.id}-lot-${asked.lot}`;
    const language = languageOf(request);
    const messages = answeringIn(reply, language);
    const { packaged, maps } = await options.db.as(
      party,
      async (tx) => {
        const found = await readPackage(tx, party, asked);
        await recordAct(tx, doer, { did: 'rounds.package', thing: name.replaceAll('-', ' ') });
        return { packaged: found, maps: await mapsOf(tx, options.ground, readable(messages.clusterNames, found)) };
      },
      { signal: request.signal },
    );
    const words = { messages, language, origin: originOf(request, options.publicUrl) };
    reply.header('content-disposition', `attachment; filename="${name}-${language}.zip"`);
    return reply.type('application/zip').send(zipOf(filesOf(packaged, maps, words)));
  }

  async function* filesOf(
    packaged: Packaged,
    maps: readonly MapFacts[],
    words: SheetWords,
  ): AsyncGenerator<ZippedFile> {
    const { procurement, clusterNames } = words.messages;
    const said = readable(clusterNames, packaged);
    const features = lotFeatures(packaged);
    const rows = packaged.lots.map((lot) => lotRow(lot, packaged.round.title));
    const columns = Object.keys(rows[0] ?? {});
    const csv = [
      csvHeader(columns),
      ...rows.map((row) => csvLine(columns.map((column) => (row as Record<string, unknown>)[column]))),
    ];
    yield { name: 'lots.csv', bytes: Buffer.from(csv.join('')) };
    yield { name: 'lots.geojson', bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) };
    yield { name: 'lots.gpkg', bytes: await geoPackage('lots', features) };
    yield { name: 'response.xlsx', bytes: await responseTemplate(said, procurement) };
    yield { name: 'terms.txt', bytes: Buffer.from(`\ufeff${termsText(packaged.round, procurement)}`) };
    yield { name: 'sheets.pdf', bytes: await inTurn(() => options.printer.print(printOf(said, maps, words))) };
  }
};
