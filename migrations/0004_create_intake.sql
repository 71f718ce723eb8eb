create table intake.collections (
  id integer generated always as identity primary key,
  name text not null unique,
  created_at timestamptz not null default now()
);
comment on table intake.collections is 'One row is one survey round, for example "fall 2026".';

create table intake.uploads (
  id integer generated always as identity primary key,
  collection_id integer not null references intake.collections,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  sha256 text not null,
  state text not null check (state in ('accepted', 'accepted_with_notes')),
  row_count integer not null,
  bad_row_count integer not null,
  synthetic boolean not null default false,
  loaded_at timestamptz not null default now(),
  unique (collection_id, lea_id)
);
comment on table intake.uploads is 'One row is the file a district sent for a collection; a new file replaces it and all its rows.';

create table intake.homes (
  shard bigint not null,
  collection_id integer not null,
  lea_id text not null,
  student_key bytea not null,
  household_key bytea not null,
  cell bigint not null,
  grade_level text not null,
  primary key (shard, collection_id, lea_id, student_key)
);
comment on table intake.homes is 'One row is where one student lives. No coordinates, no address.';
comment on column intake.homes.shard is 'Res-4 parent of the cell.';
comment on column intake.homes.student_key is '16 bytes: the district''s pseudonym keyed again with the server''s secret, so neither side alone can look anybody up.';
comment on column intake.homes.cell is 'H3 res 9.';

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
