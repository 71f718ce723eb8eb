-- What a state asks for a place, on its brief. Independent of releases: the next one carries it on. Append-only: the newest of a place holds,
-- one without words takes it back, and who wrote each and when is kept.
do $$
declare
  wanted text := 'gapmap_author';
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

create schema briefs;
create table briefs.asks (
  id bigint generated always as identity primary key,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  kind text not null,
  place_id text not null,
  dollars bigint check (dollars > 0),
  program text check (program <> ''),
  due date,
  is_public boolean not null,
  written_at timestamptz not null default now(),
  written_by text not null check (written_by <> '')
);
comment on table briefs.asks is 'One row is what was asked for a place at one time; the newest holds, and one without amount, program and day takes it back.';
comment on column briefs.asks.dollars is 'US dollars; null = none named.';
comment on column briefs.asks.due is 'Day until which it is asked for; null = none named.';
comment on column briefs.asks.is_public is 'Whether the public''s brief shows it; otherwise only the agency''s does.';
comment on column briefs.asks.written_by is 'Label of the link or token that wrote it; only the agency reads it.';
create index asks_newest on briefs.asks (state_fips, kind, place_id, id desc);

alter table briefs.asks enable row level security;
create policy own_state on briefs.asks for insert to gapmap_author with check (state_fips = places.own_state());

-- Hidden are whole places, never the newest row alone: an ask that is no longer public must not leave the one before it in sight.
create view briefs.current_asks with (security_barrier = true) as
  select
    a.state_fips,
    a.kind,
    a.place_id,
    a.dollars,
    a.program,
    a.due,
    a.is_public,
    a.written_at,
    case when own.is_agency then a.written_by end as written_by
  from (
    select distinct on (state_fips, kind, place_id) *
    from briefs.asks
    order by state_fips, kind, place_id, id desc
  ) as a,
  lateral (
    select coalesce(a.state_fips = places.own_state() and current_setting('gapmap.audience', true) = 'agency', false) as is_agency
  ) as own
  where num_nonnulls(a.dollars, a.program, a.due) > 0
    and (
      own.is_agency
      or (a.is_public and (places.own_state() is null or a.state_fips = places.own_state()))
    );
comment on view briefs.current_asks is 'One row is what is asked for a place now: public ones for everybody, the others for their state''s agency.';

grant usage on schema briefs to gapmap_public, gapmap_desk, gapmap_author;
grant usage on schema places to gapmap_author;
grant select on briefs.current_asks to gapmap_public, gapmap_desk;
grant insert (kind, place_id, dollars, program, due, is_public, written_by) on briefs.asks to gapmap_author;
