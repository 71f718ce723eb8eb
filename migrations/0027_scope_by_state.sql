-- Whoever was given a token acts within one state: what belongs to another is not there for it. Rows of before belong to the one state
-- of the database. Where there are several, nobody can say whose a row is: it is then nobody's, and a token opens nothing.
create function places.own_state() returns text
  language sql stable
  return nullif(current_setting('gapmap.state_fips', true), '');
comment on function places.own_state() is 'FIPS code of the state that the transaction acts within; null for the public, the jobs and the unknown.';

create temporary table state_before on commit drop as
select case when count(*) = 1 then min(fips) end as fips
from (
  select fips
  from (
    select 1 as tier, left(lea_id, 2) as fips from intake.uploads
    union select 1, left(lea_id, 2) from collect.districts
    union select 1, state_fips from published.releases
    union select 2, state_fips from coverage.filings
    union select 3, state_fips from places.places
  ) as known
  order by tier
  fetch first 1 row with ties
) as nearest;

alter table accounts.tokens add column state_fips text check (state_fips ~ '^[0-9]{2}$');
comment on column accounts.tokens.state_fips is 'State the token acts within. Null: given out before states were told apart, with several in the database; it opens nothing.';
update accounts.tokens set state_fips = coalesce(left(lea_id, 2), (select fips from state_before));
alter table accounts.tokens add check (role <> 'district' or state_fips = left(lea_id, 2));

drop function accounts.token_opens(bytea);
create function accounts.token_opens(hash bytea)
  returns table (id integer, role text, state_fips text, lea_id text, provider_id integer, label text, expires_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select t.id, t.role, t.state_fips, t.lea_id, t.provider_id, t.label, t.expires_at
    from accounts.tokens t
    where t.hash = token_opens.hash
      and t.state_fips is not null
      and t.revoked_at is null
      and t.expires_at > now();
  end;
revoke all on function accounts.token_opens(bytea) from public;
grant execute on function accounts.token_opens(bytea) to gapmap_desk;

create or replace view accounts.links with (security_barrier = true) as
  select id, collection_id, lea_id, created_at, expires_at
  from accounts.tokens
  where collection_id is not null
    and revoked_at is null
    and expires_at > now()
    and state_fips = places.own_state()
    and (collect.is_coordinator() or collect.is_own(lea_id));

alter table intake.collections add column state_fips text check (state_fips ~ '^[0-9]{2}$');
comment on column intake.collections.state_fips is 'State whose districts it is for. Null: made before states were told apart, with several in the database; none but the jobs know of it.';
update intake.collections c
set state_fips = coalesce(
  (
    select case when count(distinct left(d.lea_id, 2)) = 1 then min(left(d.lea_id, 2)) end
    from collect.districts d
    where d.collection_id = c.id
  ),
  (select fips from state_before)
);
alter table intake.collections alter state_fips set default places.own_state();
drop index intake.collections_name;
create unique index collections_name on intake.collections (state_fips, lower(name));

create policy own_state on intake.collections as restrictive to gapmap_collect using (state_fips = places.own_state());
do $$
declare
  name text;
begin
  foreach name in array array['districts', 'enrolments', 'figures', 'uploads', 'certificates'] loop
    execute format(
      'create policy own_state on collect.%I as restrictive to gapmap_collect using (collection_id in (select id from intake.collections))',
      name
    );
  end loop;
end
$$;
create policy own_state on collect.chunks as restrictive to gapmap_collect using (upload_id in (select id from collect.uploads));

-- A default given with the column fills rows of before without touching them: the log is never changed.
do $$
begin
  execute format(
    'alter table disclosures.entries add column state_fips text default %L check (state_fips ~ ''^[0-9]{2}$'')',
    (select fips from state_before)
  );
end
$$;
alter table disclosures.entries alter state_fips set default places.own_state();
comment on column disclosures.entries.state_fips is 'State whose coordinators read it. Null: entered before states were told apart, with several in the database; whoever runs the server reads it.';
create policy own_state on disclosures.entries as restrictive to gapmap_collect using (state_fips = places.own_state());

alter table published.releases enable row level security;
alter table published.current enable row level security;
alter table published.clusters enable row level security;
create policy intake_all on published.releases to gapmap_intake using (true) with check (true);
create policy intake_all on published.current to gapmap_intake using (true) with check (true);
create policy intake_all on published.clusters to gapmap_intake using (true) with check (true);
create policy public_rows on published.releases for select to gapmap_public using (true);
create policy public_rows on published.current for select to gapmap_public using (true);
create policy public_rows on published.clusters for select to gapmap_public using (true);
create policy desk_rows on published.releases for select to gapmap_desk using (state_fips = places.own_state());
create policy desk_rows on published.current for select to gapmap_desk using (release_id in (select id from published.releases));
create policy desk_rows on published.clusters for select to gapmap_desk using (release_id in (select id from published.releases));
do $$
declare
  name text;
begin
  foreach name in array array[
    'sources', 'totals', 'patches', 'hexes', 'place_totals', 'place_patches', 'no_fixed_residence', 'privacy_reports',
    'lands', 'combos', 'cluster_standings'
  ] loop
    execute format(
      'create policy own_state on published.%I as restrictive for select to gapmap_desk using (release_id in (select id from published.releases))',
      name
    );
  end loop;
end
$$;

-- Areas and their parts follow from the filings that may be read.
create policy own_state on coverage.filings as restrictive for select to gapmap_desk
  using (confidentiality = 'public' or state_fips = places.own_state());
