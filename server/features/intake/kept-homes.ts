/** Homes as a release counted them, kept so that the next can hold back what few have changed. */
import type { Patch } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import { RECORD_BYTES } from './home-record.ts';
import type { ReleaseHomes } from './release-homes.ts';
import type { KeptHomes } from './settle.ts';

export function keptHomes(tx: Tx, stateFips: string): Promise<KeptHomes[]> {
  return tx.rows(
    `-- one row: a district's homes of an area
     select area, lea_id as "leaId", cell, resolution, records
     from intake.kept_homes
     where state_fips = $1
     order by area, lea_id`,
    [stateFips],
  );
}

/** Replaces what is kept. @param patchOf by home its finest patch */
export async function keepHomes(
  tx: Tx,
  stateFips: string,
  homes: ReleaseHomes,
  patches: readonly Patch[],
  patchOf: Int32Array,
): Promise<void> {
  if (homes.areas.size === patches.length && !homes.areaOf.includes(-1)) return;
  await tx.run('delete from intake.kept_homes where state_fips = $1', [stateFips]);
  const rows = [...rowsOf(homes, patchOf)];
  await tx.load(
    'intake.kept_homes',
    [
      { name: 'state_fips', type: 'text' },
      { name: 'area', type: 'integer' },
      { name: 'lea_id', type: 'text' },
      { name: 'cell', type: 'bigint' },
      { name: 'resolution', type: 'smallint' },
      { name: 'records', type: 'bytea' },
    ],
    [
      [
        rows.map(() => stateFips),
        rows.map(({ patch }) => patch),
        rows.map(({ leaId }) => leaId),
        rows.map(({ patch }) => patches[patch]?.cell ?? null),
        rows.map(({ patch }) => patches[patch]?.resolution ?? null),
        rows.map(({ records }) => Buffer.concat(records)),
      ],
    ],
  );
}

/** Records by district and patch. */
function* rowsOf(
  homes: ReleaseHomes,
  patchOf: Int32Array,
): Generator<{ patch: number; leaId: string; records: Buffer[] }> {
  let home = 0;
  for (const [lea, leaId] of homes.leaIds.entries()) {
    const own = homes.records[lea] ?? Buffer.alloc(0);
    const inPatch = new Map<number, Buffer[]>();
    for (let at = 0; at < own.length; at += RECORD_BYTES, home++) {
      const patch = patchOf[home] ?? -1;
      const record = own.subarray(at, at + RECORD_BYTES);
      const records = inPatch.get(patch);
      if (records) records.push(record);
      else inPatch.set(patch, [record]);
    }
    for (const [patch, records] of inPatch) yield { patch, leaId, records };
  }
}
