create table accounts.tokens (
  id integer generated always as identity primary key,
  hash bytea not null unique,
  role text not null check (role in ('agency', 'provider', 'district')),
  lea_id text check (lea_id ~ '^[0-9]{7}$'),
  provider_id integer,
  label text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check ((role = 'district') = (lea_id is not null)),
  check ((role = 'provider') = (provider_id is not null))
);
comment on table accounts.tokens is 'One row is a token somebody was given. The token itself is never stored.';
comment on column accounts.tokens.hash is 'SHA-256 of the token, which is 32 random bytes.';

-- The one way a request learns what a token opens: no role may read the table.
create function accounts.token_opens(hash bytea)
  returns table (id integer, role text, lea_id text, provider_id integer, label text, expires_at timestamptz)
  language sql stable security definer
  set search_path = pg_catalog
  begin atomic
    select t.id, t.role, t.lea_id, t.provider_id, t.label, t.expires_at
    from accounts.tokens t
    where t.hash = token_opens.hash
      and t.revoked_at is null
      and t.expires_at > now();
  end;
revoke all on function accounts.token_opens(bytea) from public;
grant usage on schema accounts to gapmap_desk;
grant execute on function accounts.token_opens(bytea) to gapmap_desk;
