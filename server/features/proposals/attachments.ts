/** Files of a proposal, in the database by chunks, each file under a key of its own that is sealed to the round's key. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Bidder } from '../../domain/actor.ts';
import type { Phrase } from '../../domain/messages/phrase.ts';
import type { Attachment } from '../../domain/round/proposal.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { readerOn } from '../../platform/reader.ts';
import { seal, unseal } from '../../platform/seal.ts';
import { openWith, sealTo } from '../../platform/sealed-box.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { areasOf } from '../room/index.ts';
import { type Attached, MOST_ATTACHMENTS } from './contract.ts';
import { ensureSeal, type Keys, keyPairIn, sealOf } from './keys.ts';
import { begun } from './submit.ts';

const CHUNK_BYTES = 1_000_000;
const KEY_BYTES = 32;
const MOST_ROWS_SHOWN = 200;

interface Given {
  readonly name: string;
  readonly kind: Attachment['kind'];
  readonly bytes: Buffer;
}

/** With the notes as phrases, for the language of whoever adds it. */
type AttachedFile = Omit<Attached, 'notes'> & { readonly notes: readonly Phrase[] };

/** @throws Refusal of the reader of coverage files; 404, 409, 415 */
export async function attach(
  db: Db,
  bidder: Bidder,
  asked: { readonly keys: Keys; readonly round: number; readonly doer: Doer },
  { name, kind, bytes }: Given,
): Promise<AttachedFile> {
  const { rows, notes } = kind === 'coverage' ? await coverageIn(db, bidder, { name, bytes }) : pdfIn(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = await db.as(bidder, (tx) => store(tx, asked, bytes));
  return { attachment: { id, kind, name, bytes: bytes.length, sha256, isConfidential: false }, rows, notes };
}

function pdfIn(bytes: Buffer) {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw refusal('proposals.not-pdf', 415);
  return { rows: [], notes: [] };
}

/** Row by row, as `import puc` reads a filing. */
async function coverageIn(db: Db, bidder: Bidder, file: { name: string; bytes: Buffer }) {
  const { rows, notes } = await areasOf(readerOn(db, bidder), file, {
    provider: `FCC ${bidder.providerId}`,
    includesPlanned: true,
  });
  const shown = rows.slice(0, MOST_ROWS_SHOWN).map(({ providerName, technology, downloadMbps, uploadMbps }) => ({
    provider: providerName,
    technology,
    downloadMbps,
    uploadMbps,
  }));
  return { rows: shown, notes };
}

async function store(
  tx: Tx,
  { keys, round, doer }: { keys: Keys; round: number; doer: Doer },
  bytes: Buffer,
): Promise<string> {
  const proposal = await begun(tx, round);
  const { publicKey } = await ensureSeal(tx, keys, round);
  const { count } = await tx.one<{ count: number }>(
    'select count(*)::integer as count from proposals.attachments where proposal_id = $1',
    [proposal],
  );
  if (count >= MOST_ATTACHMENTS) throw refusal('proposals.attachments-enough', 409, { most: MOST_ATTACHMENTS });
  const id = randomUUID();
  const key = randomBytes(KEY_BYTES);
  await tx.run('insert into proposals.attachments (id, proposal_id, bytes, sealed_key) values ($1, $2, $3, $4)', [
    id,
    proposal,
    bytes.length,
    sealTo(publicKey, keyPlace(id), key),
  ]);
  await recordAct(tx, doer, { did: 'proposals.file-added', thing: `proposal ${proposal} of round ${round}` });
  for (let position = 0; position * CHUNK_BYTES < bytes.length; position++) {
    const chunk = bytes.subarray(position * CHUNK_BYTES, (position + 1) * CHUNK_BYTES);
    await tx.run('insert into proposals.attachment_chunks (attachment_id, position, sealed) values ($1, $2, $3)', [
      id,
      position,
      seal(key, chunkPlace(id, position), chunk),
    ]);
  }
  return id;
}

/** @throws Refusal 404; 409 while only openers open it */
export async function fileOf(tx: Tx, keys: Keys, round: number, id: string): Promise<Buffer> {
  const held = await sealOf(tx, round);
  const row = await tx.maybe<{ key: Buffer }>(
    `select a.sealed_key as key
     from proposals.attachments a
     join proposals.proposals p on p.id = a.proposal_id
     where a.id = $1
       and p.round_id = $2`,
    [id, round],
  );
  if (!held || !row) throw refusal('proposals.attachment-unknown', 404);
  const pair = keyPairIn(keys, round, held);
  if (!pair) throw refusal('proposals.sealed', 409);
  const key = openWith(pair, keyPlace(id), row.key);
  const chunks = await tx.rows<{ position: number; sealed: Buffer }>(
    'select position, sealed from proposals.attachment_chunks where attachment_id = $1 order by position',
    [id],
  );
  return Buffer.concat(chunks.map(({ position, sealed }) => unseal(key, chunkPlace(id, position), sealed)));
}

const keyPlace = (id: string) => `key of file ${id}`;
const chunkPlace = (id: string, position: number) => `file ${id}, part ${position}`;
