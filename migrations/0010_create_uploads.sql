create table collect.uploads (
  id uuid primary key default gen_random_uuid(),
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0 check (received between 0 and bytes),
  salt bytea,
  state text not null default 'receiving'
    check (state in ('receiving', 'received', 'checked', 'refused', 'accepted', 'accepted_with_notes', 'discarded', 'abandoned')),
  started_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  row_count integer,
  refusal jsonb,
  report jsonb,
  replaces jsonb
);
comment on table collect.uploads is 'One row is a file on its way in, or what became of it.';
comment on column collect.uploads.sha256 is 'Of the whole file, as the sender told before it sent.';
comment on column collect.uploads.salt is '16 bytes that the key of the chunks comes from, with the server''s secret; null once the bytes are deleted.';
comment on column collect.uploads.touched_at is 'Last time anybody did something with it; an upload left alone for a day is deleted.';
comment on column collect.uploads.row_count is 'Rows of the file; null until it was read.';
comment on column collect.uploads.refusal is '{code, detail}: why the file was not taken.';
comment on column collect.uploads.report is 'What the check found, for the district alone. No value that could tell who somebody is.';
comment on column collect.uploads.replaces is 'What accepting would change of what was accepted before; null: nothing was.';
create index uploads_of_district on collect.uploads (collection_id, lea_id);

create table collect.chunks (
  upload_id uuid not null references collect.uploads on delete cascade,
  lea_id text not null,
  at bigint not null check (at >= 0),
  length integer not null check (length > 0),
  sealed bytea not null,
  primary key (upload_id, at)
);
comment on table collect.chunks is 'Raw bytes of an upload until it is accepted, refused or left alone.';
comment on column collect.chunks.at is 'Offset in the file, in bytes.';
comment on column collect.chunks.sealed is 'AES-256-GCM, its tag at the end, under a key of the server''s secret: no copy of the database can be read without that.';
alter table collect.chunks alter sealed set storage external;

create table collect.certificates (
  id uuid primary key,
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null,
  sha256 text not null,
  bytes bigint not null,
  outcome text not null check (outcome in ('accepted', 'accepted_with_notes', 'refused', 'discarded', 'abandoned')),
  started_at timestamptz not null,
  decided_at timestamptz not null default now(),
  delete_after timestamptz,
  deleted_at timestamptz,
  check ((delete_after is null) <= (deleted_at is not null))
);
comment on table collect.certificates is 'One row attests what became of an upload and when its bytes were deleted. No count of rows: a coordinator reads it, and rows less homes would tell how many have no fixed residence.';
comment on column collect.certificates.id is 'Of the upload.';
comment on column collect.certificates.delete_after is 'Until when an operator keeps the bytes; null: not kept.';
comment on column collect.certificates.deleted_at is 'Null while they are kept.';
create index certificates_of_district on collect.certificates (collection_id, lea_id);

do $$
declare
  name text;
begin
  foreach name in array array['uploads', 'chunks', 'certificates'] loop
    execute format('alter table collect.%I enable row level security', name);
    execute format('create policy intake_all on collect.%I to gapmap_intake using (true) with check (true)', name);
  end loop;
end
$$;
create policy district_reads on collect.uploads for select to gapmap_collect using (collect.is_own(lea_id));
create policy district_adds on collect.uploads for insert to gapmap_collect with check (collect.is_own(lea_id));
create policy district_changes on collect.uploads for update to gapmap_collect
  using (collect.is_own(lea_id)) with check (collect.is_own(lea_id));
create policy district_reads on collect.chunks for select to gapmap_collect using (collect.is_own(lea_id));
create policy district_adds on collect.chunks for insert to gapmap_collect
  with check (collect.is_own(lea_id) and exists (select from collect.uploads u where u.id = upload_id));
create policy collect_reads on collect.certificates for select to gapmap_collect
  using (collect.is_coordinator() or collect.is_own(lea_id));

grant select, insert, update, delete on collect.uploads, collect.chunks, collect.certificates to gapmap_intake;
grant select on collect.uploads, collect.chunks, collect.certificates to gapmap_collect;
grant insert (collection_id, lea_id, sha256, bytes, salt), update (received, state, touched_at) on collect.uploads to gapmap_collect;
grant insert on collect.chunks to gapmap_collect;
