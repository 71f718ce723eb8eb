-- Whom a provider's people want told when a release has new clusters near what the provider serves. gapmap_room adds, lists and ends its
-- provider's own; gapmap_keeper takes one after the other by functions, as each becomes due, and reads no row besides.
create function rooms.current_release() returns integer
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select c.release_id from published.current c where c.state_fips = places.own_state();
  end;
comment on function rooms.current_release is 'Of the actor''s own state, for the default of an alert. Null: there is none.';

create table rooms.alerts (
  id integer generated always as identity primary key,
  provider_id integer not null default rooms.own_provider(),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  email text not null check (mail.is_address(email)),
  language text not null check (language in ('en', 'es')),
  miles smallint not null check (miles between 1 and 60),
  told_release integer default rooms.current_release() references published.releases,
  added_at timestamptz not null default now()
);
comment on table rooms.alerts is 'One row is an address that is written to when a release has new clusters near what its provider serves. Only the provider reads it; ending it leaves nothing.';
comment on column rooms.alerts.miles is 'From the nearest hex that the provider serves, center to center.';
comment on column rooms.alerts.told_release is 'The last current release that was looked at for it, with a message or without; at first the one that was current then. Null: there was none.';
create unique index alerts_of_provider on rooms.alerts (state_fips, provider_id, lower(email));

alter table rooms.alerts enable row level security;
create policy own_rows on rooms.alerts to gapmap_room
  using (rooms.is_own(provider_id, state_fips)) with check (rooms.is_own(provider_id, state_fips));
create policy own_state on rooms.alerts as restrictive to gapmap_room
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());
grant select, delete, insert (email, language, miles) on rooms.alerts to gapmap_room;

-- A release is never made current once a later one was, but for the one before a withdrawn one, which was told in its time.
create function rooms.alerts_due() returns table (id integer)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select a.id
    from rooms.alerts a
    join published.current c on c.state_fips = a.state_fips
    where c.release_id > coalesce(a.told_release, 0)
    order by a.id;
  end;
comment on function rooms.alerts_due is 'Alerts that the current release of their state was not looked at for.';

create function rooms.take_alert(alert integer)
  returns table (provider_id integer, state_fips text, release_id integer, email text, language text, miles integer)
  language sql volatile security definer
  set search_path = pg_catalog
  begin atomic
    update rooms.alerts a
    set told_release = c.release_id
    from published.current c
    where a.id = take_alert.alert
      and c.state_fips = a.state_fips
      and c.release_id > coalesce(a.told_release, 0)
    returning a.provider_id, a.state_fips, c.release_id, a.email, a.language, a.miles::integer;
  end;
comment on function rooms.take_alert is 'Whom to tell of which release; no row where somebody took it, or it was ended.';

create function rooms.clusters_told(release integer) returns table (id text, name text, estimated integer)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select c.id, c.name, s.estimated
    from published.cluster_standings s
    join published.clusters c on c.release_id = s.release_id and c.of = s.of and c.id = s.id
    join published.releases r on r.id = s.release_id
    where s.release_id = clusters_told.release
      and r.standing = 'published'
      and s.audience = 'provider'
      and s.of = 'unserved'
      and s.source = 'agreed'
    order by s.rank;
  end;
comment on function rooms.clusters_told is 'Unserved clusters of a published release as every provider reads them, in order of rank.';

revoke all on function rooms.current_release(), rooms.alerts_due(), rooms.take_alert(integer), rooms.clusters_told(integer) from public;
grant execute on function rooms.current_release() to gapmap_room;
grant usage on schema rooms to gapmap_keeper;
grant execute on function rooms.alerts_due(), rooms.take_alert(integer), rooms.clusters_told(integer) to gapmap_keeper;
