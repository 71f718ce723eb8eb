-- A release begins as a draft, which its state's agency alone reads, is published, and may be withdrawn: then nobody reads it any more.
-- Its rows stay, because its numbers were read. Releases of before are published.
alter table published.releases
  add column standing text not null default 'published' check (standing in ('draft', 'published', 'withdrawn', 'discarded'));
alter table published.releases alter standing set default 'draft';
comment on column published.releases.standing is 'Follows the log, published.steps. discarded: withdrawn before it was published.';

create table published.steps (
  id bigint generated always as identity primary key,
  release_id integer not null references published.releases,
  at timestamptz not null default now(),
  standing text not null check (standing in ('draft', 'published', 'withdrawn', 'discarded')),
  by text not null check (by <> ''),
  reason text,
  current_release integer references published.releases,
  check ((standing in ('withdrawn', 'discarded')) = (reason is not null and reason <> ''))
);
comment on table published.steps is 'One row is a step of a release: made as a draft, published, withdrawn. Only ever added to; the standing of the release and what is current follow from it.';
comment on column published.steps.by is 'Who took it, as the command was told; never a student or a family.';
comment on column published.steps.reason is 'Why it is withdrawn or discarded, in the words of whoever did it. What was published once is answered with it.';
comment on column published.steps.current_release is 'The current release of the state after the step; null = none. Given as the release itself, a published one becomes current.';
create index steps_release on published.steps (release_id);

-- Releases before the current one were current in their time; those after it were added beside it.
insert into published.steps (release_id, at, standing, by, current_release)
select r.id, r.released_at, 'published', 'Gapmap', case when r.id <= c.release_id then r.id else c.release_id end
from published.releases r
left join published.current c using (state_fips)
order by r.id;

-- As the owner: whoever may add a step may change a standing by nothing else.
create function published.take_step() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
declare
  state text;
  before text;
begin
  select r.state_fips, r.standing into state, before from published.releases r where r.id = new.release_id for update;
  if not (
    (before = 'draft' and new.standing = 'draft' and not exists (select from published.steps s where s.release_id = new.release_id))
    or (before = 'draft' and new.standing in ('published', 'discarded'))
    or (before = 'published' and new.standing = 'withdrawn')
  ) then
    raise exception 'A release that is % does not become %.', before, new.standing using errcode = 'check_violation';
  end if;
  new.at := now();
  update published.releases r set standing = new.standing where r.id = new.release_id;
  if new.standing = 'published' and new.current_release = new.release_id then
    insert into published.current (state_fips, release_id) values (state, new.release_id)
    on conflict (state_fips) do update set release_id = excluded.release_id;
  elsif new.standing = 'withdrawn' and exists (select from published.current c where c.release_id = new.release_id) then
    delete from published.current c where c.release_id = new.release_id;
    insert into published.current (state_fips, release_id)
    select state, s.release_id
    from published.steps s
    join published.releases r on r.id = s.release_id
    where r.state_fips = state
      and r.standing = 'published'
      and s.standing = 'published'
      and s.current_release = s.release_id
    order by s.id desc
    limit 1;
  end if;
  select c.release_id into new.current_release from published.current c where c.state_fips = state;
  return new;
end
$$;
create trigger taken before insert on published.steps
  for each row execute function published.take_step();

alter table published.steps enable row level security;
create policy intake_all on published.steps to gapmap_intake using (true) with check (true);
grant select, insert on published.steps to gapmap_intake;
-- What is current follows from steps alone, and so does a standing.
revoke insert, update on published.current from gapmap_intake;
revoke insert on published.releases from gapmap_intake;
grant insert (
  name, released_at, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark,
  town_students
) on published.releases to gapmap_intake;

drop policy public_rows on published.releases;
create policy public_rows on published.releases for select to gapmap_public using (standing = 'published');
drop policy desk_rows on published.releases;
create policy desk_rows on published.releases for select to gapmap_desk using (
  state_fips = places.own_state()
  and (standing = 'published' or (standing = 'draft' and current_setting('gapmap.audience', true) = 'agency'))
);
-- Whoever reads no release reads none of its rows. The desk's policies own_state say so already.
drop policy public_rows on published.current;
create policy public_rows on published.current for select to gapmap_public
  using (release_id in (select id from published.releases));
drop policy public_rows on published.clusters;
create policy public_rows on published.clusters for select to gapmap_public
  using (release_id in (select id from published.releases));
do $$
declare
  name text;
begin
  foreach name in array array[
    'sources', 'totals', 'patches', 'hexes', 'place_totals', 'place_patches', 'no_fixed_residence', 'privacy_reports',
    'lands', 'combos', 'cluster_standings'
  ] loop
    execute format(
      'create policy readable on published.%I as restrictive for select to gapmap_public using (release_id in (select id from published.releases))',
      name
    );
  end loop;
end
$$;

create view published.withdrawals with (security_barrier = true) as
  select s.release_id, r.state_fips, r.name, s.at, s.reason
  from published.steps s
  join published.releases r on r.id = s.release_id
  where (places.own_state() is null or r.state_fips = places.own_state())
    and (s.standing = 'withdrawn' or (s.standing = 'discarded' and current_setting('gapmap.audience', true) = 'agency'));
comment on view published.withdrawals is 'One row is a release that is no longer read, and why: what was published, for everybody; drafts, for their state''s agency.';
grant select on published.withdrawals to gapmap_public, gapmap_desk, gapmap_intake;

create view published.release_log with (security_barrier = true) as
  select s.id, s.release_id, r.name, s.at, s.standing, s.by, s.reason, s.current_release
  from published.steps s
  join published.releases r on r.id = s.release_id
  where r.state_fips = places.own_state()
    and current_setting('gapmap.audience', true) = 'agency';
comment on view published.release_log is 'One row is a step of a release of the state, for its agency.';
grant select on published.release_log to gapmap_desk;

-- What was deleted on request, for its certificate.
create table collect.forgettings (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  lea_id text check (lea_id ~ '^[0-9]{7}$'),
  collection text,
  by text not null check (by <> ''),
  counts jsonb not null,
  check (lea_id is not null or collection is not null)
);
comment on table collect.forgettings is 'One row attests that all that a district sent, or that was sent for a collection, was deleted. Only ever added to.';
comment on column collect.forgettings.lea_id is 'Null = of all districts of the collection.';
comment on column collect.forgettings.collection is 'Name at the time; null = of all collections.';
comment on column collect.forgettings.counts is '{what: how many}: as the certificate says them.';
alter table collect.forgettings enable row level security;
create policy intake_all on collect.forgettings to gapmap_intake using (true) with check (true);
grant select, insert on collect.forgettings to gapmap_intake;

create table intake.data_key (
  only_row boolean primary key default true check (only_row),
  salt bytea not null,
  wrapped bytea not null,
  rotated_at timestamptz
);
comment on table intake.data_key is 'The row is what pseudonyms, noise and certificates are keyed with, encrypted under the server''s secret: rotating the secret encrypts it anew and changes none of them.';
comment on column intake.data_key.wrapped is 'AES-256-GCM under HKDF-SHA-256 of the secret and the salt; a secret that does not open it is another one.';
comment on column intake.data_key.rotated_at is 'Null = never.';
grant select, insert, update on intake.data_key to gapmap_intake;
