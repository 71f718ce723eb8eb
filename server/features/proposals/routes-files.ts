import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { redacted } from '../../domain/round/proposal.ts';
import { IdParams } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { callerOf, doerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { buyerOf, partyOf } from '../rounds/index.ts';
import { fileOf } from './attachments.ts';
import { AttachmentId, ProposalId, Receipts } from './contract.ts';
import { RedactedCopy } from './contract-staff.ts';
import { keysOf } from './keys.ts';
import { openedOf } from './opened.ts';
import type { ProposalDeps } from './routes-provider.ts';

const COMMON = { tags: ['proposals'], security: [{ token: [] }] };

/** What is downloaded: receipts by everybody, files by their provider and, once unsealed, by staff. */
export const proposalFileRoutes: FastifyPluginAsyncTypebox<ProposalDeps> = async (app, { db, config }) => {
  app.get(
    '/api/v1/rounds/:id/receipts',
    {
      schema: {
        summary: 'Hashes of all receipts of a round, once it is closed; null before',
        tags: ['proposals'],
        params: IdParams,
        response: { 200: Receipts, '4xx': Problem },
      },
    },
    async (request) => {
      const { id } = request.params;
      return db.as({ role: 'public' }, async (tx) => {
        await tx.run('select rounds.close_due($1)', [id]);
        const round = await tx.maybe<{ isClosed: boolean }>(
          `select standing not in ('shared', 'open', 'cancelled') as "isClosed" from rounds.public_rounds where id = $1`,
          [id],
        );
        if (!round) throw refusal('rounds.unknown', 404);
        const rows = await tx.rows<{ hash: string }>(
          'select hash from proposals.public_receipts where round_id = $1 order by hash',
          [id],
        );
        return { round: id, hashes: round.isClosed || rows.length > 0 ? rows.map(({ hash }) => hash) : null };
      });
    },
  );

  app.get(
    '/api/v1/rounds/:id/proposals/:proposal/redacted.json',
    {
      schema: {
        summary: 'A proposal without its confidential parts, for requests under public records law',
        ...COMMON,
        params: ProposalId,
        response: { 200: RedactedCopy, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const keys = await keysOf({ db, config });
      const { id, proposal } = request.params;
      const copy = await db.as(buyer, async (tx) => {
        const found = (await openedOf(tx, keys, id)).find((one) => one.id === proposal);
        if (!found) throw refusal('proposals.not-unsealed', 409);
        await recordAct(tx, doer, { did: 'proposals.redacted', thing: `proposal ${proposal} of round ${id}` });
        return { provider: found.provider, hash: found.hash, ...redacted(found.proposal) };
      });
      attachmentOnly(reply, `proposal-${proposal}-redacted.json`);
      return copy;
    },
  );

  app.get(
    '/api/v1/rounds/:id/proposals/:proposal/files/:attachment',
    {
      schema: {
        summary: 'A file of a proposal, as a download: for its provider, and for staff once the round is unsealed',
        ...COMMON,
        params: AttachmentId,
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const party = await partyOf(request);
      const doer = await doerOf(request);
      const keys = await keysOf({ db, config });
      const { id, proposal, attachment } = request.params;
      const isStaff = (await callerOf(request))?.role !== 'provider';
      const bytes = await db.as(party, async (tx) => {
        if (isStaff)
          await recordAct(tx, doer, { did: 'proposals.file-read', thing: `proposal ${proposal} of round ${id}` });
        return fileOf(tx, keys, id, attachment);
      });
      return sendFile(reply, `proposal-${proposal}-${attachment.slice(0, 8)}`, bytes);
    },
  );
};

/** A provider's file never opens inside our own pages. */
function attachmentOnly(reply: FastifyReply, name: string): void {
  reply.header('content-disposition', `attachment; filename="${name}"`).header('x-content-type-options', 'nosniff');
}

function sendFile(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  attachmentOnly(reply, name);
  return reply.type('application/octet-stream').send(bytes);
}
