import { cellFromText, shardOf } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import type { Room } from './contract.ts';
import { POINTS_A_HEX } from './cover.ts';

/** Hexes of each cluster. */
export type Land = ReadonlyMap<string, readonly string[]>;
/** By plan, the share of each hex inside, 0 to 1. */
export type PlanCells = ReadonlyMap<number, ReadonlyMap<string, number>>;

export async function providerNamed(tx: Tx, id: number): Promise<Room['provider']> {
  const row = await tx.maybe<{ name: string; holding: string | null }>(
    'select name, holding_company as holding from coverage.providers where provider_id = $1',
    [id],
  );
  return { id, name: row?.name ?? `FCC ${id}`, holding: row?.holding ?? null };
}

/** State filings with an area of the provider, for homes or not. */
export async function namingFilings(tx: Tx, providerId: number): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(
    'select distinct filing_id as id from coverage.areas where provider_id = $1',
    [providerId],
  );
  return rows.map(({ id }) => id);
}

export async function landOf(tx: Tx, { releaseId, of }: { releaseId: number; of: string }): Promise<Land> {
  const rows = await tx.rows<{ id: string; hexes: string[] }>(
    `select id, array(select to_hex(cell) from unnest(cells) as cell) as hexes
     from published.clusters
     where release_id = $1
       and of = $2`,
    [releaseId, of],
  );
  return new Map(rows.map(({ id, hexes }) => [id, hexes]));
}

export async function outlinesOf(
  tx: Tx,
  { releaseId, of, ids }: { releaseId: number; of: string; ids: readonly string[] },
): Promise<Map<string, unknown>> {
  const rows = await tx.rows<{ id: string; outline: string }>(
    `select id, st_asgeojson(outline, 6) as outline
     from published.clusters
     where release_id = $1
       and of = $2
       and id = any ($3)`,
    [releaseId, of, ids],
  );
  return new Map(rows.map(({ id, outline }) => [id, JSON.parse(outline)]));
}

export async function schoolsIn(
  tx: Tx,
  { releaseId, of, ids }: { releaseId: number; of: string; ids: readonly string[] },
): Promise<Map<string, string[]>> {
  const rows = await tx.rows<{ id: string; schools: string[] }>(
    `-- one row: a cluster with a school
     select c.id, array_agg(p.name order by p.name) as schools
     from published.clusters c
     join places.places p
       on p.kind = 'school'
       and st_intersects(c.outline, p.label_point)
     where c.release_id = $1
       and c.of = $2
       and c.id = any ($3)
     group by c.id`,
    [releaseId, of, ids],
  );
  return new Map(rows.map(({ id, schools }) => [id, schools]));
}

/** FCC locations of hexes; hexes without any are left out. */
export async function locationsOf(
  tx: Tx,
  filingId: number | undefined,
  hexes: readonly string[],
): Promise<Map<string, number>> {
  if (filingId === undefined || hexes.length === 0) return new Map();
  const cells = hexes.map(cellFromText);
  const rows = await tx.rows<{ hex: string; locations: number }>(
    `select to_hex(s.cell) as hex, s.locations
     from unnest($2::bigint[], $3::bigint[]) as asked (shard, cell)
     join coverage.service s using (shard, cell)
     where s.filing_id = $1
       and s.profile = 'any'`,
    [filingId, cells.map(shardOf), cells],
  );
  return new Map(rows.map(({ hex, locations }) => [hex, locations]));
}

/** Of the asker's own plans. */
export async function planCells(tx: Tx, hexes: readonly string[]): Promise<PlanCells> {
  const rows = await tx.rows<{ plan: number; hex: string; points: number }>(
    `select plan_id as plan, to_hex(cell) as hex, points
     from rooms.plan_cells
     where cell = any ($1)
     order by plan_id`,
    [hexes.map(cellFromText)],
  );
  const plans = new Map<number, Map<string, number>>();
  for (const { plan, hex, points } of rows) {
    const shares = plans.get(plan) ?? new Map<string, number>();
    shares.set(hex, points / POINTS_A_HEX);
    plans.set(plan, shares);
  }
  return plans;
}

export interface ReleaseBefore {
  readonly id: number;
  readonly name: string;
  readonly releasedAt: string;
}

/** Clusters that somebody signed to serve whole, to the next ten per cent of their locations: everybody's list leaves them out too. */
export async function signedWhole(
  tx: Tx,
  { releaseId, of }: { readonly releaseId: number; readonly of: string },
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(
    'select id from commitments.of_clusters($1) where "of" = $2 and percent = 100',
    [releaseId, of],
  );
  return new Set(rows.map(({ id }) => id));
}
