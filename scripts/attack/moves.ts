/** Small changes of a state between releases, made straight in the table of homes: what districts would send. */
import { randomBytes } from 'node:crypto';
import { type Cell, shardOf } from '../../server/domain/cell.ts';
import type { Db } from '../../server/platform/db.ts';
import type { Truth } from './truth.ts';

/** Homes of one district in two of its patches. */
export interface Neighbors {
  readonly leaId: string;
  /** Cells of homes, one a home. */
  readonly from: readonly Cell[];
  readonly to: readonly Cell[];
}

/** Districts with two patches, the one with the most homes in its largest first. */
export function neighborsIn({ homes, finer }: Truth): Neighbors[] {
  const cellsOf: Cell[][] = finer.patches.map(() => []);
  for (const [home, patch] of finer.patchOf.entries()) cellsOf[patch]?.push(homes.cells[home] as Cell);
  const found: Neighbors[] = [];
  for (const [lea, leaId] of homes.leaIds.entries()) {
    const [from, to] = finer.patches
      .flatMap(({ districts }, patch) => (districts.length === 1 && districts[0] === lea ? [cellsOf[patch] ?? []] : []))
      .sort((a, b) => b.length - a.length);
    if (from && to) found.push({ leaId, from, to });
  }
  return found.sort((a, b) => b.from.length - a.from.length);
}

export type Change = 'moved' | 'added' | 'removed' | 'answered';

/** Changes one student of `from`, or adds one there. */
export function changeOne(db: Db, collectionId: number, { leaId, from, to }: Neighbors, change: Change): Promise<void> {
  return db.asOwner(async (tx) => {
    if (change === 'added') {
      const cell = from[0] as Cell;
      await tx.run(
        `insert into intake.homes (shard, collection_id, lea_id, student_key, household_key, cell)
         values ($1, $2, $3, $4, $5, $6)`,
        [shardOf(cell), collectionId, leaId, randomBytes(16), randomBytes(16), cell],
      );
      return;
    }
    const { student_key: key } = await tx.one<{ student_key: Buffer }>(
      `select student_key
       from intake.homes
       where collection_id = $1
         and lea_id = $2
         and cell = any($3::bigint[])
       order by student_key
       limit 1`,
      [collectionId, leaId, from],
    );
    const who = [collectionId, leaId, key];
    const isWho = 'collection_id = $1 and lea_id = $2 and student_key = $3';
    if (change === 'removed') {
      await tx.run(`delete from intake.answers where ${isWho}`, who);
      await tx.run(`delete from intake.homes where ${isWho}`, who);
    } else if (change === 'moved') {
      const cell = to[0] as Cell;
      await tx.run(`update intake.answers set shard = $4 where ${isWho}`, [...who, shardOf(cell)]);
      await tx.run(`update intake.homes set shard = $4, cell = $5 where ${isWho}`, [...who, shardOf(cell), cell]);
    } else {
      await tx.run(`delete from intake.answers where ${isWho}`, who);
      await tx.run(
        `insert into intake.answers (shard, collection_id, lea_id, student_key, internet_access, barrier, device)
         select shard, collection_id, lea_id, student_key, false, 'Not Affordable', 'None'
         from intake.homes
         where ${isWho}`,
        who,
      );
    }
  });
}
