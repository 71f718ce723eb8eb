-- Long work on the embedded database, which serves one transaction at a time, must not hold up readers.

-- An import of the FCC's rows writes them in many short transactions, under the number of a filing that does not exist yet: nobody
-- looks for them there. The last transaction makes the filing.
create table coverage.loading (
  filing_id integer primary key,
  host text,
  pid integer,
  began bigint,
  since timestamptz not null default now(),
  check ((host is null) = (pid is null) and (pid is null) = (began is null))
);
comment on table coverage.loading is 'One row is the number of a filing that does not exist, whose rows in coverage.offers and coverage.service are being written, or are to be removed.';
comment on column coverage.loading.host is 'Machine of the process that writes the rows; null: a filing was replaced, and its rows are to be removed.';
comment on column coverage.loading.pid is 'Number of that process.';
comment on column coverage.loading.began is 'When that process began, in ticks since its machine did; 0 where the system does not tell. Tells it from a later process of the same number.';
grant select, insert, delete on coverage.loading to gapmap_intake;
grant usage on sequence coverage.filings_id_seq to gapmap_intake;

-- Row level security keeps an index from serving &&, which might leak what it compares; comparisons of numbers may use one.
alter table coverage.areas
  add column west double precision generated always as (ST_XMin(geom)) stored,
  add column south double precision generated always as (ST_YMin(geom)) stored,
  add column east double precision generated always as (ST_XMax(geom)) stored,
  add column north double precision generated always as (ST_YMax(geom)) stored;
alter table coverage.area_parts
  add column west double precision generated always as (ST_XMin(geom)) stored,
  add column south double precision generated always as (ST_YMin(geom)) stored,
  add column east double precision generated always as (ST_XMax(geom)) stored,
  add column north double precision generated always as (ST_YMax(geom)) stored;
comment on column coverage.areas.west is 'Bounds of the outline in degrees, like south, east and north.';
comment on column coverage.area_parts.west is 'Bounds of the piece in degrees, like south, east and north.';
drop index coverage.areas_filing;
drop index coverage.area_parts_area;
create index areas_near on coverage.areas (filing_id, west, south, east, north);
create index area_parts_near on coverage.area_parts (area_id, west, south, east, north);
