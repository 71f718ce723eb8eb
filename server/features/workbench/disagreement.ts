import { cellToBoundary, cellToLatLng } from 'h3-js';
import { cellToText } from '../../domain/cell.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import { PROFILE_TECHNOLOGIES, type Profile } from '../../domain/technology.ts';
import type { Tx } from '../../platform/db.ts';
import type { GeoFeature } from '../../platform/lists.ts';
import { claimedHexes } from './claims.ts';
import type { ProviderLine } from './contract.ts';

export interface Asked {
  readonly stateFips: string;
  readonly profile: Profile;
  readonly tier: VerdictTier;
}

type Compared = Omit<ProviderLine, 'families' | 'doubts'>;
type Counted = Omit<Compared, 'filedBy' | 'claimsNothing' | 'share'> & { isInFcc: boolean; isInPuc: boolean };

/** Providers, the one with the most locations in dispute first; those that only one filing names at all come last. */
export async function disagreements(tx: Tx, { stateFips, profile, tier }: Asked): Promise<Compared[]> {
  const rows = await tx.rows<Counted>(
    `-- one row: a provider
     with ${claimedHexes(tier)},
     lines as materialized (
       select
         h.key,
         case when h.key ~ '^[0-9]+$' then h.key::integer end as "providerId",
         coalesce(min(p.name), min(h.name)) as name,
         (count(*) filter (where fcc_locations > 0))::integer as "fccHexes",
         (count(*) filter (where puc_parts > 0))::integer as "pucHexes",
         (count(*) filter (where fcc_locations > 0 and puc_parts > 0))::integer as "bothHexes",
         (count(*) filter (where puc_parts = 0))::integer as "fccOnlyHexes",
         (count(*) filter (where fcc_locations = 0))::integer as "pucOnlyHexes",
         coalesce(sum(fcc_locations), 0)::integer as "fccLocations",
         coalesce(sum(fcc_locations) filter (where puc_parts = 0), 0)::integer as "fccOnlyLocations",
         round(coalesce(sum(coalesce(here.locations, 0) * puc_parts / 7.0) filter (where fcc_locations = 0), 0))::integer
           as "pucOnlyLocations"
       from hexes h
       left join here using (cell)
       left join coverage.providers p on p.provider_id::text = h.key
       group by h.key
     ),
     named as materialized (
       select
         coalesce(a.provider_id::text, a.provider_name) as key,
         max(array_position(array['public', 'agency', 'restricted'], f.confidentiality)) as closed
       from coverage.areas a
       join filed f on f.id = a.filing_id
       group by coalesce(a.provider_id::text, a.provider_name)
     )
     select
       lines.*,
       (array['public', 'agency', 'restricted'])[named.closed] as confidentiality,
       "fccHexes" > 0
         or exists (
           select
           from coverage.offers o
           where o.filing_id in (select id from filed where source = 'fcc')
             and o.provider_id = "providerId"
             and o.locations > 0
         ) as "isInFcc",
       named.key is not null as "isInPuc"
     from lines
     left join named using (key)`,
    [stateFips, [...PROFILE_TECHNOLOGIES[profile]]],
  );
  return rows.map(compared).sort(mostFirst);
}

function compared({ isInFcc, isInPuc, ...row }: Counted): Compared {
  const apart = row.fccOnlyHexes + row.pucOnlyHexes;
  const filedBy = isInFcc && isInPuc ? 'both' : isInFcc ? 'fcc' : 'puc';
  const silent = row.fccHexes === 0 ? 'fcc' : row.pucHexes === 0 ? 'puc' : null;
  return { ...row, filedBy, claimsNothing: filedBy === 'both' ? silent : null, share: apart / (apart + row.bothHexes) };
}

function mostFirst(one: Compared, other: Compared): number {
  return (
    Number(other.filedBy === 'both') - Number(one.filedBy === 'both') ||
    apartLocations(other) - apartLocations(one) ||
    other.share - one.share ||
    (one.key < other.key ? -1 : 1)
  );
}

function apartLocations({ fccOnlyLocations, pucOnlyLocations }: Compared): number {
  return fccOnlyLocations + pucOnlyLocations;
}

export interface HexSaid {
  readonly h3: string;
  readonly says: 'fcc' | 'puc' | 'both';
  /** Locations that the provider reports to the FCC. */
  readonly fccLocations: number;
  /** Of its seven parts, those that the commission's filing reaches. */
  readonly pucParts: number;
  /** All FCC locations of the hexagon. */
  readonly locations: number;
}

/** Every hexagon that a provider claims by either filing. */
export async function hexesOf(tx: Tx, { stateFips, profile, tier }: Asked, provider: string): Promise<HexSaid[]> {
  const rows = await tx.rows<{ cell: bigint; fcc: number; puc: number; locations: number }>(
    `-- one row: a hexagon
     with ${claimedHexes(tier)}
     select cell, fcc_locations as fcc, puc_parts as puc, coalesce(here.locations, 0) as locations
     from hexes
     left join here using (cell)
     where key = $3
     order by cell`,
    [stateFips, [...PROFILE_TECHNOLOGIES[profile]], provider],
  );
  return rows.map(({ cell, fcc, puc, locations }) => ({
    h3: cellToText(cell),
    says: fcc === 0 ? 'puc' : puc === 0 ? 'fcc' : 'both',
    fccLocations: fcc,
    pucParts: puc,
    locations,
  }));
}

export function hexFeature(hex: HexSaid): GeoFeature {
  const ring = cellToBoundary(hex.h3, true).map(([lng, lat]) => [rounded(lng), rounded(lat)]);
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties: hexRow(hex) };
}

/** Flat, for CSV and GIS. */
export function hexRow({ h3, says, fccLocations, pucParts, locations }: HexSaid): Record<string, unknown> {
  const [lat, lng] = cellToLatLng(h3);
  return {
    h3,
    says,
    fcc_locations: fccLocations,
    puc_sevenths: pucParts,
    all_locations: locations,
    lng: rounded(lng),
    lat: rounded(lat),
  };
}

/** About a meter. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
