create table intake.collections (
  id integer generated always as identity primary key,
  name text not null,
  created_at timestamptz not null default now()
);
create unique index collections_name on intake.collections (lower(name));
comment on table intake.collections is 'One row is one survey round, for example "fall 2026".';

create table intake.uploads (
  id integer generated always as identity primary key,
  collection_id integer not null references intake.collections,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  sha256 text not null,
  state text not null check (state in ('accepted', 'accepted_with_notes')),
  row_count integer not null,
  bad_row_count integer not null,
  spellings jsonb not null default '{}',
  shards bigint[] not null default '{}',
  synthetic boolean not null default false,
  loaded_at timestamptz not null default now(),
  unique (collection_id, lea_id)
);
comment on table intake.uploads is 'One row is the file a district sent for a collection; a new file replaces it and all its rows.';
comment on column intake.uploads.sha256 is 'Of the whole file, which may hold other districts too. The file itself is not kept.';
comment on column intake.uploads.row_count is 'Homes loaded.';
comment on column intake.uploads.bad_row_count is 'Rows of the district in the report, left out or loaded without an answer.';
comment on column intake.uploads.spellings is 'The file''s own spelling of each code that differs from ours, descriptor URIs among them: {column: {as written: code}}.';
comment on column intake.uploads.shards is 'Shards that hold the upload''s rows, so that replacing them reads no other.';

create table intake.homes (
  shard bigint not null,
  collection_id integer not null,
  lea_id text not null,
  student_key bytea not null,
  household_key bytea not null,
  cell bigint not null,
  grade_level text,
  primary key (shard, collection_id, lea_id, student_key)
);
comment on table intake.homes is 'One row is where one student lives. No coordinates, no address.';
comment on column intake.homes.shard is 'Res-4 parent of the cell.';
comment on column intake.homes.student_key is '16 bytes: the district''s pseudonym keyed again with the server''s secret, so neither side alone can look anybody up.';
comment on column intake.homes.household_key is '16 bytes, likewise: homes with the same key are one household.';
comment on column intake.homes.cell is 'H3 res 9.';
comment on column intake.homes.grade_level is 'CEDS code: KG, 01 to 12, ...; null = not given.';

create table intake.answers (
  shard bigint not null,
  collection_id integer not null,
  lea_id text not null,
  student_key bytea not null,
  internet_access boolean,
  barrier text,
  internet_type text,
  performance text,
  device text,
  device_access text,
  device_provider text,
  primary key (shard, collection_id, lea_id, student_key)
);
comment on table intake.answers is 'One row is one student''s survey answers, in Ed-Fi code values; null = not answered. No row = no answer at all.';

grant select, insert, update, delete on all tables in schema intake to gapmap_intake;
