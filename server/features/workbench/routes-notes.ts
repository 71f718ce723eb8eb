import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { isDay } from '../../domain/day.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { type Act, recordAct } from '../audit/index.ts';
import { NoteBody, WindowBody, Written } from './contract.ts';
import { endNote, endWindow, writeNote, writeWindow } from './notes.ts';
import { workerOf } from './who.ts';

const COMMON = { tags: ['workbench'], security: [{ token: [] }] };

/** Docket numbers, doubts and windows. Each is in the log of acts. */
export const noteRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  /** One transaction in which something is ended and the act written. */
  async function ended(
    request: FastifyRequest<{ Params: { id: number } }>,
    reply: FastifyReply,
    end: (tx: Tx, id: number) => Promise<Act>,
  ): Promise<null> {
    const worker = await workerOf(request);
    const doer = await doerOf(request);
    await db.as(worker, async (tx) => recordAct(tx, doer, await end(tx, request.params.id)));
    reply.status(204);
    return null;
  }

  app.post(
    '/api/v1/workbench/notes',
    {
      schema: {
        summary: 'Write the docket number of a filing, or doubt what it says of a provider',
        ...COMMON,
        body: NoteBody,
        response: { 201: Written, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const doer = await doerOf(request);
      const { kind, provider, filing, words } = request.body;
      if (!isDay(filing.asOf)) throw refusal('workbench.day', 400, { day: filing.asOf });
      if (kind === 'doubt' && !provider) throw refusal('workbench.doubt-of-whom', 400);
      reply.status(201);
      return db.as(worker, async (tx) => {
        const id = await writeNote(tx, request.body, doer.who.slice(0, 200));
        const thing = `${filing.publisher}: ${filing.title}, ${filing.asOf}${provider ? `, ${provider.name}` : ''}`;
        await recordAct(tx, doer, { did: `filings.${kind}`, thing, note: words.trim() });
        return { id };
      });
    },
  );

  app.delete(
    '/api/v1/workbench/notes/:id',
    {
      schema: {
        summary: 'End a docket number or a doubt; it stays in the log',
        ...COMMON,
        params: IdParams,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    (request, reply) =>
      ended(request, reply, async (tx, id) => {
        const { kind } = await endNote(tx, id);
        return { did: 'filings.note-ended', thing: `${kind} ${id}` };
      }),
  );

  app.post(
    '/api/v1/workbench/windows',
    {
      schema: {
        summary: 'Write when filings may be challenged',
        ...COMMON,
        body: WindowBody,
        response: { 201: Written, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const worker = await workerOf(request);
      const doer = await doerOf(request);
      const { opensOn, closesOn, name } = request.body;
      for (const day of [opensOn, closesOn]) if (!isDay(day)) throw refusal('workbench.day', 400, { day });
      if (closesOn < opensOn) throw refusal('workbench.window', 400);
      reply.status(201);
      return db.as(worker, async (tx) => {
        const id = await writeWindow(tx, request.body, doer.who.slice(0, 200));
        await recordAct(tx, doer, {
          did: 'filings.window',
          thing: `window ${id}`,
          note: `${name}: ${opensOn} to ${closesOn}`,
        });
        return { id };
      });
    },
  );

  app.delete(
    '/api/v1/workbench/windows/:id',
    {
      schema: {
        summary: 'Take a window for challenges off the list; it stays in the log',
        ...COMMON,
        params: IdParams,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    (request, reply) =>
      ended(request, reply, async (tx, id) => {
        await endWindow(tx, id);
        return { did: 'filings.window-ended', thing: `window ${id}` };
      }),
  );
};
