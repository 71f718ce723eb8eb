/** The FCC's and the commission's words of each provider, hexagon by hexagon. */
import type { VerdictTier } from '../../domain/speed.ts';

/**
 * The filings compared: the newest edition of each that the reader may know; the FCC's count as one. `claimed`: the edition whose
 * claims exist, the earlier one until those of a just accepted correction are made. Parameter 1: state.
 */
export const FILED = `
  filed as (
    select distinct on (case source when 'fcc' then 'fcc' else publisher || chr(10) || title end)
      id, source, publisher, title, as_of, revision, confidentiality, synthetic,
      case when claims_made then id else coalesce(corrects, id) end as claimed
    from coverage.filings
    where state_fips = $1
      and not superseded
    order by case source when 'fcc' then 'fcc' else publisher || chr(10) || title end, as_of desc, revision desc, id desc
  )`;

/**
 * `hexes`, one row a provider in a res-8 hexagon that it claims by either filing. Parameter 2: technologies. A provider's
 * technologies may share FCC locations, so only the largest number counts; filed parts likewise. Where the FCC knows no
 * location, an area filed with the commission claims nobody.
 *
 * @param tier one of our own words, never a request's text
 */
export function claimedHexes(tier: VerdictTier): string {
  return `${FILED},
  here as materialized (
    select cell, locations
    from coverage.service
    where filing_id in (select id from filed where source = 'fcc')
      and profile = 'any'
  ),
  fcc as materialized (
    select provider_id::text as key, cell, max(locations_${tier}) as locations, min(brand_name) as name
    from coverage.offers
    where filing_id in (select id from filed where source = 'fcc')
      and technology = any($2::smallint[])
      and locations_${tier} > 0
    group by provider_id, cell
  ),
  puc as materialized (
    select coalesce(c.provider_id::text, c.provider_name) as key, u.cell, max(u.parts) as parts, min(c.provider_name) as name
    from coverage.claims c
    cross join lateral unnest(c.cells, c.parts_${tier}) as u (cell, parts)
    where c.filing_id in (select claimed from filed where source = 'puc')
      and c.technology = any($2::smallint[])
      and u.parts > 0
      and (u.cell in (select cell from here where locations > 0) or not exists (select from here))
    group by coalesce(c.provider_id::text, c.provider_name), u.cell
  ),
  hexes as (
    select
      key,
      cell,
      coalesce(fcc.name, puc.name) as name,
      coalesce(fcc.locations, 0) as fcc_locations,
      coalesce(puc.parts, 0) as puc_parts
    from fcc
    full join puc using (key, cell)
  )`;
}
