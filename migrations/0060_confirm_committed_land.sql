-- Of a cluster, how much a later filing confirms, apart from what is signed for.
drop function commitments.of_clusters(integer);
create function commitments.of_clusters(release integer) returns table (of text, id text, percent integer, confirmed integer)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    with committed as materialized (
      select cell, bool_or(c.standing = 'seen') as is_confirmed
      from commitments.commitments c
      join published.releases r on r.id = of_clusters.release and r.state_fips = c.state_fips
      cross join lateral unnest(c.cells) as cell
      where c.standing <> 'default'
      group by cell
    ),
    here as materialized (
      select s.cell, s.locations
      from coverage.service s
      where s.profile = 'any'
        and s.locations > 0
        and s.filing_id in (
          select filing_id from published.sources where release_id = of_clusters.release and audience = 'public' and source = 'fcc'
        )
    )
    select c.of, c.id,
      (10 * round(10.0 * sum(here.locations) filter (where committed.cell is not null) / sum(here.locations)))::integer as percent,
      coalesce((10 * round(10.0 * sum(here.locations) filter (where committed.is_confirmed) / sum(here.locations)))::integer, 0) as confirmed
    from published.clusters c
    join here on here.cell = any (c.cells)
    left join committed on committed.cell = here.cell
    where c.release_id = of_clusters.release
    group by c.of, c.id
    having count(committed.cell) > 0;
  end;
comment on function commitments.of_clusters is 'One row is a cluster of a published release with committed land: per cent of its FCC locations, in tens, on such land and on land that a later filing confirms.';
revoke all on function commitments.of_clusters(integer) from public;
grant execute on function commitments.of_clusters(integer) to gapmap_public, gapmap_desk;
