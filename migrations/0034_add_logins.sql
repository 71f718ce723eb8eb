-- Three logins instead of one. The API's may only become the roles of requests, the worker's those of jobs; neither has a right of its own,
-- so that `reset role` gives nothing back. They are made without a password: `gapmap status` says the statement that lets them log in.
-- gapmap_receive takes a district's file in, gapmap_issue gives and ends districts' links. Roles belong to the whole cluster: a database that
-- comes second finds them there.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['gapmap_receive', 'gapmap_issue', 'gapmap_api', 'gapmap_worker'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then
      null;
    end;
    begin
      execute format('grant %I to current_user', wanted);
    exception when insufficient_privilege then
      raise exception 'The database user may not act as %: have an administrator run: grant % to %', wanted, wanted, current_user;
    end;
  end loop;
  -- Without inheritance, a login has a role's rights only while it is that role.
  foreach wanted in array array['gapmap_api', 'gapmap_worker'] loop
    if (select rolinherit from pg_roles where rolname = wanted) then
      execute format('alter role %I noinherit', wanted);
    end if;
  end loop;
  begin
    grant gapmap_public, gapmap_desk, gapmap_collect, gapmap_receive, gapmap_issue to gapmap_api;
    grant gapmap_public, gapmap_intake, gapmap_receive to gapmap_worker;
  exception when insufficient_privilege then
    raise exception using message =
      'The database user may not give roles away: have an administrator run: grant gapmap_public, gapmap_desk, gapmap_collect, '
      'gapmap_receive, gapmap_issue to gapmap_api; grant gapmap_public, gapmap_intake, gapmap_receive to gapmap_worker';
  end;
end
$$;

-- Whoever starts may see that every migration ran.
grant select on public.gapmap_migrations to gapmap_public;

-- The queue is the worker's own: pg-boss makes and changes its tables itself.
do $$
declare
  made record;
begin
  if to_regnamespace('pgboss') is null then
    create schema pgboss authorization gapmap_worker;
    return;
  end if;
  alter schema pgboss owner to gapmap_worker;
  for made in select c.oid::regclass as name from pg_class c where c.relnamespace = 'pgboss'::regnamespace and c.relkind in ('r', 'p', 'v') loop
    execute format('alter table %s owner to gapmap_worker', made.name);
  end loop;
  for made in select p.oid::regprocedure as name from pg_proc p where p.pronamespace = 'pgboss'::regnamespace loop
    execute format('alter routine %s owner to gapmap_worker', made.name);
  end loop;
  for made in select t.oid::regtype as name from pg_type t where t.typnamespace = 'pgboss'::regnamespace and t.typtype = 'e' loop
    execute format('alter type %s owner to gapmap_worker', made.name);
  end loop;
end
$$;
comment on schema pgboss is 'The queue of jobs, kept by pg-boss.';

-- What a request takes in of its own district's file. It adds homes and answers, and never reads one.
grant usage on schema intake, collect, places, disclosures to gapmap_receive;
grant select on places.places, places.parts, intake.collections, collect.enrolments to gapmap_receive;
grant insert on intake.uploads, intake.homes, intake.answers, intake.no_fixed_residence to gapmap_receive;
grant select, insert, update on intake.shown_facts, collect.districts, collect.certificates to gapmap_receive;
grant select, insert, update, delete on collect.figures to gapmap_receive;
grant select, update, delete, insert (collection_id, lea_id, sha256, bytes, salt, started_at, touched_at) on collect.uploads to gapmap_receive;
grant select, delete on collect.chunks to gapmap_receive;
grant insert (kind, who, what, audience, basis, note, entered_by, state_fips) on disclosures.entries to gapmap_receive;

create policy receiver_reads on intake.collections for select to gapmap_receive using (state_fips = places.own_state());
alter table intake.shown_facts enable row level security;
create policy intake_all on intake.shown_facts to gapmap_intake using (true) with check (true);
create policy own_rows on intake.shown_facts to gapmap_receive using (collect.is_own(lea_id)) with check (collect.is_own(lea_id));
do $$
declare
  name text;
begin
  foreach name in array array['districts', 'enrolments', 'figures', 'uploads', 'chunks', 'certificates'] loop
    execute format(
      'create policy own_rows on collect.%I to gapmap_receive using (collect.is_own(lea_id)) with check (collect.is_own(lea_id))',
      name
    );
  end loop;
  foreach name in array array['districts', 'enrolments', 'figures', 'uploads', 'certificates'] loop
    execute format(
      'create policy receiver_state on collect.%I as restrictive to gapmap_receive using (collection_id in (select id from intake.collections))',
      name
    );
  end loop;
end
$$;
create policy receiver_state on intake.shown_facts as restrictive to gapmap_receive
  using (collection_id in (select id from intake.collections));
create policy receiver_state on collect.chunks as restrictive to gapmap_receive using (upload_id in (select id from collect.uploads));
create policy receiver_adds on disclosures.entries for insert to gapmap_receive
  with check (kind = 'certificate' and audience = 'district' and state_fips = places.own_state());

-- Functions that run with the owner's rights, for what no grant says: each acts on the transaction's own district, or for a job.
create function intake.may_act_for(lea_id text) returns boolean
  language sql stable
  return current_setting('role') = 'gapmap_intake' or collect.is_own(lea_id);
comment on function intake.may_act_for(text) is 'Whether the caller of a function of the owner''s is a job, or takes in the file of this district.';

create function intake.hold_collection(collection integer) returns boolean
  language sql volatile security definer set search_path = pg_catalog
  begin atomic
    select c.synthetic
    from intake.collections c
    where c.id = hold_collection.collection
      and (current_setting('role') = 'gapmap_intake' or c.state_fips = places.own_state())
    for no key update;
  end;
comment on function intake.hold_collection(integer) is 'Locks a collection until the transaction ends; whether it is a practice round, or null where the caller''s state has no such collection.';

create function intake.remove_sent(collection integer, districts text[]) returns table (lea_id text, sha256 text)
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
#variable_conflict use_column
declare
  own text[] := array(select d from unnest(districts) d where intake.may_act_for(d));
  held bigint[] := array(
    select distinct s
    from intake.uploads u, unnest(u.shards) s
    where u.collection_id = collection
      and u.lea_id = any (own)
  );
begin
  delete from intake.homes h where h.shard = any (held) and h.collection_id = collection and h.lea_id = any (own);
  delete from intake.answers a where a.shard = any (held) and a.collection_id = collection and a.lea_id = any (own);
  delete from intake.no_fixed_residence n where n.collection_id = collection and n.lea_id = any (own);
  return query
    delete from intake.uploads u where u.collection_id = collection and u.lea_id = any (own) returning u.lea_id, u.sha256;
end
$$;
comment on function intake.remove_sent(integer, text[]) is 'Removes all that districts have sent for a collection; the districts and the SHA-256 of each one''s file.';

create function intake.compare_sent(collection integer, district text, records bytea, codes jsonb)
  returns table (before integer, kept integer, moved integer, answers_changed integer)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with sent as (
      select
        substring(compare_sent.records from i * 28 + 1 for 16) as student_key,
        substring(compare_sent.records from i * 28 + 17 for 8) as cell,
        substring(compare_sent.records from i * 28 + 25 for 4) as answers
      from generate_series(0, octet_length(compare_sent.records) / 28 - 1) as i
    ),
    asked as (
      select key as question, array(select jsonb_array_elements_text(value)) as known
      from jsonb_each(compare_sent.codes)
    ),
    lists as (
      select
        max(known) filter (where question = 'internet_access') as internet_access,
        max(known) filter (where question = 'barrier') as barrier,
        max(known) filter (where question = 'internet_type') as internet_type,
        max(known) filter (where question = 'performance') as performance,
        max(known) filter (where question = 'device') as device,
        max(known) filter (where question = 'device_access') as device_access,
        max(known) filter (where question = 'device_provider') as device_provider
      from asked
    ),
    stored as (
      select
        h.student_key,
        int8send(h.cell) as cell,
        int4send(
          coalesce(array_position(l.internet_access, a.internet_access::text), 0) * 1000000
            + coalesce(array_position(l.barrier, a.barrier), 0) * 100000
            + coalesce(array_position(l.internet_type, a.internet_type), 0) * 10000
            + coalesce(array_position(l.performance, a.performance), 0) * 1000
            + coalesce(array_position(l.device, a.device), 0) * 100
            + coalesce(array_position(l.device_access, a.device_access), 0) * 10
            + coalesce(array_position(l.device_provider, a.device_provider), 0)
        ) as answers
      from lists l
      cross join intake.homes h
      left join intake.answers a using (shard, collection_id, lea_id, student_key)
      where h.shard = any (
          (
            select u.shards
            from intake.uploads u
            where u.collection_id = compare_sent.collection
              and u.lea_id = compare_sent.district
          )::bigint[]
        )
        and h.collection_id = compare_sent.collection
        and h.lea_id = compare_sent.district
        and intake.may_act_for(compare_sent.district)
    )
    select
      count(*)::integer,
      count(s.student_key)::integer,
      (count(*) filter (where s.cell <> o.cell))::integer,
      (count(*) filter (where s.answers <> o.answers))::integer
    from stored o
    left join sent s using (student_key);
  end;
comment on function intake.compare_sent(integer, text, bytea, jsonb) is 'Counts how a district''s checked file differs from what it sent before. Records are 28 bytes each: student key, cell, answers as the digits of seven codes, each one more than its place in the list of its question.';

create function collect.uploads_due(hours integer) returns table (id uuid, lea_id text, is_kept boolean)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select u.id, u.lea_id, false
    from collect.uploads u
    where u.state in ('receiving', 'received', 'checked')
      and u.touched_at < now() - make_interval(hours => uploads_due.hours)
    union all
    select c.id, c.lea_id, true
    from collect.certificates c
    where c.deleted_at is null
      and c.delete_after <= now();
  end;
comment on function collect.uploads_due(integer) is 'Uploads left alone for some hours, and accepted ones whose bytes are past their time: all that is due to be deleted, of every district.';

-- The key is encrypted under the server's secret, which the database does not have.
grant select, insert on intake.data_key to gapmap_receive;
create function intake.hold_data_key() returns void
  language plpgsql volatile security definer set search_path = pg_catalog
  as $$
begin
  lock table intake.data_key in exclusive mode;
end
$$;
comment on function intake.hold_data_key() is 'Lets nobody rotate the server''s secret until the transaction ends.';
revoke all on function intake.hold_data_key() from public;
grant execute on function intake.hold_data_key() to gapmap_receive, gapmap_intake;

revoke all on function intake.hold_collection(integer), intake.remove_sent(integer, text[]),
  intake.compare_sent(integer, text, bytea, jsonb), collect.uploads_due(integer) from public;
grant execute on function intake.hold_collection(integer), intake.remove_sent(integer, text[]),
  intake.compare_sent(integer, text, bytea, jsonb) to gapmap_receive, gapmap_intake;
grant execute on function intake.hold_collection(integer) to gapmap_issue;
grant execute on function collect.uploads_due(integer) to gapmap_receive;

-- What a coordinator's request gives and ends: links of districts of its own state, for its own collections. It reads no hash.
grant usage on schema accounts, intake, places, disclosures to gapmap_issue;
grant select on places.places to gapmap_issue;
grant select (id, state_fips) on intake.collections to gapmap_issue;
grant insert (hash, role, state_fips, lea_id, provider_id, label, expires_at, collection_id), select (id, expires_at, revoked_at, collection_id, lea_id),
  update (revoked_at) on accounts.tokens to gapmap_issue;
grant insert (kind, who, what, audience, basis, note, entered_by, state_fips) on disclosures.entries to gapmap_issue;

create policy issuer_reads on intake.collections for select to gapmap_issue using (state_fips = places.own_state());
alter table accounts.tokens enable row level security;
create policy district_links on accounts.tokens to gapmap_issue
  using (role = 'district' and state_fips = places.own_state() and collection_id in (select id from intake.collections))
  with check (role = 'district' and state_fips = places.own_state() and collection_id in (select id from intake.collections));
create policy issuer_adds on disclosures.entries for insert to gapmap_issue
  with check (kind = 'access' and audience = 'district' and state_fips = places.own_state());
