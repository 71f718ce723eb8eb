-- Scenarios of what it would cost, as a state's agency saves them. A role of their own reads, adds and deletes them, and may read
-- nothing else: no number, no filing, no home.
do $$
declare
  wanted text := 'gapmap_planner';
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

create schema cost;
create table cost.scenarios (
  id uuid primary key default gen_random_uuid(),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  name text not null check (name <> ''),
  release_id integer not null,
  scenario jsonb not null,
  saved_at timestamptz not null default now(),
  saved_by text not null check (saved_by <> '')
);
comment on table cost.scenarios is 'One row is a set of clusters with inputs, levers and a budget. It holds what was asked, and no number about students: the estimate is made anew from the release.';
comment on column cost.scenarios.release_id is 'Release whose numbers it was made with. No foreign key: a withdrawn release keeps its scenarios, which then say so.';
comment on column cost.scenarios.scenario is 'As the API takes it.';
comment on column cost.scenarios.saved_by is 'Label of the link or token that saved it.';
create index scenarios_newest on cost.scenarios (state_fips, saved_at desc);

alter table cost.scenarios enable row level security;
create policy planner_rows on cost.scenarios to gapmap_planner using (true) with check (true);
create policy own_state on cost.scenarios as restrictive to gapmap_planner
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());

grant usage on schema cost, places to gapmap_planner;
grant select, delete on cost.scenarios to gapmap_planner;
grant insert (name, release_id, scenario, saved_by) on cost.scenarios to gapmap_planner;
