/** Verdicts at every profile and tier, worked out in SQL from the tables of coverage and from nothing that the server computes. */
import { cellToChildren, cellToLatLng } from 'h3-js';
import { cellFromText } from '../../server/domain/cell.ts';
import type { Tx } from '../../server/platform/db.ts';

export interface Said {
  hex: number;
  child: number | null;
  profile: string;
  tier: string;
  fcc: string;
  puc: string;
  agreed: string;
}

/**
 * Rows of children, and of whole hexes with no child.
 *
 * @param hexes H3 res 8
 */
export function verdictsBySql(
  tx: Tx,
  hexes: readonly string[],
  { fcc, puc }: { fcc: number; puc: readonly number[] },
): Promise<Said[]> {
  const points = hexes.flatMap((text, hex) =>
    cellToChildren(text, 9).flatMap((child, at) =>
      cellToChildren(child, 10).map((point) => ({ hex, child: at, at: cellToLatLng(point) })),
    ),
  );
  return tx.rows<Said>(ORACLE, [
    points.map(({ hex }) => hex),
    points.map(({ child }) => child),
    points.map(({ at: [, lng] }) => lng),
    points.map(({ at: [lat] }) => lat),
    puc,
    fcc,
    hexes.map(cellFromText),
  ]);
}

const ORACLE = `
  with point as materialized (
    select hex, child, ST_SetSRID(ST_MakePoint(lng, lat), 4326) as geom
    from unnest($1::int[], $2::int[], $3::float8[], $4::float8[]) as p (hex, child, lng, lat)
  ),
  profile (profile, technologies) as (
    values
      ('bead_2022', array[10, 40, 50, 71, 72]),
      ('terrestrial', array[0, 10, 40, 50, 70, 71, 72]),
      ('wired', array[10, 40, 50]),
      ('any', array[0, 10, 40, 50, 60, 61, 70, 71, 72])
  ),
  best as materialized (
    select
      p.hex,
      p.child,
      profile,
      coalesce(bool_or(a.download_mbps >= 25 and a.upload_mbps >= 3), false) as at_25,
      coalesce(bool_or(a.download_mbps >= 100 and a.upload_mbps >= 20), false) as at_100
    from (select row_number() over () as n, * from point) p
    cross join profile
    left join coverage.areas a
      on ST_Intersects(a.geom, p.geom)
      and a.filing_id = any($5)
      and a.residential
      and a.low_latency
      and a.technology = any(technologies)
    group by p.n, p.hex, p.child, profile
  ),
  measured as (
    select hex, child, profile, count(*) as n, count(*) filter (where at_25) as at_25, count(*) filter (where at_100) as at_100
    from best
    group by hex, child, profile
    union all
    select position - 1, null, s.profile, s.locations, s.served_25_3, s.served_100_20
    from unnest($7::bigint[]) with ordinality as h (cell, position)
    join coverage.service s on s.filing_id = $6 and s.cell = h.cell
  ),
  said as (
    select hex, child, profile, tier,
      case
        when served * 5 >= n * 4 then 'served'
        when (n - at_25) * 5 >= n * 4 then 'unserved'
        when tier = '100_20' and (n - at_100) * 5 >= n * 4 then 'underserved'
        else 'partly'
      end as verdict
    from measured
    cross join lateral (values ('25_3', at_25), ('100_20', at_100)) as t (tier, served)
  ),
  votes as (
    select hex, profile, tier, verdict, rank() over (partition by hex, profile, tier order by count(*) desc) as place
    from said
    where child is not null
    group by hex, profile, tier, verdict
  ),
  puc as (
    select hex, child, profile, tier, verdict from said where child is not null
    union all
    select hex, null, profile, tier, case when count(*) = 1 then min(verdict) else 'partly' end
    from votes
    where place = 1
    group by hex, profile, tier
  ),
  both_say as (
    select puc.hex::int, puc.child::int, profile, tier, coalesce(fcc.verdict, 'unknown') as fcc, puc.verdict as puc
    from puc
    left join (select * from said where child is null) fcc using (hex, profile, tier)
  )
  select *,
    case
      when fcc = puc then fcc
      when fcc = 'unknown' then 'unknown'
      when fcc in ('unserved', 'underserved') and puc in ('unserved', 'underserved') then 'underserved'
      else 'partly'
    end as agreed
  from both_say`;
