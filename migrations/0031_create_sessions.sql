-- A browser that a link was opened in holds the id of a session, never the token. Sign-in by a person will begin sessions here too.
create table accounts.sessions (
  id integer generated always as identity primary key,
  hash bytea not null unique check (length(hash) = 32),
  token_id integer references accounts.tokens on delete cascade,
  browser text not null default '' check (length(browser) <= 40),
  data jsonb not null default '{}' check (length(data::text) <= 4000),
  begun_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  idle interval
);
comment on table accounts.sessions is 'One row is a browser that somebody entered with and has not left. No role reads it.';
comment on column accounts.sessions.hash is 'SHA-256 of the id in the cookie, which is 24 random bytes.';
comment on column accounts.sessions.token_id is 'The link it was begun with: it ends with it. Null: nobody entered yet.';
comment on column accounts.sessions.browser is 'Kind of browser, such as "Firefox/Windows"; empty: not known.';
comment on column accounts.sessions.data is 'What the steps of a sign-in keep for each other. Never a token.';
comment on column accounts.sessions.used_at is 'Last use, at most five minutes too early: it is not written at each request.';
comment on column accounts.sessions.idle is 'It ends when unused for so long. Null: it does not end by that.';

create index sessions_of_token on accounts.sessions (token_id);
create index sessions_by_end on accounts.sessions (expires_at);
alter table accounts.sessions enable row level security;

-- Sessions that are good now, with what their link opens.
create view accounts.live_sessions as
  select s.id, s.hash, s.token_id, s.browser, s.data, s.begun_at, s.used_at, s.expires_at,
    t.role, t.state_fips, t.lea_id, t.provider_id, t.label
  from accounts.sessions s
  left join accounts.tokens t on t.id = s.token_id
  where s.expires_at > now()
    and (s.idle is null or s.used_at > now() - s.idle)
    and (s.token_id is null or (t.state_fips is not null and t.revoked_at is null and t.expires_at > now()));
comment on view accounts.live_sessions is 'One row is a session that is good now. No role reads it.';

-- Each function takes the hash of what its caller holds, a session or a token, and reaches nothing that it does not open.

-- Begins a session, or stores what changed in it. With a token: until that ends, however long it rests. Without: as long as the caller says.
-- False: the token is not good.
create function accounts.write_session(session bytea, token bytea, browser text, data jsonb, idle interval, longest interval)
  returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
declare
  opened record;
begin
  delete from accounts.sessions s where s.expires_at < now() or s.used_at < now() - s.idle;
  update accounts.sessions s set data = write_session.data where s.hash = session;
  if found then
    return true;
  end if;
  if token is null then
    insert into accounts.sessions (hash, browser, data, expires_at, idle)
    values (session, write_session.browser, write_session.data, now() + longest, write_session.idle);
    return true;
  end if;
  select * into opened from accounts.token_opens(token);
  if not found then
    return false;
  end if;
  insert into accounts.sessions (hash, token_id, browser, data, expires_at)
  values (session, opened.id, write_session.browser, write_session.data, opened.expires_at);
  return true;
end
$$;

-- What a session opens; writes down that it was used.
create function accounts.session_opens(session bytea)
  returns table (
    session_id integer, data jsonb, token_id integer, role text, state_fips text, lea_id text, provider_id integer, label text,
    expires_at timestamptz
  )
  language plpgsql volatile security definer
  set search_path = pg_catalog
as $$
#variable_conflict use_column
begin
  return query
    select s.id, s.data, s.token_id, s.role, s.state_fips, s.lea_id, s.provider_id, s.label, s.expires_at
    from accounts.live_sessions s
    where s.hash = session;
  if found then
    update accounts.sessions s set used_at = now() where s.hash = session and s.used_at < now() - interval '5 minutes';
  end if;
end
$$;

-- The number of a token that is no longer good, for the log.
create function accounts.ended_token(hash bytea) returns integer
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select t.id from accounts.tokens t where t.hash = ended_token.hash and (t.revoked_at is not null or t.expires_at <= now());
  end;

-- The link that a session or a token's hash opens.
create function accounts.link_of(held bytea) returns integer
  language sql stable
  set search_path = pg_catalog
  begin atomic
    select s.token_id from accounts.live_sessions s where s.hash = held
    union all
    select t.id from accounts.token_opens(held) t;
  end;
revoke all on function accounts.link_of(bytea) from public;

-- All sessions of one's own link, the latest used first.
create function accounts.sessions_beside(held bytea)
  returns table (id integer, browser text, begun_at timestamptz, used_at timestamptz, is_own boolean)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select s.id, s.browser, s.begun_at, s.used_at, s.hash = held
    from accounts.live_sessions s
    where s.token_id = accounts.link_of(held)
    order by s.used_at desc, s.id desc;
  end;

-- Ends a session of one's own link by its number. False: there is none.
create function accounts.end_session_beside(held bytea, session integer) returns boolean
  language sql volatile security definer
  set search_path = pg_catalog
  begin atomic
    with ended as (
      delete from accounts.sessions s where s.id = session and s.token_id = accounts.link_of(held) returning 1
    )
    select exists (select from ended);
  end;

create function accounts.end_session(session bytea) returns void
  language sql volatile security definer
  set search_path = pg_catalog
  begin atomic
    delete from accounts.sessions s where s.hash = session;
  end;

do $$
declare
  name text;
begin
  foreach name in array array[
    'write_session(bytea, bytea, text, jsonb, interval, interval)', 'session_opens(bytea)', 'sessions_beside(bytea)',
    'end_session_beside(bytea, integer)', 'end_session(bytea)', 'ended_token(bytea)'
  ] loop
    execute format('revoke all on function accounts.%s from public', name);
    execute format('grant execute on function accounts.%s to gapmap_desk', name);
  end loop;
end
$$;
