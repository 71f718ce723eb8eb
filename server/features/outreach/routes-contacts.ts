import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { answeringIn } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { collectErrors, collectionFor, detailOf } from '../collect/index.ts';
import { contactsOf, logOf, writeCall, writeContacts } from './contacts.ts';
import { CallBody, type ContactEntry, ContactLog, ContactsBody } from './contract-messages.ts';
import { COMMON, whose } from './routes.ts';

const COLLECTION = '/api/v1/collect/collections/:id';

/** Whom a coordinator writes to and calls, and the log of it. */
export const contactRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.put(
    `${COLLECTION}/contacts`,
    {
      schema: {
        ...COMMON,
        summary: 'Write down whom to write to and call in districts, in place of what was known of these',
        params: IdParams,
        body: ContactsBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { coordinator, outreacher } = await whose(request);
      const doer = await doerOf(request);
      const { districtContacts } = request.body;
      const names = await db.as(coordinator, (tx) => namesIn(tx, request.params.id));
      const unknown = districtContacts.map(({ leaId }) => leaId).filter((leaId) => !names.has(leaId));
      if (unknown.length > 0) throw collectErrors.unknownDistricts(unknown);
      await db.as(outreacher, async (tx) => {
        await writeContacts(tx, districtContacts, doer.who.slice(0, 200));
        await recordAct(tx, doer, { did: 'outreach.contacts', thing: `districts: ${districtContacts.length}` });
      });
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${COLLECTION}/calls`,
    {
      schema: {
        ...COMMON,
        summary: 'Write down that a district was called',
        params: IdParams,
        body: CallBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { coordinator, outreacher } = await whose(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      const { leaId, reached } = request.body;
      const names = await db.as(coordinator, (tx) => namesIn(tx, id));
      if (!names.has(leaId)) throw collectErrors.unknownDistricts([leaId]);
      await db.as(outreacher, async (tx) => {
        const contact = (await contactsOf(tx)).get(leaId);
        const who = [contact?.name, contact?.telephone].filter(Boolean).join(', ');
        await writeCall(tx, { collection: id, leaId, who, reached, by: doer.who.slice(0, 200) });
        await recordAct(tx, doer, { did: 'outreach.called', thing: `collection ${id}, district ${leaId}` });
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    `${COLLECTION}/contact-log`,
    {
      schema: {
        ...COMMON,
        summary:
          'The contact log of a collection: who was written to or called, what, when and by whom; no link and no text',
        params: IdParams,
        response: { 200: ContactLog, '4xx': Problem },
      },
    },
    async (request) => {
      const { coordinator, outreacher } = await whose(request);
      const { id } = request.params;
      const collection = await db.as(coordinator, (tx) => collectionFor(tx, id));
      const names = await db.as(coordinator, (tx) => namesIn(tx, id));
      return { collection: collection.name, entries: await db.as(outreacher, (tx) => entriesOf(tx, id, names)) };
    },
  );

  app.get(
    `${COLLECTION}/contact-log.csv`,
    {
      schema: {
        ...COMMON,
        summary: 'The contact log of a collection as a table',
        params: IdParams,
        response: { 200: Type.String(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { coordinator, outreacher } = await whose(request);
      const { id } = request.params;
      const names = await db.as(coordinator, (tx) => namesIn(tx, id));
      const entries = await db.as(outreacher, (tx) => entriesOf(tx, id, names));
      const header = ['at', 'lea_id', 'district', 'message', 'way', 'who', 'subject', 'outcome', 'by'];
      const { log } = answeringIn(reply).outreach;
      const lines = entries.map((one) =>
        csvLine([
          one.sentAt,
          one.leaId,
          one.districtName,
          one.message,
          one.way,
          one.who || log.nobody,
          one.subject,
          log.outcome(one),
          one.sentBy,
        ]),
      );
      return sendCsvText(reply, 'contact-log', csvHeader(header) + lines.join(''));
    },
  );
};

/** Of every district of a collection. @throws Refusal collect.unknown */
async function namesIn(tx: Tx, id: number): Promise<Map<string, string>> {
  const { districtStates } = await detailOf(tx, await collectionFor(tx, id));
  return new Map(districtStates.map(({ leaId, name }) => [leaId, name]));
}

async function entriesOf(tx: Tx, id: number, names: ReadonlyMap<string, string>): Promise<ContactEntry[]> {
  const rows = await logOf(tx, id);
  return rows.map((row) => ({
    ...row,
    districtName: names.get(row.leaId) ?? row.leaId,
    sentAt: row.sentAt.toISOString(),
  }));
}
