-- Proposals, sealed until two people open their round. What is sealed is encrypted by the server; here are the rules that hold even where the
-- server errs: nobody but its provider reaches a row before the round is unsealed, and nothing is written after the deadline.
create schema proposals;
comment on schema proposals is 'What providers answer to rounds, encrypted, and what is chosen of it. No student is in it.';

create table proposals.openers (
  id integer generated always as identity primary key,
  round_id integer not null references rounds.rounds on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  salt bytea not null check (length(salt) = 16),
  public_key bytea not null,
  who text not null check (who <> '' and length(who) <= 200),
  person_id integer,
  token_id integer,
  made_at timestamptz not null default clock_timestamp(),
  check (num_nonnulls(person_id, token_id) = 1),
  unique (round_id, person_id),
  unique (round_id, token_id)
);
comment on table proposals.openers is 'One row is a person whose passphrase, with that of another, opens a round. The passphrase is nowhere.';
comment on column proposals.openers.public_key is 'X25519, SPKI. Its private key is made of passphrase and salt by scrypt.';

create table proposals.seals (
  round_id integer primary key references rounds.rounds on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  held_by text not null check (held_by in ('server', 'openers')),
  public_key bytea not null,
  wrapped bytea,
  made_at timestamptz not null default clock_timestamp(),
  unsealed_at timestamptz,
  check ((held_by = 'server' or unsealed_at is not null) = (wrapped is not null))
);
comment on table proposals.seals is 'One row is the key pair of a round: anybody seals to the public key, the private key opens.';
comment on column proposals.seals.public_key is 'X25519, SPKI.';
comment on column proposals.seals.wrapped is 'The private key under the server''s data key; null while only two openers can open it.';

create table proposals.wraps (
  round_id integer not null references proposals.seals on delete cascade,
  outer_opener integer not null references proposals.openers on delete cascade,
  inner_opener integer not null references proposals.openers on delete cascade,
  wrapped bytea not null,
  primary key (round_id, outer_opener, inner_opener)
);
comment on table proposals.wraps is 'One row is the private key of a round, sealed to one opener and then to another, who opens first.';

create table proposals.unsealings (
  round_id integer not null references proposals.seals on delete cascade,
  step smallint not null check (step in (1, 2)),
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  opener_id integer references proposals.openers,
  who text not null check (who <> '' and length(who) <= 200),
  person_id integer,
  token_id integer,
  at timestamptz not null default clock_timestamp(),
  primary key (round_id, step),
  check (num_nonnulls(person_id, token_id) = 1)
);
comment on table proposals.unsealings is 'One row is one of the two people who opened a round.';

create table proposals.proposals (
  id integer generated always as identity primary key,
  round_id integer not null references rounds.rounds on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  provider_id integer not null default rounds.own_provider() check (provider_id > 0),
  standing text not null default 'draft' check (standing in ('draft', 'submitted', 'withdrawn')),
  version integer not null default 0 check (version >= 0),
  confirmed_amendment integer not null default 0 check (confirmed_amendment >= 0),
  begun_at timestamptz not null default clock_timestamp(),
  unique (round_id, provider_id),
  check (standing = 'draft' or version > 0)
);
comment on table proposals.proposals is 'One row is a provider''s answer to a round. A later amendment than the one confirmed makes it stale.';
comment on column proposals.proposals.version is 'The last one submitted; 0: none.';

create table proposals.drafts (
  proposal_id integer primary key references proposals.proposals on delete cascade,
  sealed bytea not null check (length(sealed) <= 1000000),
  saved_at timestamptz not null default clock_timestamp()
);
comment on table proposals.drafts is 'One row is what a provider has typed, encrypted under the server''s data key. Its own provider alone reads it, also after the round is unsealed.';

create table proposals.versions (
  proposal_id integer not null references proposals.proposals on delete cascade,
  version integer not null check (version > 0),
  amendment integer not null,
  hash bytea not null unique check (length(hash) = 32),
  sealed bytea not null check (length(sealed) <= 1000000),
  submitted_at timestamptz not null,
  submitted_by text not null check (submitted_by <> '' and length(submitted_by) <= 200),
  primary key (proposal_id, version)
);
comment on table proposals.versions is 'One row is a proposal as it was submitted, sealed to the round''s key.';
comment on column proposals.versions.hash is 'SHA-256 of nonce and body: its receipt.';

create table proposals.attachments (
  id uuid primary key,
  proposal_id integer not null references proposals.proposals on delete cascade,
  bytes integer not null check (bytes between 1 and 25000000),
  sealed_key bytea not null,
  added_at timestamptz not null default clock_timestamp()
);
comment on table proposals.attachments is 'One row is a file of a proposal. Its name and checksum are in the proposal''s body.';
comment on column proposals.attachments.sealed_key is 'Key of its chunks, sealed to the round''s key.';
create index attachments_of_proposal on proposals.attachments (proposal_id);

create table proposals.attachment_chunks (
  attachment_id uuid not null references proposals.attachments on delete cascade,
  position integer not null check (position >= 0),
  sealed bytea not null check (length(sealed) <= 1000100),
  primary key (attachment_id, position)
);
comment on table proposals.attachment_chunks is 'One row is a part of a file, in order from 0, encrypted.';
alter table proposals.attachment_chunks alter sealed set storage external;

create table proposals.choices (
  id integer generated always as identity primary key,
  round_id integer not null references proposals.seals on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  rules jsonb not null,
  shown jsonb not null,
  chosen text[] not null,
  reason text not null check (reason <> '' and length(reason) <= 2000),
  decided_at timestamptz not null default clock_timestamp(),
  decided_by text not null check (decided_by <> '' and length(decided_by) <= 200)
);
comment on table proposals.choices is 'One row is a decision of staff, with the rules and the choices of the solver and by hand that were before them.';
create index choices_of_round on proposals.choices (round_id, id);

create table proposals.awards (
  lot_id integer primary key references rounds.lots,
  round_id integer not null references proposals.seals on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  choice_id integer not null references proposals.choices,
  proposal_id integer not null references proposals.proposals,
  provider_id integer not null check (provider_id > 0),
  alternative smallint not null check (alternative in (1, 2)),
  ask bigint not null check (ask >= 0),
  students integer not null check (students >= 0),
  offer jsonb not null
);
comment on table proposals.awards is 'One row is a lot and who is to serve it: intended or awarded, as its round stands.';
comment on column proposals.awards.ask is 'US dollars for this lot.';
comment on column proposals.awards.offer is 'Technology, speeds, price, start, finish and milestones, as server/domain/round/proposal.ts has an alternative; nothing confidential.';
create index awards_of_round on proposals.awards (round_id);

-- Whether a round has been opened by two people: the one condition under which staff reach a proposal.
create function proposals.is_unsealed(round integer) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from proposals.seals s where s.round_id = round and s.state_fips = places.own_state() and s.unsealed_at is not null);
  end;

-- At the commit, not at the statement: whatever was held open across the deadline is refused.
create function proposals.in_time() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if not exists (
    select from rounds.rounds r where r.id = new.round_id and r.standing = 'open' and clock_timestamp() < r.closes_at
  ) then
    raise exception 'The deadline has passed.' using errcode = 'GM001';
  end if;
  return null;
end
$$;
create constraint trigger in_time after insert or update on proposals.proposals
  deferrable initially deferred
  for each row execute function proposals.in_time();

create function proposals.begin(round integer) returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  own integer;
begin
  if not exists (select from rounds.hold_open(round) h where h.is_open) then
    return null;
  end if;
  insert into proposals.proposals (round_id) values (round) on conflict do nothing;
  select p.id into own from proposals.proposals p where p.round_id = round and p.provider_id = rounds.own_provider();
  return own;
end
$$;
comment on function proposals.begin is 'The provider''s proposal in an open round, made where there is none. Null: the round is not open.';

create function proposals.submit(round integer, read_amendment integer, hash bytea, sealed bytea, submitted_by text)
  returns table (outcome text, version integer, submitted_at timestamptz)
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
#variable_conflict use_column
declare
  held record;
  own proposals.proposals;
begin
  select * into held from rounds.hold_open(round);
  if not found or not held.is_open then
    return query select 'closed', null::integer, null::timestamptz;
    return;
  end if;
  if held.amendment <> read_amendment then
    return query select 'amended', null::integer, null::timestamptz;
    return;
  end if;
  insert into proposals.proposals (round_id, standing, version, confirmed_amendment)
  values (round, 'submitted', 1, held.amendment)
  on conflict (round_id, provider_id) do update
  set standing = 'submitted', version = proposals.version + 1, confirmed_amendment = held.amendment
  returning * into own;
  insert into proposals.versions (proposal_id, version, amendment, hash, sealed, submitted_at, submitted_by)
  values (own.id, own.version, held.amendment, submit.hash, submit.sealed, held.at, submit.submitted_by);
  return query select 'submitted', own.version, held.at;
end
$$;
comment on function proposals.submit is 'Closed: not open, or the deadline passed while it waited. Amended: the terms are others than the provider has read.';

create function proposals.set_standing(round integer, wanted text, read_amendment integer) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  held record;
begin
  select * into held from rounds.hold_open(round);
  if not found or not held.is_open then
    return 'closed';
  end if;
  if wanted = 'confirmed' and held.amendment <> read_amendment then
    return 'amended';
  end if;
  update proposals.proposals p
  set standing = case when wanted = 'withdrawn' then 'withdrawn' else p.standing end,
    confirmed_amendment = case when wanted = 'confirmed' then held.amendment else p.confirmed_amendment end
  where p.round_id = round
    and p.provider_id = rounds.own_provider()
    and p.standing = 'submitted';
  return case when found then 'done' else 'none' end;
end
$$;
comment on function proposals.set_standing is 'Withdraws a submitted proposal, or confirms it after an amendment, before the deadline.';

create function proposals.make_seal(round integer, held_by text, public_key bytea, wrapped bytea) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  insert into proposals.seals (round_id, held_by, public_key, wrapped)
  select r.id, make_seal.held_by, make_seal.public_key, make_seal.wrapped
  from rounds.rounds r
  where r.id = round
    and r.state_fips = places.own_state()
    and (make_seal.held_by = 'openers') = (r.standing in ('draft', 'shared'))
  on conflict do nothing;
  return found;
end
$$;
comment on function proposals.make_seal is 'The openers'' before the round opens, else the server''s. False: there is one already, or the time for it is another.';

-- A step of the two. The second sets the time from which staff reach proposals.
create function proposals.unseal(round integer, who text, person_id integer, token_id integer, opener integer, opened bytea) returns text
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  due rounds.rounds;
  seal proposals.seals;
  first_one proposals.unsealings;
begin
  select * into due from rounds.rounds r where r.id = round and r.state_fips = places.own_state() for update;
  select * into seal from proposals.seals s where s.round_id = round for update;
  if due.id is null or due.standing <> 'closed' or seal.round_id is null or seal.unsealed_at is not null then
    return 'closed';
  end if;
  select * into first_one from proposals.unsealings u where u.round_id = round;
  if not found then
    insert into proposals.unsealings (round_id, step, opener_id, who, person_id, token_id)
    values (round, 1, opener, unseal.who, unseal.person_id, unseal.token_id);
    return 'first';
  end if;
  if first_one.person_id = unseal.person_id or first_one.token_id = unseal.token_id or first_one.opener_id = opener then
    return 'same';
  end if;
  if seal.held_by = 'openers' and unseal.opened is null then
    return 'sealed';
  end if;
  insert into proposals.unsealings (round_id, step, opener_id, who, person_id, token_id)
  values (round, 2, opener, unseal.who, unseal.person_id, unseal.token_id);
  update proposals.seals s
  set unsealed_at = clock_timestamp(), wrapped = coalesce(s.wrapped, unseal.opened)
  where s.round_id = round;
  return 'second';
end
$$;
comment on function proposals.unseal is 'First, second: that step is done. Same: both would be one person. Closed: the round is not waiting to be opened.';

-- The first opener takes one layer off, so that the second alone can take off the other.
create function proposals.keep_half(round integer, outer_opener integer, inner_opener integer, wrapped bytea) returns void
  language sql volatile security definer
  set search_path = pg_catalog
  begin atomic
    update proposals.wraps w
    set wrapped = keep_half.wrapped
    where w.round_id = round
      and w.outer_opener = keep_half.outer_opener
      and w.inner_opener = keep_half.inner_opener
      and round in (select s.round_id from proposals.seals s where s.state_fips = places.own_state());
  end;

do $$
declare
  name text;
begin
  foreach name in array array[
    'openers', 'seals', 'wraps', 'unsealings', 'proposals', 'drafts', 'versions', 'attachments', 'attachment_chunks', 'choices', 'awards'
  ] loop
    execute format('alter table proposals.%I enable row level security', name);
    if name in ('openers', 'seals', 'unsealings', 'proposals', 'choices', 'awards') then
      execute format(
        'create policy own_state on proposals.%I as restrictive to gapmap_buyer, gapmap_bidder using (state_fips = places.own_state()) with check (state_fips = places.own_state())',
        name
      );
    end if;
  end loop;
end
$$;

create policy staff_rows on proposals.openers to gapmap_buyer
  using (true) with check (round_id in (select id from rounds.rounds where standing in ('draft', 'shared')));
create policy staff_rows on proposals.seals for select to gapmap_buyer using (true);
create policy shown_rows on proposals.seals for select to gapmap_bidder using (round_id in (select id from rounds.rounds));
create policy staff_rows on proposals.wraps to gapmap_buyer
  using (round_id in (select round_id from proposals.seals))
  with check (round_id in (select round_id from proposals.seals where held_by = 'openers' and unsealed_at is null));
create policy staff_rows on proposals.unsealings for select to gapmap_buyer using (true);
create policy own_rows on proposals.proposals for select to gapmap_bidder using (provider_id = rounds.own_provider());
create policy opened_rows on proposals.proposals for select to gapmap_buyer
  using (standing = 'submitted' and proposals.is_unsealed(round_id));
create policy own_rows on proposals.drafts to gapmap_bidder
  using (proposal_id in (select id from proposals.proposals)) with check (proposal_id in (select id from proposals.proposals));
create policy reached_rows on proposals.versions for select to gapmap_bidder, gapmap_buyer
  using (proposal_id in (select id from proposals.proposals));
create policy reached_rows on proposals.attachments for select to gapmap_bidder, gapmap_buyer
  using (proposal_id in (select id from proposals.proposals));
create policy own_rows on proposals.attachments for insert to gapmap_bidder
  with check (
    proposal_id in (
      select p.id
      from proposals.proposals p
      join rounds.rounds r on r.id = p.round_id
      where rounds.standing_now(r.standing, r.closes_at) = 'open'
    )
  );
create policy reached_rows on proposals.attachment_chunks for select to gapmap_bidder, gapmap_buyer
  using (attachment_id in (select id from proposals.attachments));
create policy own_rows on proposals.attachment_chunks for insert to gapmap_bidder
  with check (attachment_id in (select id from proposals.attachments));
create policy staff_rows on proposals.choices to gapmap_buyer using (true) with check (proposals.is_unsealed(round_id));
create policy staff_rows on proposals.awards to gapmap_buyer using (true) with check (proposals.is_unsealed(round_id));
create policy own_rows on proposals.awards for select to gapmap_bidder
  using (
    provider_id = rounds.own_provider()
    and round_id in (select id from rounds.rounds where standing in ('intended', 'awarded'))
  );

grant usage on schema proposals to gapmap_public, gapmap_desk, gapmap_buyer, gapmap_bidder;
grant select on proposals.openers, proposals.seals, proposals.wraps, proposals.unsealings, proposals.proposals, proposals.versions,
  proposals.attachments, proposals.attachment_chunks, proposals.choices, proposals.awards to gapmap_buyer;
grant insert (round_id, salt, public_key, who, person_id, token_id) on proposals.openers to gapmap_buyer;
grant insert on proposals.wraps to gapmap_buyer;
grant insert (round_id, rules, shown, chosen, reason, decided_by) on proposals.choices to gapmap_buyer;
grant insert (lot_id, round_id, choice_id, proposal_id, provider_id, alternative, ask, students, offer), delete on proposals.awards to gapmap_buyer;
grant select on proposals.seals, proposals.proposals, proposals.drafts, proposals.versions, proposals.attachments, proposals.attachment_chunks,
  proposals.awards to gapmap_bidder;
grant insert, update, delete on proposals.drafts to gapmap_bidder;
grant insert (id, proposal_id, bytes, sealed_key) on proposals.attachments to gapmap_bidder;
grant insert on proposals.attachment_chunks to gapmap_bidder;

do $$
declare
  name text;
begin
  foreach name in array array[
    'begin(integer)', 'submit(integer, integer, bytea, bytea, text)', 'set_standing(integer, text, integer)',
    'make_seal(integer, text, bytea, bytea)', 'unseal(integer, text, integer, integer, integer, bytea)',
    'keep_half(integer, integer, integer, bytea)', 'is_unsealed(integer)'
  ] loop
    execute format('revoke all on function proposals.%s from public', name);
  end loop;
end
$$;
grant execute on function proposals.begin(integer), proposals.submit(integer, integer, bytea, bytea, text),
  proposals.set_standing(integer, text, integer), proposals.make_seal(integer, text, bytea, bytea) to gapmap_bidder;
grant execute on function proposals.make_seal(integer, text, bytea, bytea), proposals.unseal(integer, text, integer, integer, integer, bytea),
  proposals.keep_half(integer, integer, integer, bytea), proposals.is_unsealed(integer) to gapmap_buyer;

-- Published at the closing: once a round's row says that it is closed, no submission is under way, so the list is whole.
create view proposals.public_receipts with (security_barrier = true) as
  select p.round_id, p.state_fips, encode(v.hash, 'hex') as hash
  from proposals.versions v
  join proposals.proposals p on p.id = v.proposal_id
  join rounds.rounds r on r.id = p.round_id
  where r.closed_at is not null;
comment on view proposals.public_receipts is 'One row is the hash of a receipt of a closed round, of withdrawn and replaced versions too.';
grant select on proposals.public_receipts to gapmap_public, gapmap_desk, gapmap_buyer, gapmap_bidder;
