-- Rounds in which a state asks providers to serve lots. Two roles of requests: gapmap_buyer, staff of the education agency or the commission, and
-- gapmap_bidder, a provider. Both read releases as a provider does, so that no lot is finer than what providers are shown.
create function accounts.add_request_role(wanted text, reads_as text default null) returns void
  language plpgsql
as $$
begin
  begin
    execute format('create role %I nologin', wanted);
  exception when duplicate_object or unique_violation then
    null;
  end;
  begin
    execute format('grant %I to current_user', wanted);
    execute format('grant %I to gapmap_api', wanted);
    if reads_as is not null then
      execute format('grant %I to %I', reads_as, wanted);
    end if;
  exception when insufficient_privilege then
    raise exception 'The database user may not give roles away: have an administrator run: grant % to %, gapmap_api%',
      wanted, current_user, coalesce(format('; grant %s to %s', reads_as, wanted), '');
  end;
end
$$;
comment on function accounts.add_request_role is 'Makes a role that gapmap_api may become for a request; it may hold the rights of another.';
revoke all on function accounts.add_request_role(text, text) from public;

select accounts.add_request_role('gapmap_buyer', 'gapmap_desk'), accounts.add_request_role('gapmap_bidder', 'gapmap_desk');

create schema rounds;
comment on schema rounds is 'What a state asks providers to serve, and who is qualified to answer. Built from published numbers and public filings; no home is in it.';

create function rounds.own_provider() returns integer
  language sql stable
  return nullif(current_setting('gapmap.provider_id', true), '')::integer;

-- Who may answer.
create table rounds.qualifications (
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  provider_id integer not null default rounds.own_provider() check (provider_id > 0),
  standing text not null default 'draft' check (standing in ('draft', 'applied', 'asked', 'qualified', 'refused')),
  facts jsonb not null,
  contacts jsonb not null,
  saved_at timestamptz not null default clock_timestamp(),
  applied_at timestamptz,
  decided_at timestamptz,
  reason text check (reason <> '' and length(reason) <= 1000),
  good_until timestamptz,
  primary key (state_fips, provider_id)
);
comment on table rounds.qualifications is 'One row is a provider''s application to answer rounds of a state, as it stands. It is made once and renewed each year.';
comment on column rounds.qualifications.facts is 'As server/domain/round/qualification.ts has them.';
comment on column rounds.qualifications.reason is 'Of the last question or refusal.';
comment on column rounds.qualifications.good_until is 'End of the last qualification. It goes on while a renewal is looked at; a refusal ends it. Null: never qualified.';

create table rounds.documents (
  id integer generated always as identity primary key,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  provider_id integer not null default rounds.own_provider() check (provider_id > 0),
  name text not null check (name <> '' and length(name) <= 200),
  bytes integer not null check (bytes between 1 and 25000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_at timestamptz not null default clock_timestamp(),
  added_by text not null check (added_by <> '' and length(added_by) <= 200)
);
comment on table rounds.documents is 'One row is a PDF of a provider''s application.';
create index documents_of_provider on rounds.documents (state_fips, provider_id, id);

create table rounds.document_chunks (
  document_id integer not null references rounds.documents on delete cascade,
  position integer not null check (position >= 0),
  content bytea not null check (length(content) between 1 and 1000000),
  primary key (document_id, position)
);
comment on table rounds.document_chunks is 'One row is a part of a document, in order from 0.';
alter table rounds.document_chunks alter content set storage external;

create table rounds.rounds (
  id integer generated always as identity primary key,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  title text not null check (title <> '' and length(title) <= 200),
  standing text not null default 'draft' check (standing in (
    'draft', 'shared', 'open', 'closed', 'unsealed', 'evaluation', 'intended', 'awarded', 'unsuccessful', 'cancelled'
  )),
  release_id integer not null,
  measure text not null check (measure in ('unserved', 'underserved')),
  terms jsonb not null,
  scoring jsonb not null,
  budget bigint check (budget between 0 and 1000000000000),
  shows_reference boolean not null default true,
  allows_repair boolean not null default true,
  margin_seconds integer not null default 259200 check (margin_seconds between 0 and 31536000),
  protest_seconds integer not null default 864000 check (protest_seconds between 0 and 31536000),
  questions_close_at timestamptz,
  closes_at timestamptz,
  amendment integer not null default 0,
  repairs integer references rounds.rounds,
  shared_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  unsealed_at timestamptz,
  intended_at timestamptz,
  protest_until timestamptz,
  ended_at timestamptz,
  reason text check (reason <> '' and length(reason) <= 1000),
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null check (made_by <> '' and length(made_by) <= 200),
  changed_at timestamptz not null default clock_timestamp(),
  check (standing in ('draft', 'shared', 'cancelled') or (opened_at is not null and closes_at is not null))
);
comment on table rounds.rounds is 'One row is a round. Its standing changes as server/domain/round/transitions.ts says; it is closed from closes_at on, whether or not the row says so (rounds.standing_now).';
comment on column rounds.rounds.release_id is 'Release that its lots are frozen from. No foreign key: a round outlives it.';
comment on column rounds.rounds.measure is 'Clusters that its lots begin with, by both filings.';
comment on column rounds.rounds.terms is 'As server/domain/round/terms.ts has them; scoring too.';
comment on column rounds.rounds.budget is 'US dollars; null: none said. Providers do not read it.';
comment on column rounds.rounds.shows_reference is 'Whether providers see the reference amounts.';
comment on column rounds.rounds.margin_seconds is 'Time that remains at least after an amendment: the deadline moves by itself.';
comment on column rounds.rounds.protest_seconds is 'From the publication of the intended award to the award.';
comment on column rounds.rounds.amendment is 'Number of the last amendment, 0: none. A proposal that confirmed an earlier one is stale.';
comment on column rounds.rounds.repairs is 'Round whose lots without award it asks for again.';
comment on column rounds.rounds.ended_at is 'Time of the award, or of the end without one.';
comment on column rounds.rounds.reason is 'Why it was cancelled or ended without an award.';
create index rounds_of_state on rounds.rounds (state_fips, id desc);

create function rounds.standing_now(standing text, closes_at timestamptz) returns text
  language sql volatile
  return case when standing = 'open' and clock_timestamp() >= closes_at then 'closed' else standing end;

create table rounds.lots (
  id integer generated always as identity primary key,
  round_id integer not null references rounds.rounds on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  name text not null check (name <> '' and length(name) <= 120),
  facts jsonb not null,
  students integer not null,
  households integer not null,
  counties text[] not null,
  cells bigint[] not null,
  estimate jsonb not null,
  reference_amount bigint check (reference_amount between 0 and 1000000000000),
  carries integer references rounds.lots
);
comment on table rounds.lots is 'One row is a lot of a round: a union of whole patches of the provider''s view of the round''s release, with their numbers as they were when it was shaped.';
comment on column rounds.lots.facts is 'As server/domain/round/lot.ts has them: sums of published numbers, with what is hidden said; estimates called so.';
comment on column rounds.lots.students is 'Sum of its patches, as households.';
comment on column rounds.lots.counties is 'GEOIDs.';
comment on column rounds.lots.cells is 'Res-8 hexes of its patches, ascending.';
comment on column rounds.lots.estimate is 'Screening estimate by lever in US dollars, for staff: the reference amount begins with it.';
comment on column rounds.lots.reference_amount is 'US dollars; null: staff named none. Providers read it by rounds.reference_of.';
comment on column rounds.lots.carries is 'The same lot in the round that this one repairs.';
create index lots_of_round on rounds.lots (round_id, id);

create table rounds.lot_patches (
  round_id integer not null references rounds.rounds on delete cascade,
  patch integer not null,
  lot_id integer not null references rounds.lots on delete cascade,
  primary key (round_id, patch)
);
comment on table rounds.lot_patches is 'One row is a patch of a lot; within a round it lies in one lot at most.';
create index lot_patches_of_lot on rounds.lot_patches (lot_id);

create table rounds.interests (
  lot_id integer not null references rounds.lots on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  provider_id integer not null default rounds.own_provider() check (provider_id > 0),
  at timestamptz not null default clock_timestamp(),
  primary key (lot_id, provider_id)
);
comment on table rounds.interests is 'One row is a lot of a shared draft that a provider would bid on. It binds nobody.';

create table rounds.questions (
  id integer generated always as identity primary key,
  round_id integer not null references rounds.rounds on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  provider_id integer not null default rounds.own_provider() check (provider_id > 0),
  question text not null check (question <> '' and length(question) <= 2000),
  asked_at timestamptz not null default clock_timestamp(),
  answer text check (answer <> '' and length(answer) <= 4000),
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
comment on table rounds.questions is 'One row is a provider''s question about a round. Question and answer become public together, without the asker.';
create index questions_of_round on rounds.questions (round_id, id);

create table rounds.amendments (
  round_id integer not null references rounds.rounds on delete cascade,
  number integer not null check (number > 0),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  at timestamptz not null default clock_timestamp(),
  reason text not null check (reason <> '' and length(reason) <= 1000),
  before jsonb not null,
  after jsonb not null,
  primary key (round_id, number)
);
comment on table rounds.amendments is 'One row is a change of an open round. Proposals of before are stale until confirmed.';
comment on column rounds.amendments.before is 'What it changed, as it was; after: as it is. closes_at among them where the deadline moved.';

create table rounds.steps (
  id integer generated always as identity primary key,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  round_id integer references rounds.rounds on delete cascade,
  provider_id integer check (provider_id > 0),
  move text not null check (move ~ '^[a-z-]+$'),
  from_standing text not null,
  to_standing text not null,
  at timestamptz not null default clock_timestamp(),
  who text not null check (who <> '' and length(who) <= 200),
  reason text check (reason <> '' and length(reason) <= 1000),
  check (num_nonnulls(round_id, provider_id) >= 1)
);
comment on table rounds.steps is 'One row is a move of a round (no provider), or of a provider''s qualification (no round): their history, which parties may read.';
create index steps_of_round on rounds.steps (round_id, id);
create index steps_of_provider on rounds.steps (state_fips, provider_id, id);

-- Closing: whoever comes first after the deadline writes it down; the lock waits for submissions that hold the round open.
create function rounds.close_due(round integer) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  due rounds.rounds;
begin
  select * into due from rounds.rounds r where r.id = round and r.standing = 'open' and clock_timestamp() >= r.closes_at;
  if not found then
    return false;
  end if;
  select * into due from rounds.rounds r where r.id = round for update;
  if due.standing <> 'open' or clock_timestamp() < due.closes_at then
    return false;
  end if;
  update rounds.rounds r set standing = 'closed', closed_at = clock_timestamp() where r.id = round;
  insert into rounds.steps (state_fips, round_id, move, from_standing, to_standing, who)
  values (due.state_fips, round, 'close', 'open', 'closed', 'database clock');
  insert into audit.entries (state_fips, who, role, did, thing)
  values (due.state_fips, 'database clock', 'clock', 'rounds.close', 'round ' || round);
  return true;
end
$$;
comment on function rounds.close_due is 'True: it closed the round now. False: it is not open, or its deadline is ahead.';

-- Submitting: a share lock on the round until the transaction ends, so that closing waits; the time is read after the lock.
create function rounds.hold_open(round integer)
  returns table (is_open boolean, amendment integer, closes_at timestamptz, at timestamptz)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
#variable_conflict use_column
declare
  held rounds.rounds;
  now_is timestamptz;
begin
  select * into held from rounds.rounds r where r.id = round and r.state_fips = places.own_state() for share;
  if not found then
    return;
  end if;
  now_is := clock_timestamp();
  return query select held.standing = 'open' and now_is < held.closes_at, held.amendment, held.closes_at, now_is;
end
$$;
comment on function rounds.hold_open is 'No row: no such round in the state. Whoever submits compares the time once more before the commit.';

create function rounds.reference_of(lot integer) returns bigint
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select l.reference_amount
    from rounds.lots l
    join rounds.rounds r on r.id = l.round_id
    where l.id = lot
      and r.state_fips = places.own_state()
      and r.shows_reference
      and coalesce(r.shared_at, r.opened_at) is not null;
  end;
comment on function rounds.reference_of is 'Null where the round does not show it.';

do $$
declare
  name text;
begin
  foreach name in array array[
    'qualifications', 'documents', 'document_chunks', 'rounds', 'lots', 'lot_patches', 'interests', 'questions', 'amendments', 'steps'
  ] loop
    execute format('alter table rounds.%I enable row level security', name);
    if name not in ('document_chunks', 'lot_patches') then
      execute format(
        'create policy own_state on rounds.%I as restrictive to gapmap_buyer, gapmap_bidder using (state_fips = places.own_state()) with check (state_fips = places.own_state())',
        name
      );
    end if;
  end loop;
end
$$;

-- A provider's draft of its application is its own. Lots stay as they are once the round has opened.
create policy staff_rows on rounds.qualifications to gapmap_buyer using (standing <> 'draft') with check (standing <> 'draft');
create policy own_rows on rounds.qualifications to gapmap_bidder
  using (provider_id = rounds.own_provider()) with check (provider_id = rounds.own_provider() and standing in ('draft', 'applied'));
create policy staff_rows on rounds.documents for select to gapmap_buyer
  using (provider_id in (select provider_id from rounds.qualifications));
create policy own_rows on rounds.documents to gapmap_bidder
  using (provider_id = rounds.own_provider()) with check (provider_id = rounds.own_provider());
create policy of_documents on rounds.document_chunks to gapmap_buyer, gapmap_bidder
  using (document_id in (select id from rounds.documents)) with check (document_id in (select id from rounds.documents));

create policy staff_rows on rounds.rounds to gapmap_buyer using (true) with check (true);
create policy shown_rows on rounds.rounds for select to gapmap_bidder using (coalesce(shared_at, opened_at) is not null);
create policy staff_reads on rounds.lots for select to gapmap_buyer using (true);
create policy staff_shapes on rounds.lots to gapmap_buyer
  using (round_id in (select id from rounds.rounds where standing in ('draft', 'shared')))
  with check (round_id in (select id from rounds.rounds where standing in ('draft', 'shared')));
create policy shown_rows on rounds.lots for select to gapmap_bidder using (round_id in (select id from rounds.rounds));
create policy staff_reads on rounds.lot_patches for select to gapmap_buyer using (round_id in (select id from rounds.rounds));
create policy staff_shapes on rounds.lot_patches to gapmap_buyer
  using (round_id in (select id from rounds.rounds where standing in ('draft', 'shared')))
  with check (round_id in (select id from rounds.rounds where standing in ('draft', 'shared')));
create policy shown_rows on rounds.lot_patches for select to gapmap_bidder using (round_id in (select id from rounds.rounds));
create policy staff_reads on rounds.interests for select to gapmap_buyer using (true);
create policy own_rows on rounds.interests to gapmap_bidder
  using (provider_id = rounds.own_provider())
  with check (
    provider_id = rounds.own_provider()
    and lot_id in (select l.id from rounds.lots l join rounds.rounds r on r.id = l.round_id where r.standing = 'shared')
  );
create policy staff_rows on rounds.questions to gapmap_buyer using (true) with check (true);
create policy own_rows on rounds.questions to gapmap_bidder
  using (provider_id = rounds.own_provider())
  with check (provider_id = rounds.own_provider() and round_id in (select id from rounds.rounds));
create policy staff_rows on rounds.amendments to gapmap_buyer using (true) with check (true);
create policy shown_rows on rounds.amendments for select to gapmap_bidder using (round_id in (select id from rounds.rounds));
create policy staff_rows on rounds.steps to gapmap_buyer using (true) with check (true);
create policy shown_rows on rounds.steps to gapmap_bidder
  using (provider_id = rounds.own_provider() or (provider_id is null and round_id in (select id from rounds.rounds)))
  with check (provider_id = rounds.own_provider());

grant usage on schema rounds to gapmap_public, gapmap_desk, gapmap_buyer, gapmap_bidder;
grant usage on schema audit to gapmap_buyer, gapmap_bidder;
grant select on all tables in schema rounds to gapmap_buyer;
grant select on rounds.qualifications, rounds.documents, rounds.document_chunks, rounds.lot_patches, rounds.interests, rounds.questions,
  rounds.amendments, rounds.steps to gapmap_bidder;
grant select (id, state_fips, title, standing, release_id, measure, terms, scoring, shows_reference, allows_repair, margin_seconds, protest_seconds,
  questions_close_at, closes_at, amendment, repairs, shared_at, opened_at, closed_at, unsealed_at, intended_at, protest_until, ended_at, reason)
  on rounds.rounds to gapmap_bidder;
grant select (id, round_id, state_fips, name, facts, students, households, counties, cells, carries) on rounds.lots to gapmap_bidder;
grant update (standing, decided_at, reason, good_until) on rounds.qualifications to gapmap_buyer;
grant insert (facts, contacts), update (standing, facts, contacts, saved_at, applied_at) on rounds.qualifications to gapmap_bidder;
grant insert (name, bytes, sha256, added_by), delete on rounds.documents to gapmap_bidder;
grant insert on rounds.document_chunks to gapmap_bidder;
grant insert (title, release_id, measure, terms, scoring, budget, shows_reference, allows_repair, margin_seconds, protest_seconds,
    questions_close_at, closes_at, repairs, made_by),
  update (title, standing, terms, scoring, budget, shows_reference, allows_repair, margin_seconds, protest_seconds, questions_close_at, closes_at,
    amendment, shared_at, opened_at, closed_at, unsealed_at, intended_at, protest_until, ended_at, reason, changed_at)
  on rounds.rounds to gapmap_buyer;
grant insert (round_id, name, facts, students, households, counties, cells, estimate, reference_amount, carries),
  update (name, facts, students, households, counties, cells, estimate, reference_amount), delete
  on rounds.lots to gapmap_buyer;
grant insert, delete on rounds.lot_patches to gapmap_buyer;
grant insert (lot_id), delete on rounds.interests to gapmap_bidder;
grant insert (round_id, question) on rounds.questions to gapmap_bidder;
grant update (answer, answered_at) on rounds.questions to gapmap_buyer;
grant insert (round_id, number, reason, before, after) on rounds.amendments to gapmap_buyer;
grant insert (round_id, provider_id, move, from_standing, to_standing, who, reason) on rounds.steps to gapmap_buyer, gapmap_bidder;
revoke all on function rounds.close_due(integer), rounds.hold_open(integer), rounds.reference_of(integer) from public;
grant execute on function rounds.close_due(integer) to gapmap_buyer, gapmap_bidder, gapmap_public;
grant execute on function rounds.hold_open(integer), rounds.reference_of(integer) to gapmap_bidder;
grant execute on function audit.record(text, text, text, text, integer, integer, integer, text, text, text) to gapmap_buyer, gapmap_bidder;

-- What everybody may know: that a round is, where and until when. Names of counties, and no finer place, outline or number.
create view rounds.public_rounds with (security_barrier = true) as
  select r.id, r.state_fips, r.title, rounds.standing_now(r.standing, r.closes_at) as standing, r.repairs,
    r.shared_at, r.opened_at, r.questions_close_at, r.closes_at, r.protest_until, r.ended_at, r.amendment,
    coalesce((select array_agg(distinct c order by c) from rounds.lots l, unnest(l.counties) as c where l.round_id = r.id), '{}') as counties
  from rounds.rounds r
  where coalesce(r.shared_at, r.opened_at) is not null;
comment on view rounds.public_rounds is 'One row is a round that has been shown to providers.';

create view rounds.public_answers with (security_barrier = true) as
  select q.id, q.round_id, r.state_fips, q.question, q.answer, q.answered_at
  from rounds.questions q
  join rounds.rounds r on r.id = q.round_id
  where q.answer is not null
    and coalesce(r.shared_at, r.opened_at) is not null;
comment on view rounds.public_answers is 'One row is a question about a round with its answer, without the asker.';
grant select on rounds.public_rounds, rounds.public_answers to gapmap_public, gapmap_desk;
