-- A provider's own room: plant or plans that it alone reads, and what it says is wrong in a filing, which its state's agency decides.
do $$
declare
  wanted text := 'gapmap_room';
begin
  begin
    execute format('create role %I nologin', wanted);
  exception when duplicate_object or unique_violation then
    null;
  end;
  begin
    execute format('grant %I to current_user', wanted);
    execute format('grant %I to gapmap_api', wanted);
  exception when insufficient_privilege then
    raise exception 'The database user may not act as %: have an administrator run: grant % to %, gapmap_api', wanted, wanted, current_user;
  end;
end
$$;

create schema rooms;

-- Who acts for the provider of a row, within its state.
create function rooms.is_own(owner integer, fips text) returns boolean
  language sql stable
  return current_setting('gapmap.audience', true) = 'provider'
    and owner::text = current_setting('gapmap.provider_id', true)
    and fips = places.own_state();
create function rooms.own_provider() returns integer
  language sql stable
  return nullif(current_setting('gapmap.provider_id', true), '')::integer;

create table rooms.plans (
  id integer generated always as identity primary key,
  provider_id integer not null default rooms.own_provider(),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  name text not null check (name <> ''),
  file_name text not null,
  areas integer not null,
  notes text[] not null,
  loaded_at timestamptz not null default now(),
  loaded_by text not null check (loaded_by <> '')
);
comment on table rooms.plans is 'One row is a file of plant or planned coverage. Only its provider reads it; deleting it leaves nothing.';
comment on column rooms.plans.notes is 'What reading the file assumed, repaired or left out.';

create table rooms.plan_areas (
  plan_id integer not null references rooms.plans on delete cascade,
  technology smallint not null,
  download_mbps numeric not null,
  upload_mbps numeric not null,
  geom geometry(MultiPolygon, 4326) not null
);
comment on table rooms.plan_areas is 'One row is an area of one technology at one speed, in Mbps.';
create index plan_areas_plan on rooms.plan_areas (plan_id);

create table rooms.plan_cells (
  plan_id integer not null references rooms.plans on delete cascade,
  cell bigint not null,
  points smallint not null check (points between 1 and 49),
  primary key (plan_id, cell)
);
comment on table rooms.plan_cells is 'One row is a res-8 cell that the areas cover in part.';
comment on column rooms.plan_cells.points is 'How many centers of the cell''s 49 res-10 descendants lie in an area.';

create table rooms.corrections (
  id integer generated always as identity primary key,
  provider_id integer not null default rooms.own_provider(),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  filing_id integer not null references coverage.filings on delete cascade,
  file_name text not null,
  sha256 text not null,
  areas integer not null,
  notes text[] not null,
  says text not null check (says <> ''),
  filed_at timestamptz not null default now(),
  filed_by text not null check (filed_by <> ''),
  decision text check (decision in ('accepted', 'refused')),
  reason text check (reason <> ''),
  decided_at timestamptz,
  decided_by text,
  new_filing_id integer references coverage.filings on delete set null,
  check (num_nulls(decision, reason, decided_at, decided_by) in (0, 4))
);
comment on table rooms.corrections is 'One row is what a provider says a filing should say of it. Its state''s agency accepts or refuses it, with a reason; neither changes afterwards.';
comment on column rooms.corrections.says is 'What is wrong, in the provider''s words.';
comment on column rooms.corrections.new_filing_id is 'The edition of the filing that an accepted correction made; the one before stays.';

create table rooms.correction_areas (
  correction_id integer not null references rooms.corrections on delete cascade,
  provider_name text not null,
  technology smallint not null,
  technology_raw text not null,
  download_mbps numeric not null,
  upload_mbps numeric not null,
  low_latency boolean not null,
  residential boolean not null,
  geom geometry(MultiPolygon, 4326) not null
);
comment on table rooms.correction_areas is 'One row is an area as coverage.areas has them; all of them replace what the filing says of the provider.';
create index correction_areas_correction on rooms.correction_areas (correction_id);

alter table rooms.plans enable row level security;
alter table rooms.plan_areas enable row level security;
alter table rooms.plan_cells enable row level security;
alter table rooms.corrections enable row level security;
alter table rooms.correction_areas enable row level security;

create policy own_rows on rooms.plans to gapmap_desk, gapmap_room
  using (rooms.is_own(provider_id, state_fips)) with check (rooms.is_own(provider_id, state_fips));
create policy own_rows on rooms.plan_areas to gapmap_desk, gapmap_room
  using (plan_id in (select id from rooms.plans)) with check (plan_id in (select id from rooms.plans));
create policy own_rows on rooms.plan_cells to gapmap_desk, gapmap_room
  using (plan_id in (select id from rooms.plans)) with check (plan_id in (select id from rooms.plans));
create policy own_rows on rooms.corrections to gapmap_desk, gapmap_room
  using (rooms.is_own(provider_id, state_fips)) with check (rooms.is_own(provider_id, state_fips));
create policy agency_rows on rooms.corrections for select to gapmap_desk
  using (current_setting('gapmap.audience', true) = 'agency' and state_fips = places.own_state());
create policy own_rows on rooms.correction_areas to gapmap_desk, gapmap_room
  using (correction_id in (select id from rooms.corrections)) with check (correction_id in (select id from rooms.corrections));

create policy own_state on rooms.plans as restrictive to gapmap_desk, gapmap_room using (state_fips = places.own_state());
create policy own_state on rooms.corrections as restrictive to gapmap_desk, gapmap_room using (state_fips = places.own_state());

grant usage on schema rooms to gapmap_desk, gapmap_room, gapmap_author;
grant usage on schema places to gapmap_room;
grant select on rooms.plans, rooms.plan_areas, rooms.plan_cells, rooms.corrections, rooms.correction_areas to gapmap_desk;
grant select, insert, delete on rooms.plans to gapmap_room;
grant insert on rooms.plan_areas, rooms.plan_cells, rooms.correction_areas to gapmap_room;
grant select on rooms.corrections to gapmap_room;
grant insert (filing_id, file_name, sha256, areas, notes, says, filed_by) on rooms.corrections to gapmap_room;

-- What is done here, and what an agency decides, goes into the log of acts.
grant usage on schema audit to gapmap_room, gapmap_author;
grant execute on function audit.record(text, text, text, text, integer, integer, integer, text, text, text) to gapmap_room, gapmap_author;

-- A room asks for all offers of one provider, of a filing with millions of others'.
create index offers_provider on coverage.offers (filing_id, provider_id);

-- Which files hold the rows of a filing that may be read: the ids of public locations come from them.
create policy desk_files on coverage.filing_files for select to gapmap_desk
  using (filing_id in (select id from coverage.filings));
grant select (filing_id, kept_name, kept_sha256, kept_bytes) on coverage.filing_files to gapmap_desk;
