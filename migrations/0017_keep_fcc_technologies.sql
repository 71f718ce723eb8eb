-- An FCC filing is made of the newest file of each technology, and the rows of each file are kept beside the database.
alter table coverage.filing_files
  add column revision date,
  add column kept_name text,
  add column kept_sha256 text,
  add column kept_bytes bigint;
comment on column coverage.filing_files.technology is 'FCC: BDC code; a file of several technologies has a row for each. Null for state filings, and for FCC files of several loaded before this column said so.';
comment on column coverage.filing_files.revision is 'FCC: date the FCC issued this file. Older than the filing''s where its revision did not bring the technology. Null for state filings.';
comment on column coverage.filing_files.kept_name is 'FCC: file in the folder fcc of the data folder that holds its rows as Parquet. Null: loaded before rows were kept.';
comment on column coverage.filing_files.kept_sha256 is 'Of the kept file; sha256 is of the file as it was given.';

update coverage.filing_files ff
set revision = f.revision
from coverage.filings f
where f.id = ff.filing_id and f.source = 'fcc';

-- A file of several technologies has several rows.
alter table coverage.filing_files drop constraint filing_files_pkey;
alter table coverage.filing_files add unique nulls not distinct (filing_id, revision, name, technology);

alter table coverage.filings
  add column without smallint[] not null default '{}',
  add column replaced boolean not null default false;
comment on column coverage.filings.without is 'FCC: technologies somebody said the vintage is to be without, though the one before had them.';
comment on column coverage.filings.replaced is 'Its files changed after a release was made from it: the release keeps this one, and a new row has its place.';
alter table coverage.filings drop constraint filings_source_state_fips_publisher_title_as_of_revision_key;
create unique index filings_identity on coverage.filings (source, state_fips, publisher, title, as_of, revision)
  where not replaced;

alter table published.sources add column technologies jsonb not null default '[]';
comment on column published.sources.technologies is 'FCC: [{"technology": 40, "revision": "2026-07-14"}], each technology''s file. Empty for state filings and in releases of before.';
