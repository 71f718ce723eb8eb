/** What a state filing says of each hexagon, provider by provider: made once a filing, so that the FCC's words can be laid beside it. */
import { type Cell, cellFromText, HOME_RESOLUTION, parentOf } from '../../../domain/cell.ts';
import { meetsTier, VERDICT_TIERS, type VerdictTier } from '../../../domain/speed.ts';
import type { Db, Tx } from '../../../platform/db.ts';
import { cellsInside } from '../../../platform/gis/inside.ts';

interface ClaimedArea {
  readonly provider_id: number | null;
  readonly provider_name: string;
  readonly technology: number;
  readonly download: number;
  readonly upload: number;
  readonly low_latency: boolean;
  readonly shape: string;
}

/** Children that an offer reaches, by tier; a child that two areas hold counts once. */
type Reached = Record<VerdictTier, Set<string>>;

const PARTS_RESOLUTION = HOME_RESOLUTION + 1;

/** Those of editions that accepted corrections made, which the database writes without. May be repeated without harm. */
export async function lookAfterClaims(db: Db): Promise<void> {
  const without = await db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ state: string }>(
      "select distinct state_fips as state from coverage.filings where source = 'puc' and not superseded and not claims_made",
    ),
  );
  for (const { state } of without) await db.as({ role: 'intake' }, (tx) => ensureClaims(tx, state));
}

/** Makes the claims of every filing of a state that has none yet. Under the role `intake`. */
export async function ensureClaims(tx: Tx, stateFips: string): Promise<void> {
  const filings = await tx.rows<{ id: number }>(
    "select id from coverage.filings where source = 'puc' and state_fips = $1 and not claims_made order by id",
    [stateFips],
  );
  for (const { id } of filings) await makeClaims(tx, id);
}

async function makeClaims(tx: Tx, filingId: number): Promise<void> {
  const offers = await tx.rows<{ provider_name: string; technology: number }>(
    `select distinct provider_name, technology
     from coverage.areas
     where filing_id = $1
       and residential
     order by provider_name, technology`,
    [filingId],
  );
  for (const offer of offers) await claimOf(tx, filingId, offer);
  await tx.run('update coverage.filings set claims_made = true where id = $1', [filingId]);
}

async function claimOf(tx: Tx, filingId: number, offer: { provider_name: string; technology: number }): Promise<void> {
  const pieces = await tx.rows<ClaimedArea>(
    `-- one row: a piece of an area, small enough that filling it with cells is quick
     select
       a.provider_id,
       a.provider_name,
       a.technology,
       a.download_mbps::float8 as download,
       a.upload_mbps::float8 as upload,
       a.low_latency,
       st_asgeojson(p.geom, 9) as shape
     from coverage.areas a
     join coverage.area_parts p on p.area_id = a.id
     where a.filing_id = $1
       and a.provider_name = $2
       and a.technology = $3
       and a.residential`,
    [filingId, offer.provider_name, offer.technology],
  );
  const counted = countByHex(reachedBy(pieces));
  if (counted.size === 0) return;
  const cells = [...counted.keys()].sort((one, other) => (one < other ? -1 : 1));
  await tx.run(
    `insert into coverage.claims (filing_id, provider_id, provider_name, technology, cells, parts_25_3, parts_100_20)
     values ($1, $2, $3, $4, $5::bigint[], $6::smallint[], $7::smallint[])`,
    [
      filingId,
      pieces.find(({ provider_id }) => provider_id !== null)?.provider_id ?? null,
      offer.provider_name,
      offer.technology,
      cells,
      ...VERDICT_TIERS.map((tier) => cells.map((cell) => counted.get(cell)?.[tier] ?? 0)),
    ],
  );
}

function reachedBy(pieces: readonly ClaimedArea[]): Reached {
  const reached: Reached = { '25_3': new Set(), '100_20': new Set() };
  for (const { download, upload, low_latency: lowLatency, shape } of pieces) {
    const row = { downloadMbps: download, uploadMbps: upload, lowLatency };
    const met = VERDICT_TIERS.filter((tier) => meetsTier(row, tier));
    if (met.length === 0) continue;
    for (const cell of cellsInside(shape, PARTS_RESOLUTION)) for (const tier of met) reached[tier].add(cell);
  }
  return reached;
}

function countByHex(reached: Reached): Map<Cell, Record<VerdictTier, number>> {
  const counted = new Map<Cell, Record<VerdictTier, number>>();
  for (const tier of VERDICT_TIERS)
    for (const child of reached[tier]) {
      const hex = parentOf(cellFromText(child), HOME_RESOLUTION);
      const parts = counted.get(hex) ?? { '25_3': 0, '100_20': 0 };
      parts[tier] += 1;
      counted.set(hex, parts);
    }
  return counted;
}
