-- What a coordinator sends to districts: whom to write to, the contact log, and links that go into a message and are stored nowhere.

-- A link that is sent is derived from the data key and a seed of its own, so that the worker can write it into the message while it sends it,
-- a second message can hold the same link, and no table holds the link, not even sealed.
alter table accounts.tokens add column seed uuid unique check (seed is null or collection_id is not null);
comment on column accounts.tokens.seed is 'With the data key it gives the token again. Null: of a token that is random, and was shown once.';
grant insert (seed) on accounts.tokens to gapmap_issue;

create function accounts.sent_links(collection integer)
  returns table (id integer, lea_id text, seed uuid, expires_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select t.id, t.lea_id, t.seed, t.expires_at
    from accounts.tokens t
    where t.collection_id = sent_links.collection
      and t.state_fips = places.own_state()
      and t.seed is not null
      and t.revoked_at is null
      and t.expires_at > now();
  end;
comment on function accounts.sent_links is 'Links of a collection that were sent and are still good, for the coordinator who sends again; no hash.';

-- Whoever has the hash has the token, so that the answer tells nothing else.
create function accounts.link_opens(link integer, hash bytea) returns boolean
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select exists (select from accounts.token_opens(link_opens.hash) t where t.id = link);
  end;
comment on function accounts.link_opens is 'Whether a token that was derived is that link''s, and still good.';
revoke all on function accounts.sent_links(integer), accounts.link_opens(integer, bytea) from public;
grant execute on function accounts.sent_links(integer), accounts.link_opens(integer, bytea) to gapmap_issue;

alter table mail.messages add column link_id integer references accounts.tokens on delete cascade;
comment on column mail.messages.link_id is 'Link of a district that <link/> stands for, derived while the message is sent. Null: <link/> stands for the page.';

create function mail.queue_with_link(
  state_fips text, recipient text, template text, language text, subject text, words text, page text, link integer
) returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  queued integer;
begin
  if queue_with_link.state_fips is distinct from places.own_state() then
    raise exception 'A message is written for the actor''s own state.';
  end if;
  if link is not null and not exists (
    select from accounts.tokens t where t.id = link and t.state_fips = queue_with_link.state_fips and t.seed is not null
  ) then
    raise exception 'A message holds a link of the actor''s own state.';
  end if;
  insert into mail.messages (state_fips, recipient, template, language, subject, words, page, link_id)
  values (queue_with_link.state_fips, queue_with_link.recipient, queue_with_link.template, queue_with_link.language, queue_with_link.subject,
    queue_with_link.words, queue_with_link.page, link)
  returning id into queued;
  return queued;
end
$$;
comment on function mail.queue_with_link is 'Like mail.queue, with the link of a district in place of the page. Returns the number of the message.';

create function mail.link_of(message integer) returns table (link integer, seed uuid)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select t.id, t.seed
    from mail.messages m
    join accounts.tokens t on t.id = m.link_id
    where m.id = message;
  end;
comment on function mail.link_of is 'What the worker derives a message''s link from.';
revoke all on function mail.queue_with_link(text, text, text, text, text, text, text, integer), mail.link_of(integer) from public;
grant usage on schema mail to gapmap_issue;
grant execute on function mail.queue_with_link(text, text, text, text, text, text, text, integer) to gapmap_issue;
grant usage on schema accounts to gapmap_postman;
grant execute on function mail.link_of(integer), accounts.link_opens(integer, bytea) to gapmap_postman;

create table outreach.contacts (
  lea_id text primary key check (lea_id ~ '^[0-9]{7}$'),
  state_fips text not null default places.own_state() check (state_fips = left(lea_id, 2)),
  name text not null check (length(name) <= 120),
  email text check (mail.is_address(email)),
  telephone text check (length(telephone) between 1 and 40),
  language text not null default 'en' check (language in ('en', 'es')),
  written_at timestamptz not null default now(),
  written_by text not null check (written_by <> '')
);
comment on table outreach.contacts is 'One row is the person of a district whom a coordinator writes to and calls. Staff of a district at work; nobody''s child.';
comment on column outreach.contacts.email is 'Null: none is known.';
comment on column outreach.contacts.language is 'That the person is written to in.';

create table outreach.sendings (
  id integer generated always as identity primary key,
  collection_id integer not null references intake.collections on delete cascade,
  state_fips text not null default places.own_state() check (state_fips = left(lea_id, 2)),
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  message text not null check (message in ('invitation', 'how', 'reminder', 'last_call', 'thanks', 'letter', 'text', 'call')),
  way text not null check (way in ('mail', 'file', 'telephone')),
  who text not null,
  subject text,
  reached boolean,
  mail_id integer references mail.messages on delete set null,
  sent_at timestamptz not null default now(),
  sent_by text not null check (sent_by <> ''),
  check ((message = 'call') = (way = 'telephone')),
  check ((message = 'call') = (reached is not null))
);
comment on table outreach.sendings is 'The contact log: one row is one message to one district, or one call. Append-only. No link and no text is in it.';
comment on column outreach.sendings.who is 'Name, address or telephone at that time; empty where none was known.';
comment on column outreach.sendings.way is 'file: made to be sent by hand.';
comment on column outreach.sendings.reached is 'Of a call: whether somebody answered; else null.';
comment on column outreach.sendings.mail_id is 'Message of the outbox; null for what was not mailed, or is no longer there.';
create index sendings_of_collection on outreach.sendings (collection_id, id desc);

-- Reads as its owner, so that a coordinator learns what became of its messages and reads no others.
create view outreach.log with (security_barrier = true) as
  select s.id, s.collection_id, s.lea_id, s.message, s.way, s.who, s.subject, s.reached, s.sent_at, s.sent_by,
    m.state as mail_state, case when m.state in ('waiting', 'refused') then m.last_answer end as mail_answer
  from outreach.sendings s
  left join mail.messages m on m.id = s.mail_id
  where s.state_fips = places.own_state();
comment on view outreach.log is 'The contact log of the own state, with what became of each mail.';

alter table outreach.contacts enable row level security;
alter table outreach.sendings enable row level security;
create policy outreach_rows on outreach.contacts to gapmap_outreach using (true) with check (true);
create policy own_state on outreach.contacts as restrictive to gapmap_outreach
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());
create policy outreach_adds on outreach.sendings for insert to gapmap_outreach, gapmap_issue with check (true);
create policy own_state on outreach.sendings as restrictive to gapmap_outreach, gapmap_issue
  using (state_fips = places.own_state())
  with check (state_fips = places.own_state());
grant select, delete on outreach.contacts to gapmap_outreach;
grant insert (lea_id, name, email, telephone, language, written_by),
  update (name, email, telephone, language, written_at, written_by) on outreach.contacts to gapmap_outreach;
grant select on outreach.log to gapmap_outreach;
grant insert (collection_id, lea_id, message, way, who, subject, reached, sent_by) on outreach.sendings to gapmap_outreach;
grant usage on schema outreach to gapmap_issue;
grant insert (collection_id, lea_id, message, way, who, subject, mail_id, sent_by) on outreach.sendings to gapmap_issue;

-- What a district did, and when: its row says only how far it is.
create table collect.steps (
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  step text not null check (step in ('opened', 'prepared', 'sent', 'accepted', 'taken_back')),
  at timestamptz not null,
  primary key (collection_id, lea_id, step, at)
);
comment on table collect.steps is 'One row is a step of a district. opened: the first time only. sent: a whole file is here. Nothing of a student.';

create function collect.note_step() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog
as $$
begin
  if tg_op = 'DELETE' then
    delete from collect.steps s where s.collection_id = old.collection_id and s.lea_id = old.lea_id;
    return old;
  end if;
  insert into collect.steps (collection_id, lea_id, step, at)
  select new.collection_id, new.lea_id, found.step, found.at
  from (values
    ('opened', case when tg_op = 'INSERT' or old.last_seen_at is null then new.last_seen_at end),
    ('prepared', case when tg_op = 'INSERT' or new.prepared_at is distinct from old.prepared_at then new.prepared_at end),
    ('sent', case when tg_op = 'INSERT' or new.received_at is distinct from old.received_at then new.received_at end),
    ('accepted', case when tg_op = 'INSERT' or new.accepted_at is distinct from old.accepted_at then new.accepted_at end),
    ('taken_back', case when tg_op = 'INSERT' or new.taken_back_at is distinct from old.taken_back_at then new.taken_back_at end)
  ) as found (step, at)
  where found.at is not null
  on conflict do nothing;
  return new;
end
$$;
revoke all on function collect.note_step() from public;
create trigger stepped after insert or update or delete on collect.districts for each row execute function collect.note_step();

-- Of districts that were here before: when a step was last taken, and for the first the earliest that is known.
insert into collect.steps (collection_id, lea_id, step, at)
select collection_id, lea_id, step, at
from collect.districts
cross join lateral (values
  ('opened', least(last_seen_at, prepared_at, received_at, accepted_at)),
  ('prepared', prepared_at),
  ('sent', coalesce(received_at, accepted_at)),
  ('accepted', accepted_at),
  ('taken_back', taken_back_at)
) as known (step, at)
where at is not null;

alter table collect.steps enable row level security;
create policy collect_reads on collect.steps for select to gapmap_collect using (collect.is_coordinator() or collect.is_own(lea_id));
create policy own_state on collect.steps as restrictive to gapmap_collect using (collection_id in (select id from intake.collections));
grant select on collect.steps to gapmap_collect;
