-- What was kept of releases before is of another kind: areas that no later release may go on with.
drop table intake.kept_homes;

create sequence intake.area_ids as integer;
comment on sequence intake.area_ids is 'Numbers of areas, each given once.';

create table intake.kept_areas (
  state_fips text not null,
  area integer not null,
  cell bigint not null,
  resolution smallint not null check (resolution between 5 and 8),
  lea_ids text[] not null check (cardinality(lea_ids) > 0),
  places text[] not null,
  home_version integer not null,
  device_version integer not null,
  primary key (state_fips, area)
);
comment on table intake.kept_areas is 'One row is land that a release published as one patch. Later releases go on with it, with other students only where at least the floor of them came, went or answered otherwise.';
comment on column intake.kept_areas.area is 'Of intake.area_ids: the same in every release, also where the area has no students meanwhile.';
comment on column intake.kept_areas.cell is 'H3 cell it is drawn as, or the rest of.';
comment on column intake.kept_areas.lea_ids is 'Districts whose homes it has, ascending.';
comment on column intake.kept_areas.places is 'Keys of the places it counted to in the last release with it.';
comment on column intake.kept_areas.home_version is 'Id of the release that last took its students, or what they say of the home, anew.';
comment on column intake.kept_areas.device_version is 'The same of the device.';

create table intake.kept_homes (
  state_fips text not null,
  area integer not null,
  lea_id text not null,
  records bytea not null,
  primary key (state_fips, area, lea_id),
  foreign key (state_fips, area) references intake.kept_areas on delete cascade
);
comment on table intake.kept_homes is 'One row is one district''s homes of one area as the last release that counted the district had them. Deleted with the last homes of the district.';
comment on column intake.kept_homes.records is 'Homes, 42 bytes each: cell, household key, student key, status of the home and of the device; no more than follows from intake.homes and intake.answers.';

create table intake.kept_totals (
  state_fips text not null,
  land text not null,
  students integer not null,
  households integer not null,
  primary key (state_fips, land, students, households)
);
comment on table intake.kept_totals is 'One row is a pair of totals that a land was published with, in any release: an area, a hex, a place, the state.';
comment on column intake.kept_totals.land is 'Key of the land: "area 12", "hex 6 <cell as a number>", "county 54001", "state".';

-- To the jobs alone: it holds what releases hold back.
grant select, insert, update, delete on intake.kept_areas, intake.kept_homes, intake.kept_totals to gapmap_intake;
grant usage on sequence intake.area_ids to gapmap_intake;
