/** Shaping lots: from clusters, areas or a county; split, merged, with whole patches added and dropped. Frozen once the round opens. */
import { referenceFrom } from '../../domain/round/lot.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { releaseNamed } from '../releases/index.ts';
import { candidateLots } from './candidates.ts';
import type { LotBody, LotsBody } from './contract-lots.ts';
import { type LotGround, type LotMade, lotOf } from './lot-facts.ts';
import { patchesOfHexes } from './lot-land.ts';
import { type LockedRound, lockRound, refuseFrozen } from './move.ts';

export interface Shaping {
  readonly round: LockedRound;
  readonly ground: LotGround;
  readonly doer: Doer;
}

/** Locks the round. @throws Refusal 404, 409 once it has opened, or as releaseNamed */
export async function beginShaping(
  tx: Tx,
  id: number,
  { estimates, doer }: { estimates: EstimateReader; doer: Doer },
): Promise<Shaping> {
  const round = await lockRound(tx, id);
  refuseFrozen(round);
  const release = await releaseNamed(tx, String(round.release_id));
  return { round, doer, ground: { release, measure: round.measure, estimates } };
}

/** @throws Refusal 422 */
export async function makeLots(tx: Tx, shaping: Shaping, asked: LotsBody): Promise<void> {
  const { round, ground } = shaping;
  for (const { name, patches } of await candidateLots(tx, { round, ground }, asked)) {
    const free = await withoutTaken(tx, round.id, patches, asked.patches !== undefined);
    await storeLot(tx, shaping, name, await lotOf(tx, ground, free));
  }
}

/** Areas named one by one must all be free; of a cluster, a place or hexes, the free ones become the lot. */
async function withoutTaken(tx: Tx, roundId: number, patches: readonly number[], isNamed: boolean): Promise<number[]> {
  const taken = await tx.rows<{ patch: number }>(
    'select patch from rounds.lot_patches where round_id = $1 and patch = any ($2::integer[])',
    [roundId, patches],
  );
  if (taken.length > 0 && isNamed) throw refusal('rounds.patch-taken', 409);
  const gone = new Set(taken.map(({ patch }) => patch));
  const free = patches.filter((patch) => !gone.has(patch));
  if (free.length === 0) throw refusal('rounds.nothing-left', 409);
  return free;
}

/** @throws Refusal 404, 409, 422 */
export async function changeLot(tx: Tx, shaping: Shaping, lot: number, asked: LotBody): Promise<void> {
  const { round, ground, doer } = shaping;
  const before = await patchesOfLot(tx, round.id, lot);
  const dropped = new Set(asked.drop);
  if (asked.drop?.some((patch) => !before.includes(patch))) throw refusal('rounds.patch-elsewhere', 422);
  const named = (asked.add ?? []).filter((patch) => !before.includes(patch));
  if (named.length > 0) await withoutTaken(tx, round.id, named, true);
  const added = [...new Set([...named, ...(await pickedFor(tx, shaping, asked.hexes))])];
  const after = [...before.filter((patch) => !dropped.has(patch)), ...added];
  if (after.length === 0) throw refusal('rounds.patch-elsewhere', 422);
  if (added.length + dropped.size > 0) await reshape(tx, shaping, lot, await lotOf(tx, ground, after));
  if (asked.name !== undefined)
    await tx.run('update rounds.lots set name = $2 where id = $1', [lot, asked.name.trim()]);
  if (asked.referenceAmount !== undefined)
    await tx.run('update rounds.lots set reference_amount = $2 where id = $1', [lot, asked.referenceAmount]);
  await record(tx, doer, round.id, `lot ${lot} changed`);
}

/** What hexes of the map add to a lot. @throws Refusal 409 when all of it lies in lots already, 422 */
async function pickedFor(tx: Tx, { round, ground }: Shaping, hexes: LotBody['hexes']): Promise<number[]> {
  if (!hexes) return [];
  return withoutTaken(tx, round.id, await patchesOfHexes(tx, ground.release.id, hexes), false);
}

/** The areas named leave the lot and are one of their own. @throws Refusal 404, 422 */
export async function splitLot(
  tx: Tx,
  shaping: Shaping,
  lot: number,
  { patches, name }: { patches: readonly number[]; name: string },
): Promise<void> {
  const { round, ground, doer } = shaping;
  const before = await patchesOfLot(tx, round.id, lot);
  const rest = before.filter((patch) => !patches.includes(patch));
  const isOwn = patches.length > 0 && patches.every((patch) => before.includes(patch));
  if (!isOwn || rest.length === 0) throw refusal('rounds.patch-elsewhere', 422);
  await reshape(tx, shaping, lot, await lotOf(tx, ground, rest), 'estimate');
  await storeLot(tx, shaping, name, await lotOf(tx, ground, patches));
  await record(tx, doer, round.id, `lot ${lot} split`);
}

/** The first takes in the others. @throws Refusal 404, 422 */
export async function mergeLots(
  tx: Tx,
  shaping: Shaping,
  { lots, name }: { lots: readonly number[]; name: string },
): Promise<void> {
  const { round, ground, doer } = shaping;
  const [first, ...others] = lots;
  if (first === undefined || others.length === 0) throw refusal('rounds.merge-two', 422);
  const patches: number[] = [];
  for (const lot of lots) patches.push(...(await patchesOfLot(tx, round.id, lot)));
  const made = await lotOf(tx, ground, patches);
  await tx.run('delete from rounds.lots where id = any ($1::integer[])', [others]);
  await reshape(tx, shaping, first, made, 'estimate');
  await tx.run('update rounds.lots set name = $2 where id = $1', [first, name.trim()]);
  await record(tx, doer, round.id, `lots ${lots.join(', ')} merged into ${first}`);
}

/** @throws Refusal 404 */
export async function deleteLot(tx: Tx, { round, doer }: Shaping, lot: number): Promise<void> {
  await patchesOfLot(tx, round.id, lot);
  await tx.run('delete from rounds.lots where id = $1', [lot]);
  await record(tx, doer, round.id, `lot ${lot} deleted`);
}

/** Ascending. @throws Refusal 404 */
async function patchesOfLot(tx: Tx, roundId: number, lot: number): Promise<number[]> {
  const rows = await tx.rows<{ patch: number }>(
    'select patch from rounds.lot_patches where round_id = $1 and lot_id = $2 order by patch',
    [roundId, lot],
  );
  if (rows.length === 0) throw refusal('rounds.lot-unknown', 404);
  return rows.map(({ patch }) => patch);
}

async function storeLot(tx: Tx, { round, doer }: Shaping, name: string, made: LotMade): Promise<void> {
  const { id } = await tx.one<{ id: number }>(
    `insert into rounds.lots (round_id, name, facts, estimate, students, households, counties, cells, reference_amount)
     values ($1, $2, $3::jsonb, $4::jsonb, $5, $6, $7, $8, $9)
     returning id`,
    [
      round.id,
      name.trim().slice(0, 120),
      JSON.stringify(made.facts),
      JSON.stringify(made.estimate),
      made.students,
      made.households,
      made.counties,
      made.cells,
      referenceFrom(made.estimate),
    ],
  );
  await takePatches(tx, round.id, id, made.patches);
  await record(tx, doer, round.id, `lot ${id} made`);
}

/** @param reference `estimate`: computed anew for the new land. Otherwise it stays. */
async function reshape(tx: Tx, { round }: Shaping, lot: number, made: LotMade, reference?: 'estimate'): Promise<void> {
  await tx.run(
    `update rounds.lots
     set facts = $2::jsonb, estimate = $3::jsonb, students = $4, households = $5, counties = $6, cells = $7,
       reference_amount = case when $8 then $9::bigint else reference_amount end
     where id = $1`,
    [
      lot,
      JSON.stringify(made.facts),
      JSON.stringify(made.estimate),
      made.students,
      made.households,
      made.counties,
      made.cells,
      reference === 'estimate',
      referenceFrom(made.estimate),
    ],
  );
  await tx.run('delete from rounds.lot_patches where round_id = $1 and lot_id = $2', [round.id, lot]);
  await takePatches(tx, round.id, lot, made.patches);
}

async function takePatches(tx: Tx, roundId: number, lot: number, patches: readonly number[]): Promise<void> {
  await tx.run(
    'insert into rounds.lot_patches (round_id, lot_id, patch) select $1, $2, patch from unnest($3::integer[]) as patch',
    [roundId, lot, patches],
  );
}

function record(tx: Tx, doer: Doer, roundId: number, what: string): Promise<void> {
  return recordAct(tx, doer, { did: 'rounds.lots', thing: `round ${roundId}`, note: what });
}
