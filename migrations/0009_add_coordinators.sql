-- A coordinator runs collections and reads no number about students. A district's link may be made for one collection.
alter table accounts.tokens drop constraint tokens_role_check;
alter table accounts.tokens
  add constraint tokens_role_check check (role in ('agency', 'provider', 'district', 'coordinator')),
  add collection_id integer references intake.collections on delete cascade,
  add check (collection_id is null or role = 'district');
comment on column accounts.tokens.collection_id is 'The collection a coordinator made the link for; null for others.';

create index tokens_of_collection on accounts.tokens (collection_id, lea_id) where collection_id is not null;

-- Links as a coordinator may list them. The view reads as its owner and never gives a hash.
create view accounts.links with (security_barrier = true) as
  select id, collection_id, lea_id, created_at, expires_at
  from accounts.tokens
  where collection_id is not null
    and revoked_at is null
    and expires_at > now()
    and (collect.is_coordinator() or collect.is_own(lea_id));
comment on view accounts.links is 'One row is a link to a collection that is still good.';

grant usage on schema accounts to gapmap_collect;
grant select on accounts.links to gapmap_collect;
