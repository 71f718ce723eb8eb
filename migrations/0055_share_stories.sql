-- Links to a story as its agency ordered it: titled, to be read only, and over on a day where one is named. A role of their own reads, adds
-- and ends them, and may read nothing else. Everybody opens one by its code, and nobody can list those of others.
select accounts.add_request_role('gapmap_teller');

create table briefs.shared_stories (
  code text primary key check (code ~ '^[A-Za-z0-9_-]{12}$'),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  release_id integer not null,
  audience text not null,
  kind text not null,
  place_id text not null,
  title text not null check (title <> ''),
  steps text not null check (steps <> ''),
  ends_on date,
  shared_at timestamptz not null default now(),
  shared_by text not null check (shared_by <> '')
);
comment on table briefs.shared_stories is 'One row is a link to a story. It holds what is shown and in which order, and no number: those are read from the release, under the reader''s role.';
comment on column briefs.shared_stories.code is 'The end of its address.';
comment on column briefs.shared_stories.audience is 'View that the story is told from; whoever opens the link needs the right to it.';
comment on column briefs.shared_stories.steps is 'Names of the steps, in order, separated by commas.';
comment on column briefs.shared_stories.ends_on is 'Last day on which the link opens, UTC; null = no end.';
create index shared_stories_newest on briefs.shared_stories (state_fips, shared_at desc);

alter table briefs.shared_stories enable row level security;
create policy teller_rows on briefs.shared_stories to gapmap_teller using (true) with check (true);
create policy own_state on briefs.shared_stories as restrictive to gapmap_teller
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());

-- Runs with the owner's rights for whoever has the code, which is the right to it.
create function briefs.story_opens(code text)
  returns table (release_id integer, audience text, kind text, place_id text, title text, steps text, ends_on date)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select s.release_id, s.audience, s.kind, s.place_id, s.title, s.steps, s.ends_on
    from briefs.shared_stories s
    where s.code = story_opens.code
      and (s.ends_on is null or s.ends_on >= (now() at time zone 'utc')::date);
  end;
revoke all on function briefs.story_opens(text) from public;
grant execute on function briefs.story_opens(text) to gapmap_public;

grant usage on schema briefs, places, audit to gapmap_teller;
grant select, delete on briefs.shared_stories to gapmap_teller;
grant insert (code, release_id, audience, kind, place_id, title, steps, ends_on, shared_by) on briefs.shared_stories to gapmap_teller;
grant execute on function audit.record(text, text, text, text, integer, integer, integer, text, text, text) to gapmap_teller;
