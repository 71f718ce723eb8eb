/** Files that show what was built: each is read before it is kept, and keeps nothing that names a person or a home. */
import { createHash } from 'node:crypto';
import type { Bidder } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { readerOn } from '../../platform/reader.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { areasOf, covered, POINTS_A_HEX } from '../room/index.ts';
import type { EvidenceKind, Found } from './contract.ts';
import { nextMilestone } from './moves.ts';
import { withoutMetadata } from './photograph.ts';
import { reducedTests } from './speed-tests.ts';

const CHUNK_BYTES = 1_000_000;
/** Of one milestone. */
const MOST_FILES = 40;

interface Given {
  readonly kind: EvidenceKind;
  readonly name: string;
  readonly bytes: Buffer;
}

/** @throws Refusal of what reads the file; 404; 409 where nothing is to be reported, or there are files enough */
export async function addEvidence(
  db: Db,
  bidder: Bidder,
  doer: Doer,
  { id, given }: { readonly id: number; readonly given: Given },
): Promise<number> {
  const { next, row, cells, files } = await db.as(bidder, async (tx) => ({
    ...(await nextMilestone(tx, id)),
    cells: await cellsOf(tx, id),
    files: await filesOf(tx, id),
  }));
  if (['reported', 'complete', 'seen', 'default'].includes(row.standing)) throw refusal('commitments.standing', 409);
  if (files >= MOST_FILES) throw refusal('commitments.files-enough', 409, { most: MOST_FILES });
  const read = await readGiven(db, bidder, given, { cells, offer: row.offer, provider: row.provider });
  return db.as(bidder, async (tx) => {
    const evidence = await store(tx, { id, number: next.number, given, by: doer.who.slice(0, 200), ...read });
    await recordAct(tx, doer, { did: 'commitments.evidence', thing: `commitment ${id}, evidence ${evidence}` });
    return evidence;
  });
}

interface ReadGiven {
  readonly bytes: Buffer;
  readonly found: Found;
}

async function readGiven(
  db: Db,
  bidder: Bidder,
  { kind, name, bytes }: Given,
  about: {
    readonly cells: readonly LotCell[];
    readonly offer: { readonly downloadMbps: number; readonly uploadMbps: number };
    readonly provider: string;
  },
): Promise<ReadGiven> {
  if (kind === 'photograph') return withoutMetadata(bytes);
  if (kind === 'speed-tests') return reducedTests(bytes, about.offer);
  const reader = readerOn(db, bidder);
  const given = await areasOf(reader, { name, bytes }, { provider: about.provider, includesPlanned: false });
  const reached = await covered(reader, given.pieces);
  return { bytes, found: { areas: given.rows.length, percent: reached ? shareOf(about.cells, reached) : null } };
}

interface LotCell {
  readonly cell: bigint;
  readonly locations: number;
}

/** Per cent of the lot's FCC locations inside, by the share of each hex that is covered; null: none are known. */
function shareOf(cells: readonly LotCell[], reached: readonly { cell: bigint; points: number }[]): number | null {
  const points = new Map(reached.map((one) => [one.cell, one.points]));
  const all = cells.reduce((sum, { locations }) => sum + locations, 0);
  const inside = cells.reduce(
    (sum, { cell, locations }) => sum + (locations * (points.get(cell) ?? 0)) / POINTS_A_HEX,
    0,
  );
  return all === 0 ? null : Math.round((100 * inside) / all);
}

function cellsOf(tx: Tx, id: number): Promise<LotCell[]> {
  return tx.rows(
    `-- one row: a hex of the lot, with the FCC locations of the current release's filing
     select u.cell, coalesce(max(s.locations), 0)::integer as locations
     from commitments.commitments c
     cross join lateral unnest(c.cells) as u (cell)
     left join coverage.service s
       on s.cell = u.cell
       and s.profile = 'any'
       and s.filing_id in (
         select p.filing_id
         from published.sources p
         join published.current n using (release_id)
         where p.source = 'fcc' and p.audience = 'public'
       )
     where c.id = $1
     group by u.cell`,
    [id],
  );
}

async function filesOf(tx: Tx, id: number): Promise<number> {
  const { files } = await tx.one<{ files: number }>(
    'select count(*)::integer as files from commitments.evidence where commitment_id = $1',
    [id],
  );
  return files;
}

async function store(
  tx: Tx,
  { id, number, given, bytes, found, by }: ReadGiven & { id: number; number: number; given: Given; by: string },
): Promise<number> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id: evidence } = await tx.one<{ id: number }>(
    `insert into commitments.evidence (commitment_id, number, kind, name, bytes, sha256, found, added_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     returning id`,
    [id, number, given.kind, given.name.trim(), bytes.length, sha256, JSON.stringify(found), by],
  );
  for (let at = 0; at * CHUNK_BYTES < bytes.length; at++)
    await tx.run('insert into commitments.evidence_chunks (evidence_id, position, content) values ($1, $2, $3)', [
      evidence,
      at,
      bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES),
    ]);
  return evidence;
}

/** @throws Refusal 404 */
export async function evidenceBytes(tx: Tx, asked: { readonly id: number; readonly evidence: number }) {
  const file = await tx.maybe<{ name: string; kind: EvidenceKind }>(
    'select name, kind from commitments.evidence where id = $1 and commitment_id = $2',
    [asked.evidence, asked.id],
  );
  if (!file) throw refusal('commitments.unknown', 404);
  const chunks = await tx.rows<{ content: Buffer }>(
    'select content from commitments.evidence_chunks where evidence_id = $1 order by position',
    [asked.evidence],
  );
  return { ...file, bytes: Buffer.concat(chunks.map(({ content }) => content)) };
}
