/** The land of patches and what filings say of it, from outlines, the FCC's rows and the commission's areas: apart from the product's way. */
import { cellToChildren, cellToLatLng, cellToParent, getResolution } from 'h3-js';
import { PROFILE_TECHNOLOGIES, type TechnologyCode } from '../../server/domain/technology.ts';
import type { Tx } from '../../server/platform/db.ts';

export interface PatchOnLand {
  readonly patch: number;
  readonly h3: string;
  readonly leaIds: readonly string[];
}

type Verdict = 'served' | 'underserved' | 'unserved' | 'partly' | 'unknown';
/** `<profile>.<source>.<tier>` */
export type Reading = string;
/** Share of a patch's land by what filings say there: one entry a res-9 cell. */
export type Land = { share: number; says: Record<Reading, Verdict> }[];

export const ALL_PROFILES = ['bead_2022', 'terrestrial', 'wired', 'any'] as const;
export const ALL_TIERS = ['25_3', '100_20'] as const;
const SPEEDS = { '25_3': [25, 3], '100_20': [100, 20] } as const;

/** The land of each patch by number, from outlines of districts and filings. */
export async function landsOf(
  tx: Tx,
  patches: readonly PatchOnLand[],
  filings: { readonly fcc: number; readonly puc: readonly number[] },
): Promise<Map<number, Land>> {
  const hexesOf = new Map<number, string[]>();
  for (const patch of patches) {
    const all = cellToChildren(patch.h3, 8);
    const inside = await insideDistricts(tx, all, patch.leaIds);
    const finer = patches.filter(
      (other) =>
        getResolution(other.h3) > getResolution(patch.h3) && other.leaIds.some((id) => patch.leaIds.includes(id)),
    );
    const own = all.filter(
      (hex, i) => inside[i] && !finer.some(({ h3 }) => cellToParent(hex, getResolution(h3)) === h3),
    );
    hexesOf.set(patch.patch, own.length > 0 ? own : all);
  }
  const hexes = [...new Set([...hexesOf.values()].flat())];
  const fcc = await fccOf(tx, filings.fcc);
  const puc = await pucOf(tx, hexes, filings.puc);
  const lands = new Map<number, Land>();
  for (const [patch, own] of hexesOf) {
    const known = own.map((hex) => fcc.get(hex)?.locations ?? 0);
    const weights = known.some((weight) => weight > 0) ? known : own.map(() => 1);
    const parts = own.flatMap((hex, i) =>
      cellToChildren(hex, 9).map((child) => ({
        weight: weights[i] ?? 0,
        says: both(fcc.get(hex)?.says ?? {}, puc.get(child) ?? {}),
      })),
    );
    const total = parts.reduce((sum, { weight }) => sum + weight, 0);
    lands.set(
      patch,
      parts.filter(({ weight }) => weight > 0).map(({ weight, says }) => ({ share: weight / total, says })),
    );
  }
  return lands;
}

async function insideDistricts(tx: Tx, hexes: readonly string[], leaIds: readonly string[]): Promise<boolean[]> {
  const centers = hexes.map((hex) => cellToLatLng(hex));
  const rows = await tx.rows<{ inside: boolean }>(
    `select exists (
       select from places.places p
       where p.kind = 'school_district' and p.id = any($3::text[]) and st_intersects(p.geom, st_setsrid(st_makepoint(lng, lat), 4326))
     ) as inside
     from unnest($1::float8[], $2::float8[]) with ordinality as centers (lng, lat, n)
     order by n`,
    [centers.map(([, lng]) => lng), centers.map(([lat]) => lat), leaIds],
  );
  return rows.map(({ inside }) => inside);
}

async function fccOf(tx: Tx, filing: number) {
  const rows = await tx.rows<{ cell: bigint; profile: string; locations: number; at25: number; at100: number }>(
    'select cell, profile, locations, served_25_3 as at25, served_100_20 as at100 from coverage.service where filing_id = $1',
    [filing],
  );
  const hexes = new Map<string, { locations: number; says: Record<string, Verdict> }>();
  for (const { cell, profile, locations, at25, at100 } of rows) {
    const hex = hexes.get(cell.toString(16)) ?? { locations, says: {} };
    hexes.set(cell.toString(16), hex);
    for (const tier of ALL_TIERS) hex.says[`${profile}.${tier}`] = verdict(tier, locations, at25, at100);
  }
  return hexes;
}

/** Each res-9 cell by the centers of its seven res-10 cells. */
async function pucOf(tx: Tx, hexes: readonly string[], filings: readonly number[]) {
  const cells = hexes.flatMap((hex) => cellToChildren(hex, 9));
  const points = cells.flatMap((cell) => cellToChildren(cell, 10).map((point) => ({ cell, at: cellToLatLng(point) })));
  const rows = await tx.rows<{ n: string; technology: number; down: number; up: number }>(
    `select n::text as n, a.technology, a.download_mbps as down, a.upload_mbps as up
     from unnest($1::float8[], $2::float8[]) with ordinality as points (lng, lat, n)
     join coverage.areas a on st_intersects(a.geom, st_setsrid(st_makepoint(lng, lat), 4326))
     where a.filing_id = any($3::integer[]) and a.residential and a.low_latency`,
    [points.map(({ at }) => at[1]), points.map(({ at }) => at[0]), filings],
  );
  const met = new Map<string, Set<string>>();
  for (const { n, technology, down, up } of rows) {
    const cell = points[Number(n) - 1]?.cell ?? '';
    for (const profile of ALL_PROFILES)
      for (const tier of ALL_TIERS) {
        if (!PROFILE_TECHNOLOGIES[profile].includes(technology as TechnologyCode)) continue;
        if (down < SPEEDS[tier][0] || up < SPEEDS[tier][1]) continue;
        const key = `${cell} ${profile}.${tier}`;
        met.set(key, (met.get(key) ?? new Set()).add(n));
      }
  }
  return new Map(
    cells.map((cell) => {
      const at = (profile: string, tier: string) => met.get(`${cell} ${profile}.${tier}`)?.size ?? 0;
      const says: Record<string, Verdict> = {};
      for (const profile of ALL_PROFILES)
        for (const tier of ALL_TIERS)
          says[`${profile}.${tier}`] = verdict(tier, 7, at(profile, '25_3'), at(profile, '100_20'));
      return [cell, says] as const;
    }),
  );
}

function verdict(tier: string, of: number, at25: number, at100: number): Verdict {
  const served = tier === '25_3' ? at25 : at100;
  if (of === 0) return 'unknown';
  if (served / of >= 0.8) return 'served';
  if ((of - at25) / of >= 0.8) return 'unserved';
  if (tier === '100_20' && (of - at100) / of >= 0.8) return 'underserved';
  return 'partly';
}

function both(fcc: Record<string, Verdict>, puc: Record<string, Verdict>): Record<Reading, Verdict> {
  const says: Record<Reading, Verdict> = {};
  for (const profile of ALL_PROFILES)
    for (const tier of ALL_TIERS) {
      const [one, other] = [fcc[`${profile}.${tier}`] ?? 'unknown', puc[`${profile}.${tier}`] ?? 'unknown'];
      const lacking = (said: Verdict) => said === 'unserved' || said === 'underserved';
      says[`${profile}.fcc.${tier}`] = one;
      says[`${profile}.puc.${tier}`] = other;
      says[`${profile}.agreed.${tier}`] =
        one === other
          ? one
          : one === 'unknown' || other === 'unknown'
            ? 'unknown'
            : lacking(one) && lacking(other)
              ? 'underserved'
              : 'partly';
    }
  return says;
}
