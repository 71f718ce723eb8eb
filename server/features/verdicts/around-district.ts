/** Public verdicts of the hexes around a district, for a page that can fetch nothing once it reads a file. */
import { cellToChildren, gridDisk, polygonToCellsExperimental } from 'h3-js';
import { stateOfLeaId } from '../../domain/actor.ts';
import { type Cell, cellFromText, cellToText, HOME_RESOLUTION } from '../../domain/cell.ts';
import { ONE_READING, sortOf } from '../../domain/lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../../domain/speed.ts';
import { PROFILES } from '../../domain/technology.ts';
import { LIST_RESOLUTION, listOfSorts, type VerdictList } from '../../domain/verdict-list.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type ReleaseRow, releaseNamed, sourcesOf } from '../releases/index.ts';
import { verdictsOfLand } from './of-land.ts';

/** Of the current release of the district's state. @throws Refusal as releaseNamed */
export function releaseOfDistrict(tx: Tx, leaId: string): Promise<ReleaseRow> {
  return releaseNamed(tx, 'current', stateOfLeaId(leaId));
}

/**
 * In the one reading that levers are counted in, by the filings of the release that everybody may read.
 *
 * @throws Refusal 404 when nothing is known of the district
 */
export async function verdictsAround(tx: Tx, release: ReleaseRow, leaId: string): Promise<VerdictList> {
  const parents = await parentsOf(tx, release.id, leaId);
  const sources = await sourcesOf(tx, release.id, 'public');
  const fccFilingId = sources.find(({ source }) => source === 'fcc')?.filingId;
  const pucFilingIds = sources.filter(({ source }) => source === 'puc').map(({ filingId }) => filingId);
  const cells = await cellsKnown(tx, parents, fccFilingId);
  const [land] = await verdictsOfLand(tx, cells, [{ fccFilingId, pucFilingIds }]);
  const sorts = Uint8Array.from(land?.hexes.comboOf ?? [], (combo) =>
    sortOf(land?.hexes.combos[combo]?.[readingAt(release.benchmark)]?.[ONE_READING.source] ?? 'unknown'),
  );
  const { name, synthetic, benchmark: tier } = release;
  return { leaId, release: { name, synthetic }, tier, sorts: listOfSorts(parents, cells, sorts) };
}

function readingAt(tier: VerdictTier): number {
  return PROFILES.indexOf(ONE_READING.profile) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(tier);
}

/** The res-4 hexes that the district's outline or its patches touch, and those around them: a family may live beyond the line. */
async function parentsOf(tx: Tx, releaseId: number, leaId: string): Promise<Cell[]> {
  const outlines = await tx.rows<{ west: number; south: number; east: number; north: number }>(
    `-- one row: the box of a part of the district's outline
     select st_xmin(d.geom) as west, st_ymin(d.geom) as south, st_xmax(d.geom) as east, st_ymax(d.geom) as north
     from places.places p
     cross join lateral st_dump(p.geom) d
     where p.kind = 'school_district'
       and p.id = $1`,
    [leaId],
  );
  const patches = await tx.rows<{ shard: bigint }>(
    `-- one row: a res-4 hex with patches of the district
     select distinct shard
     from published.patches
     where release_id = $1
       and audience = 'public'
       and $2 = any(lea_ids)`,
    [releaseId, leaId],
  );
  const inOutlines = outlines.flatMap(({ west, south, east, north }) =>
    polygonToCellsExperimental(
      [
        [south, west],
        [south, east],
        [north, east],
        [north, west],
      ],
      LIST_RESOLUTION,
      'containmentOverlapping',
    ),
  );
  const own = new Set([...inOutlines, ...patches.map(({ shard }) => cellToText(shard))]);
  if (own.size === 0) throw refusal('verdicts.no-district', 404, { leaId });
  return [...new Set([...own].flatMap((hex) => gridDisk(hex, 1)))].map(cellFromText).sort((a, b) => (a < b ? -1 : 1));
}

/** Where the FCC has a filing, the verdict elsewhere is unknown, so only its cells matter; where it has none, every cell does. */
async function cellsKnown(tx: Tx, parents: readonly Cell[], fccFilingId: number | undefined): Promise<BigUint64Array> {
  if (fccFilingId === undefined)
    return BigUint64Array.from(
      parents.flatMap((parent) => cellToChildren(cellToText(parent), HOME_RESOLUTION).map(cellFromText)),
    );
  const rows = await tx.rows<{ cell: bigint }>(
    `select cell
     from coverage.service
     where shard = any($1::bigint[])
       and filing_id = $2
       and profile = $3
     order by cell`,
    [parents, fccFilingId, ONE_READING.profile],
  );
  return BigUint64Array.from(rows, ({ cell }) => cell);
}
