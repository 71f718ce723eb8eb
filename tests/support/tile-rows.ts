/** Hexes and patches of a made-up release as they are stored, with land of two kinds that estimates follow from. */
import { shardOf } from '../../server/domain/cell.ts';
import { READINGS } from '../../server/domain/estimate/combo.ts';
import { PLACE_COUNT_KEYS } from '../../server/domain/statistic.ts';
import type { Tx } from '../../server/platform/db.ts';
import { arrayText } from './hex-table.ts';
import type { SyntheticHex } from './synthetic-hexes.ts';

export async function writeHexes(
  tx: Tx,
  release: number,
  audience: string,
  level: number,
  hexes: readonly SyntheticHex[],
): Promise<void> {
  for (const { cell, resolution, rest, students, households, counts, hidden } of hexes)
    await tx.run(
      `insert into published.hexes
         (release_id, audience, shard, level, cell, resolution, rest, students, households, counts, hidden)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::integer[], $11)`,
      [
        release,
        audience,
        shardOf(cell),
        level,
        cell,
        resolution,
        rest,
        students,
        households,
        arrayText(counts),
        hidden,
      ],
    );
}

/** A patch a hex, each with land of two kinds, and the state they make up. */
export async function writePatches(
  tx: Tx,
  release: number,
  audience: string,
  hexes: readonly SyntheticHex[],
): Promise<void> {
  for (const [patch, { cell, resolution, rest, students, households, counts, hidden }] of hexes.entries()) {
    const leaIds = [patch < 5 ? '5400600' : patch < 12 ? '5401590' : '5499999'];
    await tx.run(
      `insert into published.patches
         (release_id, audience, shard, patch, cell, resolution, rest, lea_ids, students, households, counts, hidden)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::integer[], $12)`,
      [
        release,
        audience,
        shardOf(cell),
        patch,
        cell,
        resolution,
        rest,
        leaIds,
        students,
        households,
        arrayText(counts),
        hidden,
      ],
    );
    await tx.run(
      `insert into published.lands (release_id, audience, shard, patch, lea_ids, combos, weights)
       values ($1, $2, $3, $4, $5, '{0,1}', array[1 + $4::integer % 6, 7])`,
      [release, audience, shardOf(cell), patch, leaIds],
    );
  }
  for (const [combo, letter] of ['u', 's'].entries())
    await tx.run('insert into published.combos (release_id, audience, combo, verdicts) values ($1, $2, $3, $4)', [
      release,
      audience,
      combo,
      letter.repeat(READINGS.length),
    ]);
  const students = hexes.reduce((sum, hex) => sum + hex.students, 0);
  await tx.run(
    `insert into published.totals (release_id, audience, students, households, counts, hidden)
     values ($1, $2, $3, $3, $4::integer[], $5)`,
    [
      release,
      audience,
      students,
      arrayText(PLACE_COUNT_KEYS.map(() => Math.floor(students / 8))),
      '.'.repeat(PLACE_COUNT_KEYS.length),
    ],
  );
}
