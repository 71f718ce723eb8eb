/** Verdicts of many hexes at once: for the homes of a release, and for the land of its estimates. */
import { shardOf } from '../../domain/cell.ts';
import { VERDICT_TIERS } from '../../domain/speed.ts';
import { PROFILES, type Profile } from '../../domain/technology.ts';
import {
  type CellsService,
  type CellVerdicts,
  COMBO_SIZE,
  cellVerdicts,
  codesOfHexes,
  codesOfMost,
  verdictCodes,
} from '../../domain/verdict-cells.ts';
import type { Reader } from '../../platform/reader.ts';
import { pucSharesOfSets } from '../coverage/index.ts';
import { CHILDREN_A_HEX, childrenOf } from './children.ts';

export interface VerdictFilings {
  /** Undefined: no FCC filing, so FCC verdicts are unknown. */
  readonly fccFilingId: number | undefined;
  /** Empty: no state filing, so PUC verdicts are unknown; if there is one, cells it does not reach are unserved. */
  readonly pucFilingIds: readonly number[];
}

/** What one set of filings says of hexes. */
export interface LandVerdicts {
  /** FCC locations by hex, 0 = none; undefined when nobody filed with the FCC. */
  readonly locations: Int32Array | undefined;
  /** For the homes in them: the FCC's verdict of the hex, and the PUC's of most of its children. */
  readonly hexes: CellVerdicts;
  /**
   * The FCC's verdict of the hex with the PUC's of the child: `comboOf[hex * CHILDREN_A_HEX + child]`, children in the
   * order of `cellToChildren`, -1 for the seventh that a pentagon does not have.
   */
  readonly children: CellVerdicts;
}

/**
 * Verdicts of hexes and of each of their res-9 children by several sets of filings, in the order of the sets.
 *
 * @param hexes distinct, H3 res 8
 */
export async function verdictsOfLand(
  reader: Reader,
  hexes: BigUint64Array,
  sets: readonly VerdictFilings[],
): Promise<LandVerdicts[]> {
  const fccService = new Map<number, CellsService & { of: Int32Array }>();
  // Audiences differ in state filings; most share the FCC's, which is read once.
  for (const { fccFilingId } of sets)
    if (fccFilingId !== undefined && !fccService.has(fccFilingId))
      fccService.set(fccFilingId, await fccServiceOf(reader, hexes, fccFilingId));
  const { cells, hexOf, slotOf } = childrenOf(hexes);
  const shares = await pucSharesOfSets(reader, { filingSets: sets.map(({ pucFilingIds }) => pucFilingIds), cells });
  const all = new Uint8Array(cells.length).fill(SEVENTHS);
  return sets.map(({ fccFilingId, pucFilingIds }, set) => {
    const service = fccFilingId === undefined ? undefined : fccService.get(fccFilingId);
    const fcc = service && verdictCodes(hexes.length, service);
    const filed = pucFilingIds.length > 0;
    const puc = filed ? verdictCodes(cells.length, { of: all, served: shares[set] ?? [] }) : undefined;
    const ofChildren = cellVerdicts(cells.length, { fcc: fcc && codesOfHexes(fcc, hexOf), puc });
    const comboOf = new Int32Array(hexes.length * CHILDREN_A_HEX).fill(-1);
    for (const [child, slot] of slotOf.entries()) comboOf[slot] = ofChildren.comboOf[child] ?? -1;
    return {
      locations: service?.of,
      hexes: cellVerdicts(hexes.length, { fcc, puc: puc && codesOfMost(puc, hexOf, hexes.length) }),
      children: { combos: ofChildren.combos, comboOf },
    };
  });
}

/**
 * FCC locations of hexes, 0 = none.
 *
 * @param hexes H3 res 8
 */
export async function locationsOf(reader: Reader, hexes: BigUint64Array, fccFilingId: number): Promise<Int32Array> {
  return (await fccServiceOf(reader, hexes, fccFilingId, PROFILES.slice(0, 1))).of;
}

/** Sevenths of a res-9 cell's area, which the overlay counts by the cell's own children. */
const SEVENTHS = 7;

/** Bytes of one record of SERVICE_OF_CELLS: four integers. */
const RECORD_BYTES = 16;

/** Records come packed: as rows of columns, the driver took several times as long as the database for a state's 100,000. */
async function fccServiceOf(
  reader: Reader,
  hexes: BigUint64Array,
  filingId: number,
  asked: readonly Profile[] = PROFILES,
): Promise<{ of: Int32Array; served: Int32Array }> {
  const of = new Int32Array(hexes.length);
  const served = new Int32Array(hexes.length * COMBO_SIZE);
  const profiles = await reader.rows<{ profile: Profile; records: Buffer }>(SERVICE_OF_CELLS, [
    filingId,
    Array.from(hexes, shardOf),
    Array.from(hexes),
    [...asked],
  ]);
  for (const { profile, records } of profiles) {
    const first = PROFILES.indexOf(profile) * VERDICT_TIERS.length;
    for (let offset = 0; offset < records.length; offset += RECORD_BYTES) {
      const hex = records.readInt32BE(offset);
      of[hex] = records.readInt32BE(offset + 4);
      served[hex * COMBO_SIZE + first] = records.readInt32BE(offset + 8);
      served[hex * COMBO_SIZE + first + 1] = records.readInt32BE(offset + 12);
    }
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
