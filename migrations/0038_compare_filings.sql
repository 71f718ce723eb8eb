-- How two filings of the FCC differ, computed from the kept rows by location. No location is stored: only how many a hexagon or a place has.
create table coverage.comparisons (
  id integer generated always as identity primary key,
  from_filing integer not null references coverage.filings on delete cascade,
  to_filing integer not null references coverage.filings on delete cascade,
  of text not null check (of in ('as_of', 'revision')),
  standing text not null default 'making' check (standing in ('making', 'made', 'failed')),
  technologies smallint[] not null default '{}',
  not_compared smallint[] not null default '{}',
  host text,
  pid integer,
  began double precision,
  since timestamptz not null default now(),
  unique (from_filing, to_filing)
);
comment on table coverage.comparisons is 'One row is a pair of FCC filings of one state, the earlier first. It goes with either of its filings.';
comment on column coverage.comparisons.of is 'as_of: two dates; revision: two revisions of one date.';
comment on column coverage.comparisons.standing is 'Only what is made is read; while it is being made, or where it failed, readers are told so.';
comment on column coverage.comparisons.not_compared is 'BDC codes that only one of the two has a file of: nothing can be said of them.';
comment on column coverage.comparisons.host is 'With pid and began the process that makes it (platform/process-name.ts).';
comment on column coverage.comparisons.since is 'When it was begun; once made, when it was made.';
create index comparisons_to on coverage.comparisons (to_filing);

create table coverage.cell_changes (
  shard bigint not null,
  comparison_id integer not null references coverage.comparisons on delete cascade,
  cell bigint not null,
  provider_id integer,
  technology smallint,
  change text not null,
  locations integer not null check (locations > 0),
  unique nulls not distinct (shard, comparison_id, cell, provider_id, technology, change)
);
comment on table coverage.cell_changes is 'One row is how many locations of a res-8 hexagon a change (domain/change.ts) holds for.';
comment on column coverage.cell_changes.shard is 'Res-4 parent of the cell.';
comment on column coverage.cell_changes.provider_id is 'Null, as technology: of all providers and technologies; a location counts once.';
create index cell_changes_comparison on coverage.cell_changes (comparison_id, cell);

create table coverage.place_changes (
  comparison_id integer not null references coverage.comparisons on delete cascade,
  kind text not null,
  id text not null,
  provider_id integer,
  technology smallint,
  change text not null,
  locations integer not null check (locations > 0),
  unique nulls not distinct (comparison_id, kind, id, provider_id, technology, change)
);
comment on table coverage.place_changes is 'The same of a place: of the locations whose hexagon has its middle there. The state has all locations of the two filings.';

-- A vintage that is on its way, so that pages can say so.
create table coverage.awaited (
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  as_of date not null,
  revision date not null,
  since timestamptz not null default now(),
  primary key (state_fips, as_of, revision)
);
comment on table coverage.awaited is 'One row is a public FCC filing that is about to be loaded; whoever announced it removes it.';

do $$
declare
  name text;
begin
  foreach name in array array['comparisons', 'cell_changes', 'place_changes', 'awaited'] loop
    execute format('alter table coverage.%I enable row level security', name);
    execute format('create policy intake_all on coverage.%I to gapmap_intake using (true) with check (true)', name);
    execute format('grant select on coverage.%I to gapmap_public, gapmap_desk', name);
    execute format('grant select, insert, update, delete on coverage.%I to gapmap_intake', name);
  end loop;
end
$$;
-- Whoever may read both filings may read how they differ.
create policy of_filings on coverage.comparisons for select to gapmap_public, gapmap_desk using (
  from_filing in (select id from coverage.filings) and to_filing in (select id from coverage.filings)
);
create policy of_comparisons on coverage.cell_changes for select to gapmap_public, gapmap_desk
  using (comparison_id in (select id from coverage.comparisons where standing = 'made'));
create policy of_comparisons on coverage.place_changes for select to gapmap_public, gapmap_desk
  using (comparison_id in (select id from coverage.comparisons where standing = 'made'));
create policy everybody on coverage.awaited for select to gapmap_public, gapmap_desk using (true);
