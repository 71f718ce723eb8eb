-- What a provider signed after an award: milestones with the count of locations they were made with, reports with evidence, and whether a later
-- filing shows it. gapmap_keeper is the worker, which sees days pass and filings come; it reads what the public reads, and commitments.
do $$
begin
  begin
    create role gapmap_keeper nologin;
  exception when duplicate_object or unique_violation then
    null;
  end;
  begin
    grant gapmap_keeper to current_user;
    grant gapmap_keeper to gapmap_worker;
    grant gapmap_public to gapmap_keeper;
  exception when insufficient_privilege then
    raise exception 'The database user may not give roles away: have an administrator run: grant gapmap_keeper to %, gapmap_worker; grant gapmap_public to gapmap_keeper', current_user;
  end;
end
$$;

create schema commitments;
comment on schema commitments is 'What providers signed to serve, and how far they are. No student is in it.';

create table commitments.commitments (
  id integer generated always as identity primary key,
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  round_id integer not null references rounds.rounds,
  lot_id integer not null references rounds.lots,
  provider_id integer not null check (provider_id > 0),
  provider_name text not null check (provider_name <> ''),
  name text not null check (name <> ''),
  standing text not null default 'signed'
    check (standing in ('signed', 'due', 'reported', 'returned', 'late', 'complete', 'seen', 'default')),
  homes integer not null check (homes >= 0),
  students integer not null check (students >= 0),
  counties text[] not null,
  cells bigint[] not null,
  public_cells bigint[] not null,
  ask bigint not null check (ask >= 0),
  offer jsonb not null,
  signed_at timestamptz not null default clock_timestamp(),
  signed_by text not null check (signed_by <> '' and length(signed_by) <= 200),
  ended_at timestamptz,
  reason text check (reason <> '' and length(reason) <= 1000),
  seen_filing_id integer,
  seen_as_of date,
  seen_percent smallint check (seen_percent between 0 and 100),
  check ((standing = 'default') = (ended_at is not null)),
  check (standing <> 'default' or reason is not null)
);
comment on table commitments.commitments is 'One row is a lot that a provider signed to serve. Its standing changes as server/domain/round/transitions.ts says.';
comment on column commitments.commitments.name is 'Of the lot, as homes, students, counties and cells are the lot''s: homes and students by the share that was offered.';
comment on column commitments.commitments.public_cells is 'The public''s own hexes that the lot touches, as its release had them: nothing finer is shown to everybody.';
comment on column commitments.commitments.ask is 'US dollars awarded.';
comment on column commitments.commitments.offer is 'As proposals.awards has it.';
comment on column commitments.commitments.reason is 'Why it failed.';
comment on column commitments.commitments.seen_percent is 'Of the lot''s FCC locations, those that the provider reports at the committed speed in the filing looked at last; null: none came since.';
create unique index commitments_of_lot on commitments.commitments (lot_id) where standing <> 'default';
create index commitments_of_state on commitments.commitments (state_fips, id desc);

create table commitments.milestones (
  commitment_id integer not null references commitments.commitments on delete cascade,
  number integer not null check (number > 0),
  percent smallint not null check (percent between 1 and 100),
  due_on date not null,
  locations integer check (locations >= 0),
  of_locations integer check (of_locations >= 0),
  counted_as_of date,
  counted_revision date,
  accepted_at timestamptz,
  told_due_at timestamptz,
  told_late_at timestamptz,
  primary key (commitment_id, number)
);
comment on table commitments.milestones is 'One row is a day by which so many per cent of the committed homes can be served.';
comment on column commitments.milestones.locations is 'FCC locations that these are, of of_locations in the lot by the filing of counted_as_of and its revision; null: nobody filed with the FCC.';
comment on column commitments.milestones.told_due_at is 'When a reminder was written; null: not yet, as told_late_at.';

create table commitments.reports (
  id integer generated always as identity primary key,
  commitment_id integer not null,
  number integer not null,
  words text not null check (words <> '' and length(words) <= 4000),
  reported_at timestamptz not null default clock_timestamp(),
  reported_by text not null check (reported_by <> '' and length(reported_by) <= 200),
  decision text check (decision in ('accepted', 'returned')),
  reason text check (reason <> '' and length(reason) <= 1000),
  decided_at timestamptz,
  decided_by text check (decided_by <> '' and length(decided_by) <= 200),
  foreign key (commitment_id, number) references commitments.milestones on delete cascade,
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decision is distinct from 'returned' or reason is not null)
);
comment on table commitments.reports is 'One row is a provider''s report of a milestone and what staff decided.';
create index reports_of_commitment on commitments.reports (commitment_id, id);

create table commitments.evidence (
  id integer generated always as identity primary key,
  commitment_id integer not null,
  number integer not null,
  kind text not null check (kind in ('coverage', 'speed-tests', 'photograph')),
  name text not null check (name <> '' and length(name) <= 200),
  bytes integer not null check (bytes between 1 and 25000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  found jsonb not null,
  added_at timestamptz not null default clock_timestamp(),
  added_by text not null check (added_by <> '' and length(added_by) <= 200),
  foreign key (commitment_id, number) references commitments.milestones on delete cascade
);
comment on table commitments.evidence is 'One row is a file for a milestone: coverage as filed, speed tests reduced to their numbers, a photograph without its metadata.';
comment on column commitments.evidence.found is 'What was read from it, as server/features/commitments/contract.ts has it.';
create index evidence_of_commitment on commitments.evidence (commitment_id, id);

create table commitments.evidence_chunks (
  evidence_id integer not null references commitments.evidence on delete cascade,
  position integer not null check (position >= 0),
  content bytea not null check (length(content) between 1 and 1000000),
  primary key (evidence_id, position)
);
comment on table commitments.evidence_chunks is 'One row is a part of a file, in order from 0.';
alter table commitments.evidence_chunks alter content set storage external;

create table commitments.steps (
  id integer generated always as identity primary key,
  commitment_id integer not null references commitments.commitments on delete cascade,
  move text not null check (move ~ '^[a-z-]+$'),
  from_standing text not null,
  to_standing text not null,
  at timestamptz not null default clock_timestamp(),
  who text not null check (who <> '' and length(who) <= 200),
  reason text check (reason <> '' and length(reason) <= 1000)
);
comment on table commitments.steps is 'One row is a move of a commitment: its history, which its parties read.';
create index steps_of_commitment on commitments.steps (commitment_id, id);

-- Signing takes the award as it stands: what a provider signs is what staff awarded.
create function commitments.sign(
  lot integer, signer text, provider text, public_cells bigint[], percents smallint[], days date[], of_locations integer, counted_as_of date,
  counted_revision date
) returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  award proposals.awards;
  made integer;
  share numeric;
begin
  select a.* into award
  from proposals.awards a
  join rounds.rounds r on r.id = a.round_id
  where a.lot_id = sign.lot
    and a.state_fips = places.own_state()
    and a.provider_id = rounds.own_provider()
    and r.standing = 'awarded';
  if not found then
    return null;
  end if;
  share := (award.offer ->> 'share')::numeric / 100;
  insert into commitments.commitments (state_fips, round_id, lot_id, provider_id, provider_name, name, homes, students, counties, cells, public_cells, ask,
    offer, signed_by)
  select award.state_fips, award.round_id, l.id, award.provider_id, sign.provider, l.name, floor(l.households * share), award.students, l.counties, l.cells,
    sign.public_cells, award.ask, award.offer, sign.signer
  from rounds.lots l
  where l.id = award.lot_id
  on conflict do nothing
  returning id into made;
  if made is null then
    return null;
  end if;
  insert into commitments.milestones (commitment_id, number, percent, due_on, locations, of_locations, counted_as_of, counted_revision)
  select made, place, percent, day, ceil(sign.of_locations * share * percent / 100), sign.of_locations, sign.counted_as_of, sign.counted_revision
  from unnest(sign.percents, sign.days) with ordinality as m (percent, day, place);
  insert into commitments.steps (commitment_id, move, from_standing, to_standing, who) values (made, 'sign', 'awarded', 'signed', sign.signer);
  return made;
end
$$;
comment on function commitments.sign is 'Null: no such award of the provider in an awarded round, or it is signed already.';

create function commitments.note_move(commitment integer, move text, to_standing text, why text) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  held commitments.commitments;
begin
  select * into held from commitments.commitments c where c.id = commitment for update;
  update commitments.commitments c set standing = note_move.to_standing where c.id = commitment;
  insert into commitments.steps (commitment_id, move, from_standing, to_standing, who, reason)
  values (commitment, note_move.move, held.standing, note_move.to_standing, 'database clock', note_move.why);
  insert into audit.entries (state_fips, who, role, did, thing)
  values (held.state_fips, 'database clock', 'clock', 'commitments.' || note_move.move, 'commitment ' || commitment);
end
$$;
comment on function commitments.note_move is 'A move of the clock. Only functions of the owner''s call it.';

-- Days pass by the database's clock, in UTC: whoever comes first writes it down.
create function commitments.move_due() returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  today date := (clock_timestamp() at time zone 'utc')::date;
  next record;
  moved integer := 0;
begin
  for next in
    select c.id, c.standing, m.due_on
    from commitments.commitments c
    cross join lateral (
      select due_on from commitments.milestones m where m.commitment_id = c.id and m.accepted_at is null order by number limit 1
    ) m
    where (c.standing = 'signed' and m.due_on - 30 <= today)
       or (c.standing in ('due', 'returned') and m.due_on < today)
    order by c.id
    for update of c skip locked
  loop
    if next.standing = 'signed' then
      perform commitments.note_move(next.id, 'due', 'due', null);
      moved := moved + 1;
    end if;
    if next.due_on < today then
      perform commitments.note_move(next.id, 'late', 'late', null);
      moved := moved + 1;
    end if;
  end loop;
  return moved;
end
$$;
comment on function commitments.move_due is 'A milestone is due from 30 days before its day, and late after it. Returns how many moves were written.';

-- A reminder each when a milestone becomes due and when it is late, to those whom the provider named.
create function commitments.take_reminders()
  returns table (commitment integer, state_fips text, name text, late boolean, percent integer, due_on date, email text)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  return query
    with next as materialized (
      select c.id, c.state_fips, c.name, c.provider_id, c.standing = 'late' as late, m.number, m.percent, m.due_on
      from commitments.commitments c
      cross join lateral (
        select * from commitments.milestones m where m.commitment_id = c.id and m.accepted_at is null order by m.number limit 1
      ) m
      where (c.standing = 'due' and m.told_due_at is null)
         or (c.standing = 'late' and m.told_late_at is null)
    ),
    told as (
      update commitments.milestones m
      set told_due_at = coalesce(m.told_due_at, clock_timestamp()),
        told_late_at = case when next.late then clock_timestamp() end
      from next
      where m.commitment_id = next.id
        and m.number = next.number
      returning m.commitment_id
    )
    select next.id, next.state_fips, next.name, next.late, next.percent::integer, next.due_on, person ->> 'email'
    from next
    join told on told.commitment_id = next.id
    join rounds.qualifications q on q.state_fips = next.state_fips and q.provider_id = next.provider_id
    cross join lateral jsonb_array_elements(q.contacts) as person
    where mail.is_address(person ->> 'email');
end
$$;

-- A reminder before a round closes, once for each deadline: in the last quarter of its window, three days before at most.
create table rounds.told_near (
  round_id integer not null references rounds.rounds on delete cascade,
  closes_at timestamptz not null,
  primary key (round_id, closes_at)
);
comment on table rounds.told_near is 'One row is a deadline that providers were reminded of.';
alter table rounds.told_near enable row level security;
create function rounds.take_near() returns table (round integer, state_fips text, title text, closes_at timestamptz, email text)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  return query
    with told as (
      insert into rounds.told_near (round_id, closes_at)
      select r.id, r.closes_at
      from rounds.rounds r
      where r.standing = 'open'
        and r.closes_at > clock_timestamp()
        and r.closes_at - clock_timestamp() <= least(interval '3 days', (r.closes_at - r.opened_at) / 4)
      on conflict do nothing
      returning round_id
    )
    select distinct r.id, r.state_fips, r.title, r.closes_at, person ->> 'email'
    from told
    join rounds.rounds r on r.id = told.round_id
    join rounds.qualifications q on q.state_fips = r.state_fips and q.standing not in ('draft', 'refused')
    cross join lateral jsonb_array_elements(q.contacts) as person
    where mail.is_address(person ->> 'email');
end
$$;
revoke all on function rounds.take_near() from public;
grant usage on schema rounds to gapmap_keeper;
grant execute on function rounds.take_near() to gapmap_keeper;

create function commitments.note_filing(commitment integer, filing integer, as_of date, percent integer, is_seen boolean) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  update commitments.commitments c
  set seen_filing_id = filing, seen_as_of = note_filing.as_of, seen_percent = note_filing.percent
  where c.id = commitment;
  if is_seen then
    perform commitments.note_move(commitment, 'see', 'seen', null);
  end if;
end
$$;

-- Of each cluster of a published release, how many tenths of its FCC locations lie on land that somebody committed to serve.
create function commitments.of_clusters(release integer) returns table (of text, id text, percent integer)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    with committed as materialized (
      select distinct cell
      from commitments.commitments c
      join published.releases r on r.id = of_clusters.release and r.state_fips = c.state_fips
      cross join lateral unnest(c.cells) as cell
      where c.standing <> 'default'
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
      (10 * round(10.0 * sum(here.locations) filter (where committed.cell is not null) / sum(here.locations)))::integer as percent
    from published.clusters c
    join here on here.cell = any (c.cells)
    left join committed on committed.cell = here.cell
    where c.release_id = of_clusters.release
    group by c.of, c.id
    having count(committed.cell) > 0;
  end;

do $$
declare
  name text;
begin
  foreach name in array array['commitments', 'milestones', 'reports', 'evidence', 'evidence_chunks', 'steps'] loop
    execute format('alter table commitments.%I enable row level security', name);
  end loop;
  foreach name in array array['milestones', 'reports', 'evidence', 'steps'] loop
    execute format(
      'create policy of_commitments on commitments.%I to gapmap_buyer, gapmap_bidder using (commitment_id in (select id from commitments.commitments)) with check (commitment_id in (select id from commitments.commitments))',
      name
    );
  end loop;
end
$$;
create policy own_state on commitments.commitments as restrictive to gapmap_buyer, gapmap_bidder
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());
create policy staff_rows on commitments.commitments to gapmap_buyer
  using (true) with check (standing in ('signed', 'complete', 'returned', 'default'));
create policy own_rows on commitments.commitments to gapmap_bidder
  using (provider_id = rounds.own_provider()) with check (provider_id = rounds.own_provider() and standing = 'reported');
create policy keeper_rows on commitments.commitments for select to gapmap_keeper using (true);
create policy keeper_rows on commitments.milestones for select to gapmap_keeper using (true);
create policy of_evidence on commitments.evidence_chunks to gapmap_buyer, gapmap_bidder
  using (evidence_id in (select id from commitments.evidence)) with check (evidence_id in (select id from commitments.evidence));

grant usage on schema commitments to gapmap_public, gapmap_desk, gapmap_buyer, gapmap_bidder, gapmap_keeper;
grant select on all tables in schema commitments to gapmap_buyer, gapmap_bidder;
grant select on commitments.commitments, commitments.milestones to gapmap_keeper;
grant update (standing, ended_at, reason) on commitments.commitments to gapmap_buyer;
grant update (standing) on commitments.commitments to gapmap_bidder;
grant update (accepted_at) on commitments.milestones to gapmap_buyer;
grant insert (commitment_id, number, words, reported_by) on commitments.reports to gapmap_bidder;
grant update (decision, reason, decided_at, decided_by) on commitments.reports to gapmap_buyer;
grant insert (commitment_id, number, kind, name, bytes, sha256, found, added_by) on commitments.evidence to gapmap_bidder;
grant insert on commitments.evidence_chunks to gapmap_bidder;
grant insert (commitment_id, move, from_standing, to_standing, who, reason) on commitments.steps to gapmap_buyer, gapmap_bidder;

revoke all on function
  commitments.sign(integer, text, text, bigint[], smallint[], date[], integer, date, date), commitments.note_move(integer, text, text, text),
  commitments.move_due(), commitments.take_reminders(), commitments.note_filing(integer, integer, date, integer, boolean), commitments.of_clusters(integer)
  from public;
grant execute on function commitments.sign(integer, text, text, bigint[], smallint[], date[], integer, date, date) to gapmap_bidder;
grant execute on function commitments.move_due() to gapmap_buyer, gapmap_bidder, gapmap_public, gapmap_desk, gapmap_keeper;
grant execute on function commitments.take_reminders(), commitments.note_filing(integer, integer, date, integer, boolean) to gapmap_keeper;
grant execute on function commitments.of_clusters(integer) to gapmap_public, gapmap_desk;
grant usage on schema mail to gapmap_keeper;
grant execute on function mail.queue(text, text, text, text, text, text, text, timestamptz) to gapmap_keeper;

-- Who committed to what by when. Homes are rounded to fives, and no hex is finer than the public's own.
create view commitments.public_commitments with (security_barrier = true) as
  select c.id, c.state_fips, c.provider_name, c.name, c.counties, r.title as round_title,
    case when c.standing in ('late', 'complete', 'seen', 'default') then c.standing else 'signed' end as standing,
    5 * round(c.homes / 5.0)::integer as homes,
    c.public_cells, (c.offer ->> 'technology')::integer as technology, (c.offer ->> 'downloadMbps')::float8 as download_mbps,
    (c.offer ->> 'uploadMbps')::float8 as upload_mbps,
    c.signed_at::date as signed_on, last.due_on, coalesce(done.percent, 0)::integer as percent, c.seen_as_of
  from commitments.commitments c
  join rounds.rounds r on r.id = c.round_id
  cross join lateral (select max(m.due_on) as due_on from commitments.milestones m where m.commitment_id = c.id) last
  cross join lateral (
    select max(m.percent) as percent from commitments.milestones m where m.commitment_id = c.id and m.accepted_at is not null
  ) done;
comment on view commitments.public_commitments is 'One row is a signed commitment.';
grant select on commitments.public_commitments to gapmap_public, gapmap_desk;
