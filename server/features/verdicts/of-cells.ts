/** What filings say of every home cell at once, for a release. */
import { type Cell, parentOf, shardOf } from '../../domain/cell.ts';
import { VERDICT_TIERS } from '../../domain/speed.ts';
import { PROFILES, type Profile } from '../../domain/technology.ts';
import { type CellsService, type CellVerdicts, COMBO_SIZE, cellVerdicts } from '../../domain/verdict-cells.ts';
import type { Tx } from '../../platform/db.ts';
import { pucSharesOfSets } from '../coverage/index.ts';

export interface VerdictFilings {
  /** Undefined: no FCC filing, so its verdicts are unknown. */
  readonly fccFilingId: number | undefined;
  /** None: no state filing, so its verdicts are unknown; one that does not reach a cell makes it unserved. */
  readonly pucFilingIds: readonly number[];
}

/**
 * Verdicts by each set of filings, in the order of the sets.
 *
 * @param cells distinct, H3 res 9
 */
export async function verdictsOfCells(
  tx: Tx,
  cells: BigUint64Array,
  sets: readonly VerdictFilings[],
): Promise<CellVerdicts[]> {
  const fccService = new Map<number, CellsService>();
  // Audiences differ in state filings; the FCC's are mostly the same and read once.
  for (const { fccFilingId } of sets)
    if (fccFilingId !== undefined && !fccService.has(fccFilingId))
      fccService.set(fccFilingId, await fccServiceOf(tx, cells, fccFilingId));
  const shares = await pucSharesOfSets(tx, { filingSets: sets.map(({ pucFilingIds }) => pucFilingIds), cells });
  const all = new Uint8Array(cells.length).fill(SEVENTHS);
  return sets.map(({ fccFilingId, pucFilingIds }, set) =>
    cellVerdicts(cells.length, {
      fcc: fccFilingId === undefined ? undefined : fccService.get(fccFilingId),
      puc: pucFilingIds.length === 0 ? undefined : { of: all, served: shares[set] ?? [] },
    }),
  );
}

const SEVENTHS = 7;

/** Bytes of one record of SERVICE_OF_CELLS: four integers. */
const RECORD_BYTES = 16;

/**
 * The FCC counts locations by res-8 cell. The records come packed: as rows of columns a state's 100,000 took the driver
 * several times as long as the database.
 */
async function fccServiceOf(tx: Tx, cells: BigUint64Array, filingId: number): Promise<CellsService> {
  const parents: Cell[] = [];
  const positions = new Map<Cell, number>();
  const parentOfCell = Int32Array.from({ length: cells.length }, (_, i) => {
    const parent = parentOf(cells[i] ?? 0n, 8);
    let position = positions.get(parent);
    if (position === undefined) {
      position = parents.push(parent) - 1;
      positions.set(parent, position);
    }
    return position;
  });

  const locations = new Int32Array(parents.length);
  const servedIn = new Int32Array(parents.length * COMBO_SIZE);
  const profiles = await tx.rows<{ profile: Profile; records: Buffer }>(SERVICE_OF_CELLS, [
    filingId,
    parents.map(shardOf),
    parents,
    [...PROFILES],
  ]);
  for (const { profile, records } of profiles) {
    const first = PROFILES.indexOf(profile) * VERDICT_TIERS.length;
    for (let offset = 0; offset < records.length; offset += RECORD_BYTES) {
      const parent = records.readInt32BE(offset);
      locations[parent] = records.readInt32BE(offset + 4);
      servedIn[parent * COMBO_SIZE + first] = records.readInt32BE(offset + 8);
      servedIn[parent * COMBO_SIZE + first + 1] = records.readInt32BE(offset + 12);
    }
  }

  const of = new Int32Array(cells.length);
  const served = new Int32Array(cells.length * COMBO_SIZE);
  for (let cell = 0; cell < cells.length; cell++) {
    const parent = parentOfCell[cell] ?? 0;
    of[cell] = locations[parent] ?? 0;
    for (let at = 0; at < COMBO_SIZE; at++) served[cell * COMBO_SIZE + at] = servedIn[parent * COMBO_SIZE + at] ?? 0;
  }
  return { of, served };
}

const SERVICE_OF_CELLS = `
  -- one row: a profile, with a record for each wanted cell the FCC reports locations in
  select
    s.profile,
    string_agg(
      int4send(wanted.position::integer - 1) || int4send(s.locations) || int4send(s.served_25_3) || int4send(s.served_100_20),
      ''::bytea
    ) as records
  from unnest($2::bigint[], $3::bigint[]) with ordinality as wanted (shard, cell, position)
  join coverage.service s
    on s.shard = wanted.shard
    and s.filing_id = $1
    and s.cell = wanted.cell
  where s.profile = any($4::text[])
  group by s.profile`;
