-- Mail to what is no address is kept and said in the outbox, not left out; and a contact of a provider is written to in its own language.
alter table mail.messages drop constraint messages_recipient_check;
alter table mail.messages add constraint messages_recipient_check check (
  recipient !~ '[[:cntrl:]]'
  and length(recipient) between 1 and 254
  and (mail.is_address(recipient) or state in ('refused', 'marked'))
);
comment on column mail.messages.recipient is 'One address; of a message that was refused as it was written, what stood in place of one.';

create or replace function mail.queue(
  state_fips text, recipient text, template text, language text, subject text, words text, page text, shown_from timestamptz
) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  good constant boolean := mail.is_address(queue.recipient);
begin
  if places.own_state() is not null and queue.state_fips is distinct from places.own_state() then
    raise exception 'A message is written for the actor''s own state.';
  end if;
  insert into mail.messages (state_fips, recipient, template, language, subject, words, page, shown_from, state, ended_at, last_answer)
  values (
    queue.state_fips,
    case when good then queue.recipient else left(btrim(regexp_replace(queue.recipient, '[[:cntrl:]]+', ' ', 'g')), 254) end,
    queue.template, queue.language, queue.subject, queue.words, queue.page, coalesce(queue.shown_from, now()),
    case when good then 'waiting' else 'refused' end,
    case when good then null else now() end,
    case when good then null else 'no-address' end
  );
end
$$;

drop function commitments.take_reminders();
create function commitments.take_reminders()
  returns table (commitment integer, state_fips text, name text, late boolean, percent integer, due_on date, email text, language text)
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
    select next.id, next.state_fips, next.name, next.late, next.percent::integer, next.due_on, btrim(person ->> 'email'), case person ->> 'language' when 'es' then 'es' else 'en' end
    from next
    join told on told.commitment_id = next.id
    join rounds.qualifications q on q.state_fips = next.state_fips and q.provider_id = next.provider_id
    cross join lateral jsonb_array_elements(q.contacts) as person
    where btrim(person ->> 'email') <> '';
end
$$;

drop function rounds.take_near();
create function rounds.take_near() returns table (round integer, state_fips text, title text, closes_at timestamptz, email text, language text)
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
    select distinct r.id, r.state_fips, r.title, r.closes_at, btrim(person ->> 'email'), case person ->> 'language' when 'es' then 'es' else 'en' end
    from told
    join rounds.rounds r on r.id = told.round_id
    join rounds.qualifications q on q.state_fips = r.state_fips and q.standing not in ('draft', 'refused')
    cross join lateral jsonb_array_elements(q.contacts) as person
    where btrim(person ->> 'email') <> '';
end
$$;

revoke all on function commitments.take_reminders(), rounds.take_near() from public;
grant execute on function commitments.take_reminders(), rounds.take_near() to gapmap_keeper;
