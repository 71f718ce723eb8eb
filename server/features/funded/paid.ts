/**
 * `paid`, one row a res-8 hex with the sevenths of it that are paid for by the area that reaches most of it, and `here`, the FCC's
 * locations. Parameter 1: state; 2: release.
 */
export const PAID = `
  paid as materialized (
    select u.cell, max(u.parts) as parts, array_agg(distinct f.program) as programs
    from coverage.funded f
    cross join lateral unnest(f.cells, f.parts) as u (cell, parts)
    where f.state_fips = $1
    group by u.cell
  ),
  here as materialized (
    select s.cell, s.locations
    from coverage.service s
    where s.profile = 'any'
      and s.locations > 0
      and s.filing_id in (select filing_id from published.sources where release_id = $2 and audience = 'public' and source = 'fcc')
  )`;
