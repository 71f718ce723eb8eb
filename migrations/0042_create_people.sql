-- People beside links: who somebody is, for which organization, in which role; and a log of what anybody did. Links go on as they were.
-- gapmap_signin begins a person's session and does nothing else, gapmap_people is an administrator's request, gapmap_commission reads what the
-- agency's desk reads and, of its own state, filings that are restricted.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['gapmap_signin', 'gapmap_people', 'gapmap_commission'] loop
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
  begin
    grant gapmap_desk to gapmap_commission;
    grant gapmap_signin, gapmap_people, gapmap_commission to gapmap_api;
  exception when insufficient_privilege then
    raise exception using message =
      'The database user may not give roles away: have an administrator run: grant gapmap_desk to gapmap_commission; '
      'grant gapmap_signin, gapmap_people, gapmap_commission to gapmap_api';
  end;
end
$$;

create policy commission_filings on coverage.filings for select to gapmap_commission using (state_fips = places.own_state());
create policy commission_areas on coverage.areas for select to gapmap_commission
  using (filing_id in (select id from coverage.filings));

create table accounts.organizations (
  id integer generated always as identity primary key,
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  name text not null check (name <> '' and length(name) <= 200),
  lea_id text check (lea_id ~ '^[0-9]{7}$' and left(lea_id, 2) = state_fips),
  provider_id integer check (provider_id > 0),
  made_at timestamptz not null default now(),
  check (lea_id is null or provider_id is null)
);
comment on table accounts.organizations is 'One row is an organization of a state that people act for.';
comment on column accounts.organizations.provider_id is 'FCC provider id, where it is a provider.';
comment on column accounts.organizations.lea_id is 'LEAID, where it is a school district.';
create unique index organizations_by_name on accounts.organizations (state_fips, lower(name));

create table accounts.people (
  id integer generated always as identity primary key,
  name text not null check (name <> '' and length(name) <= 200),
  made_at timestamptz not null default now()
);
comment on table accounts.people is 'One row is a person who has signed in: staff of a state, a district or a provider. Never a student or a family.';
comment on column accounts.people.name is 'As the identity provider or the invitation names the person.';

create table accounts.identities (
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> '' and length(subject) <= 255),
  person_id integer not null references accounts.people on delete cascade,
  primary key (issuer, subject)
);
comment on table accounts.identities is 'One row is how an OpenID Connect issuer knows a person.';
create index identities_of_person on accounts.identities (person_id);

create table accounts.passkeys (
  id text primary key check (length(id) <= 1400),
  person_id integer not null references accounts.people on delete cascade,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  made_at timestamptz not null default now()
);
comment on table accounts.passkeys is 'One row is a passkey (WebAuthn credential) of a person.';
comment on column accounts.passkeys.id is 'Credential id, base64url.';
comment on column accounts.passkeys.counter is 'Signatures that the authenticator has counted; 0 where it counts none.';
create index passkeys_of_person on accounts.passkeys (person_id);

create table accounts.memberships (
  id integer generated always as identity primary key,
  person_id integer not null references accounts.people on delete cascade,
  organization_id integer not null references accounts.organizations,
  role text not null check (role in ('admin', 'sea', 'puc', 'coordinator', 'district', 'provider', 'viewer')),
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  lea_id text check (lea_id ~ '^[0-9]{7}$' and left(lea_id, 2) = state_fips),
  provider_id integer check (provider_id > 0),
  source text not null check (source in ('invitation', 'claims', 'demo')),
  issuer text,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((role = 'district') = (lea_id is not null)),
  check ((role = 'provider') = (provider_id is not null)),
  check ((source = 'claims') = (issuer is not null))
);
comment on table accounts.memberships is 'One row is a role in which a person acts for an organization, within a state and, below it, a district or a provider.';
comment on column accounts.memberships.source is 'invitation: an administrator gave it. claims: the issuer says so at each sign-in, and it ends when it no longer does.';
comment on column accounts.memberships.ended_at is 'Null: it is good.';
create unique index memberships_once on accounts.memberships
  (person_id, organization_id, role, coalesce(lea_id, ''), coalesce(provider_id, 0), source, coalesce(issuer, '')) where ended_at is null;
create index memberships_of_organization on accounts.memberships (organization_id);

create table accounts.invitations (
  id integer generated always as identity primary key,
  hash bytea not null unique check (length(hash) = 32),
  organization_id integer not null references accounts.organizations,
  role text not null check (role in ('admin', 'sea', 'puc', 'coordinator', 'district', 'provider', 'viewer')),
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  lea_id text check (lea_id ~ '^[0-9]{7}$' and left(lea_id, 2) = state_fips),
  provider_id integer check (provider_id > 0),
  label text not null check (label <> '' and length(label) <= 100),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  accepted_by integer references accounts.people on delete set null,
  check ((role = 'district') = (lea_id is not null)),
  check ((role = 'provider') = (provider_id is not null))
);
comment on table accounts.invitations is 'One row is a link by which one person takes up one role, once. The link itself is never stored.';
comment on column accounts.invitations.hash is 'SHA-256 of the link''s secret, which is 32 random bytes.';
comment on column accounts.invitations.label is 'Whom it is for, in the words of whoever invited.';

-- A person's session: for one of the person's memberships, and no longer than that.
alter table accounts.sessions
  add column person_id integer references accounts.people on delete cascade,
  add column membership_id integer references accounts.memberships on delete cascade,
  add column issuer text,
  add check ((person_id is null) = (membership_id is null)),
  add check (token_id is null or person_id is null);
comment on column accounts.sessions.membership_id is 'The role that the person acts in: the session ends with it.';
comment on column accounts.sessions.issuer is 'Issuer by which the person signed in; null: a passkey, or a link.';
create index sessions_of_person on accounts.sessions (person_id) where person_id is not null;
create index sessions_of_membership on accounts.sessions (membership_id) where membership_id is not null;

create or replace view accounts.live_sessions as
  select s.id, s.hash, s.token_id, s.browser, s.data, s.begun_at, s.used_at, s.expires_at,
    coalesce(t.role, m.role) as role, coalesce(t.state_fips, m.state_fips) as state_fips, coalesce(t.lea_id, m.lea_id) as lea_id,
    coalesce(t.provider_id, m.provider_id) as provider_id, coalesce(t.label, p.name) as label,
    s.person_id, s.membership_id, s.issuer, o.name as organization
  from accounts.sessions s
  left join accounts.tokens t on t.id = s.token_id
  left join accounts.memberships m on m.id = s.membership_id
  left join accounts.people p on p.id = s.person_id
  left join accounts.organizations o on o.id = m.organization_id
  where s.expires_at > now()
    and (s.idle is null or s.used_at > now() - s.idle)
    and (s.token_id is null or (t.state_fips is not null and t.revoked_at is null and t.expires_at > now()))
    and (s.membership_id is null or m.ended_at is null);

drop function accounts.session_opens(bytea);
create function accounts.session_opens(session bytea)
  returns table (
    session_id integer, data jsonb, token_id integer, role text, state_fips text, lea_id text, provider_id integer, label text,
    expires_at timestamptz, person_id integer, membership_id integer, issuer text, organization text
  )
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  return query
    select s.id, s.data, s.token_id, s.role, s.state_fips, s.lea_id, s.provider_id, s.label, s.expires_at, s.person_id, s.membership_id,
      s.issuer, s.organization
    from accounts.live_sessions s
    where s.hash = session;
  if found then
    update accounts.sessions s set used_at = now() where s.hash = session and s.used_at < now() - interval '5 minutes';
  end if;
end
$$;
revoke all on function accounts.session_opens(bytea) from public;
grant execute on function accounts.session_opens(bytea) to gapmap_desk;

-- The person whose session it is.
create function accounts.person_of(held bytea) returns integer
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select s.person_id from accounts.live_sessions s where s.hash = held;
  end;
revoke all on function accounts.person_of(bytea) from public;

create or replace function accounts.sessions_beside(held bytea)
  returns table (id integer, browser text, begun_at timestamptz, used_at timestamptz, is_own boolean)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select s.id, s.browser, s.begun_at, s.used_at, s.hash = held
    from accounts.live_sessions s
    where s.token_id = accounts.link_of(held)
      or s.person_id = accounts.person_of(held)
    order by s.used_at desc, s.id desc;
  end;

create or replace function accounts.end_session_beside(held bytea, session integer) returns boolean
  language sql volatile security definer
  set search_path = pg_catalog
  begin atomic
    with ended as (
      delete from accounts.sessions s
      where s.id = session
        and (s.token_id = accounts.link_of(held) or s.person_id = accounts.person_of(held))
      returning 1
    )
    select exists (select from ended);
  end;

create function accounts.memberships_of(held bytea)
  returns table (id integer, role text, organization text, is_own boolean)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select m.id, m.role, o.name, m.id = s.membership_id
    from accounts.live_sessions s
    join accounts.memberships m on m.person_id = s.person_id and m.ended_at is null
    join accounts.organizations o on o.id = m.organization_id
    where s.hash = held
    order by m.id;
  end;
comment on function accounts.memberships_of(bytea) is 'The roles of the person whose session it is.';

create function accounts.act_in(held bytea, membership integer) returns boolean
  language sql volatile security definer
  set search_path = pg_catalog
  begin atomic
    with changed as (
      update accounts.sessions s
      set membership_id = m.id
      from accounts.memberships m
      where s.hash = held
        and m.id = act_in.membership
        and m.person_id = accounts.person_of(held)
        and m.ended_at is null
      returning 1
    )
    select exists (select from changed);
  end;
comment on function accounts.act_in(bytea, integer) is 'Makes a person''s session act in another of the person''s roles. False: the person has no such role.';

do $$
declare
  name text;
begin
  foreach name in array array['memberships_of(bytea)', 'act_in(bytea, integer)'] loop
    execute format('revoke all on function accounts.%s from public', name);
    execute format('grant execute on function accounts.%s to gapmap_desk', name);
  end loop;
  foreach name in array array['organizations', 'people', 'identities', 'passkeys', 'memberships', 'invitations'] loop
    execute format('alter table accounts.%I enable row level security', name);
  end loop;
end
$$;

grant usage on schema accounts, places to gapmap_signin, gapmap_people;
grant select, insert on accounts.organizations, accounts.people, accounts.identities, accounts.passkeys, accounts.memberships to gapmap_signin;
grant update (counter) on accounts.passkeys to gapmap_signin;
grant update (ended_at) on accounts.memberships to gapmap_signin;
grant select, update (accepted_at, accepted_by) on accounts.invitations to gapmap_signin;
grant insert (hash, browser, data, expires_at, idle, person_id, membership_id, issuer) on accounts.sessions to gapmap_signin;
do $$
declare
  name text;
begin
  foreach name in array array['organizations', 'people', 'identities', 'passkeys', 'memberships', 'invitations', 'sessions'] loop
    execute format('create policy signing_in on accounts.%I to gapmap_signin using (true) with check (true)', name);
  end loop;
end
$$;

grant select, insert (state_fips, name, lea_id, provider_id) on accounts.organizations to gapmap_people;
grant select on accounts.people to gapmap_people;
grant select, update (ended_at) on accounts.memberships to gapmap_people;
grant select (id, organization_id, role, state_fips, lea_id, provider_id, label, made_at, expires_at, revoked_at, accepted_at, accepted_by),
  insert (hash, organization_id, role, state_fips, lea_id, provider_id, label, expires_at),
  update (revoked_at)
  on accounts.invitations to gapmap_people;
grant select (id, person_id, membership_id, browser, begun_at, used_at, expires_at, idle), delete on accounts.sessions to gapmap_people;
grant select on places.places to gapmap_people;
grant usage on schema coverage to gapmap_people;
grant select on coverage.providers to gapmap_people;
create policy own_state on accounts.organizations to gapmap_people
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());
create policy own_state on accounts.memberships to gapmap_people
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());
create policy own_state on accounts.invitations to gapmap_people
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());
create policy own_state on accounts.people for select to gapmap_people using (id in (select person_id from accounts.memberships));
create policy own_state on accounts.sessions to gapmap_people using (membership_id in (select id from accounts.memberships));

-- What anybody did. A row is added with the act, in its transaction, and never changed: not even by the owner.
create schema audit;
comment on schema audit is 'Who did what to which thing, when, and for whom.';

create table audit.entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  state_fips text check (state_fips ~ '^[0-9]{2}$'),
  who text not null check (who <> '' and length(who) <= 200),
  for_whom text check (for_whom <> ''),
  role text not null check (role <> ''),
  person_id integer,
  membership_id integer,
  token_id integer,
  did text not null check (did ~ '^[a-z-]+(\.[a-z-]+)+$'),
  thing text not null check (thing <> '' and length(thing) <= 300),
  note text check (note <> '' and length(note) <= 1000)
);
comment on table audit.entries is 'One row is an act of a person, of whoever holds a link, or of a command. Says nothing about a student.';
comment on column audit.entries.who is 'The person''s name, the label of the link, or "command line".';
comment on column audit.entries.for_whom is 'Organization on whose behalf; null where none is known.';
comment on column audit.entries.did is 'Code of the act, such as people.invited.';
comment on column audit.entries.thing is 'What it was done to, such as "invitation 12".';
create index entries_of_state on audit.entries (state_fips, id desc);

create function audit.keep() returns trigger
  language plpgsql as $$
begin
  raise exception 'The audit log is never changed.';
end
$$;
create trigger never_changed before update or delete on audit.entries for each row execute function audit.keep();
create trigger never_emptied before truncate on audit.entries for each statement execute function audit.keep();

-- The one way to add to the log; the time is the database's. An actor within a state adds to that state's log alone.
create function audit.record(
  state_fips text, who text, for_whom text, role text, person_id integer, membership_id integer, token_id integer, did text, thing text, note text
) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
begin
  if places.own_state() is not null and record.state_fips is distinct from places.own_state() then
    raise exception 'An act is written to the log of the actor''s own state.';
  end if;
  insert into audit.entries (state_fips, who, for_whom, role, person_id, membership_id, token_id, did, thing, note)
  values (record.state_fips, record.who, record.for_whom, record.role, record.person_id, record.membership_id, record.token_id, record.did,
    record.thing, record.note);
end
$$;
revoke all on function audit.record(text, text, text, text, integer, integer, integer, text, text, text) from public;
grant usage on schema audit to gapmap_signin, gapmap_people, gapmap_commission, gapmap_desk, gapmap_collect, gapmap_issue, gapmap_receive, gapmap_intake;
grant execute on function audit.record(text, text, text, text, integer, integer, integer, text, text, text)
  to gapmap_signin, gapmap_people, gapmap_commission, gapmap_desk, gapmap_collect, gapmap_issue, gapmap_receive, gapmap_intake;

alter table audit.entries enable row level security;
create policy own_state on audit.entries for select to gapmap_people using (state_fips = places.own_state());
grant select on audit.entries to gapmap_people;
