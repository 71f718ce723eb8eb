-- What the commission works with: each provider's claims of a state filing by hexagon, so that they can be laid beside the FCC's, and what
-- staff write about filings: docket numbers, doubts with a reason, windows for challenges.
alter table coverage.filings add column claims_made boolean not null default false;
comment on column coverage.filings.claims_made is 'Whether coverage.claims has its rows; false for what was loaded before there were claims, until the next import or release.';
grant update (claims_made) on coverage.filings to gapmap_intake;

create table coverage.claims (
  filing_id integer not null references coverage.filings on delete cascade,
  provider_id integer,
  provider_name text not null,
  technology smallint not null,
  cells bigint[] not null,
  parts_25_3 smallint[] not null,
  parts_100_20 smallint[] not null,
  primary key (filing_id, provider_name, technology)
);
comment on table coverage.claims is 'One row is a provider''s technology in a state filing, with the res-8 hexes that its areas reach.';
comment on column coverage.claims.cells is 'H3 res 8, ascending.';
comment on column coverage.claims.parts_25_3 is 'By cell: of its seven res-9 children, those whose center lies in an area that by itself meets 25/3 with low latency and is offered to homes.';
comment on column coverage.claims.parts_100_20 is 'The same at 100/20.';

alter table coverage.claims enable row level security;
create policy intake_all on coverage.claims to gapmap_intake using (true) with check (true);
-- Whoever may know the filing: its own policies answer here too.
create policy desk_claims on coverage.claims for select to gapmap_desk using (filing_id in (select id from coverage.filings));
grant select on coverage.claims to gapmap_desk, gapmap_commission;
grant select, insert, update, delete on coverage.claims to gapmap_intake;

create schema workbench;
comment on schema workbench is 'What the education agency and the utility commission write about filings and providers of their state. No student is in it.';
grant usage on schema workbench to gapmap_desk, gapmap_commission;

create table workbench.notes (
  id integer generated always as identity primary key,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  kind text not null check (kind in ('docket', 'doubt')),
  source text not null check (source in ('fcc', 'puc')),
  publisher text not null check (publisher <> ''),
  title text not null check (title <> ''),
  as_of date not null,
  provider_id integer check (provider_id > 0),
  provider_name text check (provider_name <> ''),
  words text not null check (words <> '' and length(words) <= 1000),
  written_at timestamptz not null default now(),
  written_by text not null check (written_by <> '' and length(written_by) <= 200),
  ended_at timestamptz,
  check (kind <> 'doubt' or provider_name is not null)
);
comment on table workbench.notes is 'One row is a docket number of a filing, or a doubt about what it says of a provider. Kept by the filing''s own names, so that loading it again loses nothing.';
comment on column workbench.notes.words is 'Docket number as the commission writes it, or the reason of the doubt.';
comment on column workbench.notes.ended_at is 'Null: it stands.';
create index notes_of_state on workbench.notes (state_fips, id);

create table workbench.windows (
  id integer generated always as identity primary key,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  name text not null check (name <> '' and length(name) <= 200),
  opens_on date not null,
  closes_on date not null,
  written_at timestamptz not null default now(),
  written_by text not null check (written_by <> '' and length(written_by) <= 200),
  ended_at timestamptz,
  check (closes_on >= opens_on)
);
comment on table workbench.windows is 'One row is a time in which a filing may be challenged, as staff entered it: we know of no public list.';

alter table workbench.notes enable row level security;
alter table workbench.windows enable row level security;
-- A note about a filing that somebody may not know is not there for that reader.
create policy staff_notes on workbench.notes to gapmap_desk
  using (
    current_setting('gapmap.audience', true) = 'agency'
    and state_fips = places.own_state()
    and exists (
      select
      from coverage.filings f
      where f.state_fips = notes.state_fips
        and (f.source, f.publisher, f.title, f.as_of) = (notes.source, notes.publisher, notes.title, notes.as_of)
    )
  );
create policy staff_windows on workbench.windows to gapmap_desk
  using (current_setting('gapmap.audience', true) = 'agency' and state_fips = places.own_state());
grant select, insert (kind, source, publisher, title, as_of, provider_id, provider_name, words, written_by), update (ended_at)
  on workbench.notes to gapmap_desk, gapmap_commission;
grant select, insert (name, opens_on, closes_on, written_by), update (ended_at) on workbench.windows to gapmap_desk, gapmap_commission;
