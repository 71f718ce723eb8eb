/** A round for what was not awarded: the same terms and lots; its providers' forms begin with what they proposed before. */
import type { Buyer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import type { Doer } from '../audit/index.ts';
import { lockRound, moveRound } from '../rounds/index.ts';

/** @returns id of the draft @throws Refusal 404, 409 when all lots are awarded or the round allows none */
export function repair(db: Db, buyer: Buyer, round: number, doer: Doer): Promise<number> {
  return db.as(buyer, async (tx) => {
    const lots = await tx.rows<{ id: number }>(
      `select l.id
       from rounds.lots l
       where l.round_id = $1
         and not exists (select from proposals.awards a where a.lot_id = l.id)
       order by l.id`,
      [round],
    );
    await moveRound(tx, doer, await lockRound(tx, round), {
      move: 'repair',
      by: 'staff',
      holds: { 'has-lots': lots.length > 0 },
    });
    const { id } = await tx.one<{ id: number }>(
      `insert into rounds.rounds (title, release_id, measure, terms, scoring, budget, shows_reference, allows_repair,
         margin_seconds, protest_seconds, repairs, made_by)
       select left(title, 190) || ' (2)', release_id, measure, terms, scoring,
         budget - coalesce((select sum(ask)::bigint from proposals.awards a where a.round_id = r.id), 0),
         shows_reference, allows_repair, margin_seconds, protest_seconds, r.id, $2
       from rounds.rounds r
       where r.id = $1
       returning id`,
      [round, doer.who.slice(0, 200)],
    );
    for (const lot of lots) {
      const copy = await tx.one<{ id: number }>(
        `insert into rounds.lots (round_id, name, facts, students, households, counties, cells, estimate, reference_amount, carries)
         select $2, name, facts, students, households, counties, cells, estimate, reference_amount, id
         from rounds.lots
         where id = $1
         returning id`,
        [lot.id, id],
      );
      await tx.run(
        `insert into rounds.lot_patches (round_id, patch, lot_id)
         select $2, patch, $3
         from rounds.lot_patches
         where lot_id = $1`,
        [lot.id, id, copy.id],
      );
    }
    return id;
  });
}
