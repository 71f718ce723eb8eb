-- Land that somebody is already paid to build on: awards of federal and state programs. Public.
create table coverage.funded (
  id integer generated always as identity primary key,
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  program text not null check (program <> ''),
  holder text check (holder <> ''),
  technology smallint,
  download_mbps double precision,
  upload_mbps double precision,
  due_on date,
  illustrative boolean not null default false,
  source_file text not null,
  cells bigint[] not null,
  parts smallint[] not null,
  geom geometry(MultiPolygon, 4326) not null
);
comment on table coverage.funded is 'One row is an area in which a program pays somebody to build.';
comment on column coverage.funded.holder is 'Who has the award; null where the file does not say, as with the columns after it.';
comment on column coverage.funded.due_on is 'The day by which it is to be built.';
comment on column coverage.funded.source_file is 'Name of the file: loading it again replaces its areas.';
comment on column coverage.funded.cells is 'Res-8 hexes that it reaches, ascending.';
comment on column coverage.funded.parts is 'By hex: of its seven res-9 children, those whose center lies in the area.';
create index funded_of_state on coverage.funded (state_fips, program);
grant select on coverage.funded to gapmap_public, gapmap_desk, gapmap_commission;
grant select, insert, delete on coverage.funded to gapmap_intake;
