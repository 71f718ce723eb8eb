-- Roads as they were imported: what an estimate of cost measures routes along. The drawn ones are tiles, which leave corners out.
create table places.roads (
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  position integer not null,
  geom geometry(LineString, 4326) not null,
  primary key (state_fips, position)
);
comment on table places.roads is 'One row is a line of a road that is drawn, in the order of its file.';
create index roads_around on places.roads using gist (geom);

grant select on places.roads to gapmap_intake, gapmap_public, gapmap_desk;
grant insert, delete on places.roads to gapmap_intake;
