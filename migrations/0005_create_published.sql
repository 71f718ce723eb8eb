create table published.releases (
  id integer generated always as identity primary key,
  name text not null unique,
  released_at timestamptz not null default now(),
  floor_students integer not null check (floor_students >= 5),
  floor_households integer not null check (floor_households >= 3),
  synthetic boolean not null,
  statistics text[] not null,
  state_fips text not null,
  state_name text not null,
  collection_name text not null
);
comment on table published.releases is 'One row is an immutable snapshot of everything published.';
comment on column published.releases.statistics is 'Keys of the statistics, in the order of every counts array of the release.';

create table published.current (
  only_row boolean primary key default true check (only_row),
  release_id integer not null references published.releases
);
comment on table published.current is 'The release that is served as current.';

create table published.sources (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  filing_id integer not null,
  source text not null,
  publisher text not null,
  title text not null,
  as_of date not null,
  revision date not null,
  synthetic boolean not null,
  primary key (release_id, audience, filing_id)
);
comment on table published.sources is 'The filings a release''s verdicts rest on, audience by audience.';

create table published.totals (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  students integer not null,
  households integer not null,
  counts integer[] not null,
  hidden text not null,
  primary key (release_id, audience)
);
comment on table published.totals is 'One row is the whole state for one audience.';

-- No foreign key here nor on hexes: a state has 64,000 rows of both, written in one transaction with their release, and
-- checking each took a third of the time of writing them.
create table published.patches (
  release_id integer not null,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  shard bigint not null,
  patch integer not null,
  cell bigint not null,
  resolution smallint not null check (resolution between 5 and 8),
  rest boolean not null,
  lea_ids text[] not null,
  students integer not null,
  households integer not null,
  counts integer[] not null,
  hidden text not null,
  primary key (shard, release_id, audience, patch)
);
comment on table published.patches is 'One row is the smallest area published: a cell, or the rest of one, of one district.';
comment on column published.patches.shard is 'Res-4 parent of the cell.';
comment on column published.patches.patch is 'Number of the patch in its release and audience, from 0, in order of district then cell.';
comment on column published.patches.rest is 'True when the patch holds what finer patches inside the same cell did not.';
comment on column published.patches.lea_ids is 'One district; more when a district under the floor is published only together with a neighbour.';
comment on column published.patches.counts is 'Students by statistic, in the order of releases.statistics; null = hidden, never zero.';
comment on column published.patches.hidden is 'One letter a statistic: . shown, l fewer than the floor, h all but fewer than the floor, e either.';
create index patches_release on published.patches (release_id, audience, patch);

create table published.hexes (
  release_id integer not null,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  shard bigint not null,
  level smallint not null check (level between 5 and 8),
  cell bigint not null,
  resolution smallint not null check (resolution between 5 and 8),
  rest boolean not null,
  students integer not null,
  households integer not null,
  counts integer[] not null,
  hidden text not null,
  primary key (shard, release_id, audience, level, cell, rest)
);
comment on table published.hexes is 'One row is a hex as drawn at one level of the map: the sum of whole patches that lie in it.';
comment on column published.hexes.shard is 'Res-4 parent of the cell.';
comment on column published.hexes.level is 'The resolution the map is drawn at; a patch coarser than that keeps its own cell and draws beneath (resolution < level).';
comment on column published.hexes.rest is 'True when finer hexes of the same level lie inside this one.';
create index hexes_release on published.hexes (release_id, audience, level);

create table published.place_totals (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  kind text not null,
  id text not null,
  students integer,
  households integer,
  together_with text[] not null default '{}',
  counts integer[] not null,
  hidden text not null,
  primary key (release_id, audience, kind, id)
);
comment on table published.place_totals is 'One row is a place''s sum of whole patches; each patch counts wholly to the place that holds most of its students.';
comment on column published.place_totals.students is 'Null = the place is under the floor and has no patch of its own.';
comment on column published.place_totals.together_with is 'Ids of the places this one can only be published together with; the numbers are of all of them.';

-- One array a place, not one row a patch: writing a state's 93,000 rows took 0.8 s.
create table published.place_patches (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  kind text not null,
  id text not null,
  patches integer[] not null,
  primary key (release_id, audience, kind, id)
);
comment on table published.place_patches is 'Which patches make up a place.';

create table published.clusters (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  of text not null check (of in ('unserved', 'underserved')),
  source text not null,
  id text not null,
  rank integer not null,
  name text not null,
  students integer not null,
  households integer not null,
  affected integer,
  area_km2 double precision not null,
  cells bigint[] not null,
  patches integer[] not null,
  places jsonb not null,
  providers_present jsonb not null,
  nearest_served jsonb not null,
  agreement jsonb not null,
  rank_parts jsonb not null,
  center geometry(Point, 4326) not null,
  outline geometry(MultiPolygon, 4326) not null,
  primary key (release_id, audience, of, source, id)
);
comment on table published.clusters is 'One row is a group of neighbouring patches with unserved (or underserved) students, ranked.';
comment on column published.clusters.id is 'Stays the same from release to release when most of the students do.';
comment on column published.clusters.affected is 'Students by the chosen measure; null = hidden.';
-- Compressing these took the embedded database 0.6 s of a release's 5 s of clusters, to save 6 MB.
alter table published.clusters
  alter cells set storage external,
  alter providers_present set storage external,
  alter outline set storage external;
-- No index of outlines: the primary key finds a set's few hundred, and row level security keeps && from an index.

-- Row level security: the audience decides the rows. A district reads its own patches at the agency's resolution.
create function published.may_read(audience text) returns boolean
  language sql stable
  return audience = 'public' or audience = current_setting('gapmap.audience', true);

do $$
declare
  name text;
begin
  foreach name in array array['sources', 'totals', 'patches', 'hexes', 'place_totals', 'place_patches', 'clusters'] loop
    execute format('alter table published.%I enable row level security', name);
    execute format('create policy intake_all on published.%I to gapmap_intake using (true) with check (true)', name);
    execute format('create policy public_rows on published.%I for select to gapmap_public using (audience = ''public'')', name);
    execute format('create policy desk_rows on published.%I for select to gapmap_desk using (published.may_read(audience))', name);
  end loop;
end
$$;

create policy district_patches on published.patches for select to gapmap_desk
  using (audience = 'agency' and array[current_setting('gapmap.lea_id', true)] = lea_ids);
create policy district_place_totals on published.place_totals for select to gapmap_desk
  using (audience = 'agency' and kind = 'school_district' and id = current_setting('gapmap.lea_id', true) and together_with = '{}');

grant select on all tables in schema published to gapmap_public, gapmap_desk;
-- A release never changes: the jobs may add one and say which is current, and no role may update or delete.
grant select, insert on all tables in schema published to gapmap_intake;
grant update on published.current to gapmap_intake;
