/** Plant and plans that a provider loads for itself: row level security shows them to nobody else. */
import type { Provider } from '../../domain/actor.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { readerOn } from '../../platform/reader.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import type { Plan } from './contract.ts';
import { type Covered, covered, MOST_HEXES } from './cover.ts';
import { type AreasGiven, areasOf, type FileGiven, keptNotes, type WithNotes } from './file-given.ts';
import { providerNamed } from './queries.ts';

/** Enough to compare; each is asked for whenever the room is read. */
const MOST_PLANS = 10;

type KeptPlan = WithNotes<Plan>;

export async function plansOf(tx: Tx): Promise<KeptPlan[]> {
  const rows = await tx.rows<Omit<KeptPlan, 'loadedAt'> & { loadedAt: Date }>(
    `select
       p.id, p.name, p.file_name as "fileName", p.areas, p.notes, p.notes_said as "notesSaid", p.loaded_at as "loadedAt",
       (select count(*)::integer from rooms.plan_cells c where c.plan_id = p.id) as hexes
     from rooms.plans p
     order by p.id`,
  );
  return rows.map(({ loadedAt, ...plan }) => ({ ...plan, loadedAt: loadedAt.toISOString() }));
}

/** @throws Refusal of the reader, or when there are enough plans, or it covers more than a state */
export async function loadPlan(
  db: Db,
  provider: Provider,
  file: FileGiven,
  { name, doer }: { readonly name: string; readonly doer: Doer },
): Promise<KeptPlan[]> {
  const resident = { ...provider, role: 'resident' } as const;
  const { known, own } = await db.as(provider, async (tx) => ({
    known: await plansOf(tx),
    own: await providerNamed(tx, provider.providerId),
  }));
  if (known.length >= MOST_PLANS) throw refusal('room.plans-enough', 409, { most: MOST_PLANS });
  const reader = readerOn(db, resident);
  const given = await areasOf(reader, file, { provider: own.name, includesPlanned: true });
  const cells = await covered(reader, given.pieces);
  if (!cells) throw refusal('room.plan-too-large', 413, { hexes: MOST_HEXES });
  await db.as(resident, (tx) => writePlan(tx, given, cells, { name: name.trim(), doer }));
  return db.as(provider, plansOf);
}

async function writePlan(
  tx: Tx,
  given: AreasGiven,
  cells: readonly Covered[],
  { name, doer }: { name: string; doer: Doer },
): Promise<void> {
  const kept = keptNotes(given.notes);
  const { id } = await tx.one<{ id: number }>(
    `insert into rooms.plans (name, file_name, areas, notes, notes_said, loaded_by)
     values ($1, $2, $3, $4, $5::jsonb, $6)
     returning id`,
    [name, given.fileName, given.rows.length, kept.words, kept.said, doer.who],
  );
  // Never its name: administrators of the state read the log.
  await recordAct(tx, doer, { did: 'rooms.plan-loaded', thing: `plan ${id}` });
  await tx.run(
    `insert into rooms.plan_areas (plan_id, technology, download_mbps, upload_mbps, geom)
     select $1, technology, down, up, outline::geometry
     from unnest($2::smallint[], $3::numeric[], $4::numeric[], $5::text[]) as area (technology, down, up, outline)`,
    [
      id,
      given.rows.map((row) => row.technology),
      given.rows.map((row) => row.downloadMbps),
      given.rows.map((row) => row.uploadMbps),
      given.outlines,
    ],
  );
  await tx.run(
    `insert into rooms.plan_cells (plan_id, cell, points)
     select $1, cell, points
     from unnest($2::bigint[], $3::smallint[]) as covered (cell, points)`,
    [id, cells.map(({ cell }) => cell), cells.map(({ points }) => points)],
  );
}

/** @throws Refusal 404 */
export async function deletePlan(db: Db, provider: Provider, id: number, doer: Doer): Promise<KeptPlan[]> {
  await db.as({ ...provider, role: 'resident' }, async (tx) => {
    const gone = await tx.run('delete from rooms.plans where id = $1', [id]);
    if (gone === 0) throw refusal('room.plan-unknown', 404);
    await recordAct(tx, doer, { did: 'rooms.plan-deleted', thing: `plan ${id}` });
  });
  return db.as(provider, plansOf);
}

/** GeoJSON features of a plan's areas. @throws Refusal 404 */
export async function planFeatures(tx: Tx, id: number) {
  const rows = await tx.rows<{ technology: number; down: number; up: number; outline: string }>(
    `select technology, download_mbps as down, upload_mbps as up, st_asgeojson(geom, 6) as outline
     from rooms.plan_areas
     where plan_id = $1`,
    [id],
  );
  if (rows.length === 0) throw refusal('room.plan-unknown', 404);
  return rows.map(({ technology, down, up, outline }) => ({
    type: 'Feature' as const,
    geometry: JSON.parse(outline) as unknown,
    properties: { technology, download_mbps: down, upload_mbps: up },
  }));
}
