create table coverage.providers (
  provider_id integer primary key,
  name text not null,
  holding_company text,
  frns text[] not null default '{}',
  operation_type text
);
comment on table coverage.providers is 'The FCC provider list: one row a provider id.';
comment on column coverage.providers.frns is 'FCC registration numbers, ten digits with leading zeros.';

create table coverage.filings (
  id integer generated always as identity primary key,
  source text not null check (source in ('fcc', 'puc')),
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  publisher text not null,
  title text not null,
  as_of date not null,
  revision date not null,
  confidentiality text not null default 'public' check (confidentiality in ('public', 'agency', 'restricted')),
  synthetic boolean not null default false,
  superseded boolean not null default false,
  loaded_at timestamptz not null default now(),
  unique (source, state_fips, publisher, title, as_of, revision)
);
comment on table coverage.filings is 'One row is one publisher''s coverage at one time. A re-issued vintage is a new filing; the older one is marked superseded.';
comment on column coverage.filings.publisher is '"FCC", or the name of the commission that published the filing.';
comment on column coverage.filings.title is '"Broadband Data Collection" for the FCC; for a commission the filing provider''s name.';
comment on column coverage.filings.superseded is 'A newer revision of the same as-of date was loaded; releases no longer use this one.';

create table coverage.filing_files (
  filing_id integer not null references coverage.filings on delete cascade,
  name text not null,
  sha256 text not null,
  technology smallint,
  row_count bigint not null,
  primary key (filing_id, name)
);
comment on table coverage.filing_files is 'The files a filing was loaded from. Loading a file with a known checksum changes nothing.';
comment on column coverage.filing_files.technology is 'BDC code of a one-technology FCC file; null for others.';

create table coverage.offers (
  shard bigint not null,
  filing_id integer not null,
  cell bigint not null,
  provider_id integer not null,
  technology smallint not null,
  brand_name text not null,
  locations integer not null,
  locations_25_3 integer not null,
  locations_100_20 integer not null,
  locations_1000_100 integer not null,
  max_download_mbps integer not null,
  max_upload_mbps integer not null,
  primary key (shard, filing_id, cell, provider_id, technology)
);
comment on table coverage.offers is 'FCC: one row is a provider''s technology in one res-8 cell.';
comment on column coverage.offers.filing_id is 'Of coverage.filings. No foreign key here and in coverage.service: its check of each row took half of the time of loading them. Whoever deletes a filing deletes these rows.';
comment on column coverage.offers.shard is 'Res-4 parent of the cell.';
comment on column coverage.offers.locations is 'Distinct residential locations the provider reports in the cell with this technology.';
comment on column coverage.offers.locations_25_3 is 'Of those, the ones with a row that meets 25/3 with low latency; likewise the other tiers.';

create table coverage.service (
  shard bigint not null,
  filing_id integer not null,
  cell bigint not null,
  profile text not null,
  locations integer not null,
  served_25_3 integer not null,
  served_100_20 integer not null,
  served_1000_100 integer not null,
  primary key (shard, filing_id, cell, profile)
);
comment on table coverage.service is 'FCC: one row is a res-8 cell at a technology profile. Locations first, then the cell: a location counts once.';
comment on column coverage.service.locations is 'Distinct locations of all technologies in the cell, the same for each profile.';

create table coverage.areas (
  id integer generated always as identity primary key,
  filing_id integer not null references coverage.filings on delete cascade,
  provider_id integer,
  provider_name text not null,
  technology smallint not null,
  technology_raw text not null,
  download_mbps numeric not null,
  upload_mbps numeric not null,
  low_latency boolean not null,
  residential boolean not null,
  geom geometry(MultiPolygon, 4326) not null
);
comment on table coverage.areas is 'PUC: one row is an area where a provider files one technology at one speed.';
comment on column coverage.areas.provider_id is 'FCC provider id; null when the filing gives none that the FCC provider list knows.';
comment on column coverage.areas.technology_raw is 'The code or word as filed, before normalising to the BDC code.';
create index areas_geom on coverage.areas using gist (geom);
create index areas_filing on coverage.areas (filing_id);

create table coverage.area_parts (
  area_id integer not null references coverage.areas on delete cascade,
  geom geometry(Geometry, 4326) not null
);
comment on table coverage.area_parts is 'ST_Subdivide of areas.geom: one row a piece.';
create index area_parts_geom on coverage.area_parts using gist (geom);
create index area_parts_area on coverage.area_parts (area_id);

-- What a reader may know of filings: the public role only public ones, staff what their audience allows.
create function coverage.may_read(confidentiality text) returns boolean
  language sql stable
  return confidentiality = 'public'
    or (confidentiality = 'agency' and current_setting('gapmap.audience', true) = 'agency');

alter table coverage.filings enable row level security;
alter table coverage.filing_files enable row level security;
alter table coverage.areas enable row level security;
alter table coverage.area_parts enable row level security;

create policy intake_all on coverage.filings to gapmap_intake using (true) with check (true);
create policy intake_all on coverage.filing_files to gapmap_intake using (true) with check (true);
create policy intake_all on coverage.areas to gapmap_intake using (true) with check (true);
create policy intake_all on coverage.area_parts to gapmap_intake using (true) with check (true);

create policy public_filings on coverage.filings for select to gapmap_public using (confidentiality = 'public');
create policy desk_filings on coverage.filings for select to gapmap_desk using (coverage.may_read(confidentiality));
create policy public_areas on coverage.areas for select to gapmap_public
  using (exists (select from coverage.filings f where f.id = filing_id and f.confidentiality = 'public'));
create policy desk_areas on coverage.areas for select to gapmap_desk
  using (exists (select from coverage.filings f where f.id = filing_id and coverage.may_read(f.confidentiality)));
create policy public_area_parts on coverage.area_parts for select to gapmap_public
  using (exists (select from coverage.areas a where a.id = area_id));
create policy desk_area_parts on coverage.area_parts for select to gapmap_desk
  using (exists (select from coverage.areas a where a.id = area_id));

grant select on coverage.providers, coverage.filings, coverage.offers, coverage.service, coverage.areas, coverage.area_parts
  to gapmap_public, gapmap_desk;
grant select, insert, update, delete on all tables in schema coverage to gapmap_intake;
