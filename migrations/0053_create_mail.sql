-- Mail: what an instance writes to people of providers and of a state. Whoever acts adds a message by one function and reads none; a worker
-- sends what waits, and staff read their state's outbox.
select accounts.add_request_role('gapmap_outbox');
do $$
begin
  begin
    create role gapmap_postman nologin;
  exception when duplicate_object or unique_violation then
    null;
  end;
  begin
    grant gapmap_postman to current_user;
    grant gapmap_postman to gapmap_worker;
  exception when insufficient_privilege then
    raise exception 'The database user may not give roles away: have an administrator run: grant gapmap_postman to %, gapmap_worker', current_user;
  end;
end
$$;

create schema mail;
comment on schema mail is 'Messages to people of providers and of a state. Nothing about a student.';

create function mail.is_address(text) returns boolean
  language sql immutable
  return $1 ~ '^[^[:space:]<>,;:"]+@[^[:space:]<>,;:"]+$' and length($1) <= 254;
comment on function mail.is_address(text) is 'Whether it is one address, as a message takes it.';

create table mail.messages (
  id integer generated always as identity primary key,
  message_id uuid not null default gen_random_uuid(),
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  recipient text not null check (mail.is_address(recipient)),
  template text not null check (template <> ''),
  language text not null check (language in ('en', 'es')),
  subject text not null check (subject <> '' and subject !~ '[[:cntrl:]]' and length(subject) <= 400),
  words text not null check (words <> ''),
  page text not null check (page ~ '^/' and page !~ '[[:space:]]' and page !~ '^/(enter|invite)(/|$)'),
  shown_from timestamptz not null default now(),
  queued_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'marked')),
  tries integer not null default 0,
  next_try_at timestamptz not null default now(),
  last_answer text check (length(last_answer) <= 500),
  ended_at timestamptz,
  marked_by text check (marked_by <> '' and length(marked_by) <= 200),
  check ((state = 'waiting') = (ended_at is null)),
  check ((state = 'marked') = (marked_by is not null))
);
comment on table mail.messages is 'One row is a message to one person, as it was written.';
comment on column mail.messages.message_id is 'Of its Message-ID, the same at each try, so that a mailbox can drop a second copy.';
comment on column mail.messages.words is 'Plain text; <link/> stands for the address of the page.';
comment on column mail.messages.page is 'Path of a page, never one that opens anything by itself.';
comment on column mail.messages.shown_from is 'Staff see it in the outbox from then on: who answers a round is not to be seen before it closes.';
comment on column mail.messages.state is 'sent: the mail server took it. refused: it did for good. marked: somebody sent it by hand.';
comment on column mail.messages.last_answer is 'What the mail server, or the way there, said last.';
create index messages_of_state on mail.messages (state_fips, id desc);
create index messages_waiting on mail.messages (next_try_at) where state = 'waiting';

alter table mail.messages enable row level security;
create policy staff_rows on mail.messages to gapmap_outbox using (clock_timestamp() >= shown_from);
create policy own_state on mail.messages as restrictive to gapmap_outbox using (state_fips = places.own_state());
create policy worker_rows on mail.messages to gapmap_postman using (true);
grant usage on schema mail to gapmap_outbox, gapmap_postman;
grant usage on schema places, audit to gapmap_outbox;
grant execute on function audit.record(text, text, text, text, integer, integer, integer, text, text, text) to gapmap_outbox;
grant select on mail.messages to gapmap_outbox, gapmap_postman;
grant update (state, ended_at, marked_by) on mail.messages to gapmap_outbox;
grant update (state, ended_at, tries, next_try_at, last_answer) on mail.messages to gapmap_postman;

create function mail.queue(
  state_fips text, recipient text, template text, language text, subject text, words text, page text, shown_from timestamptz
) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  if places.own_state() is not null and queue.state_fips is distinct from places.own_state() then
    raise exception 'A message is written for the actor''s own state.';
  end if;
  insert into mail.messages (state_fips, recipient, template, language, subject, words, page, shown_from)
  values (queue.state_fips, queue.recipient, queue.template, queue.language, queue.subject, queue.words, queue.page, coalesce(queue.shown_from, now()));
end
$$;
revoke all on function mail.queue(text, text, text, text, text, text, text, timestamptz) from public;
grant usage on schema mail to gapmap_desk, gapmap_commission, gapmap_collect, gapmap_room, gapmap_intake, gapmap_buyer, gapmap_bidder;
grant execute on function mail.queue(text, text, text, text, text, text, text, timestamptz)
  to gapmap_desk, gapmap_commission, gapmap_collect, gapmap_room, gapmap_intake, gapmap_buyer, gapmap_bidder;
