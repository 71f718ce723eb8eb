alter table places.places drop constraint places_kind_check;
alter table places.places add constraint places_kind_check check (kind in ('state', 'county', 'school_district', 'senate_district', 'house_district', 'congressional_district', 'town', 'tribal', 'school'));
alter table places.places
  add column publisher text,
  add column vintage text check (vintage ~ '^[0-9]{4}(-[0-9]{2}-[0-9]{2})?$');
comment on column places.places.publisher is 'Who drew it, as pages name it: "U.S. Census Bureau, TIGER/Line". Null where neither the file nor the person who loaded it said so.';
comment on column places.places.vintage is 'Year, or day, that the outline is of; null where nobody said so.';
comment on column places.places.id is 'The publisher''s identifier: county and legislative GEOID (with hyphens in Vermont), LEAID for school districts, NCESSCH for schools or their state''s code after the state, of towns any. Of tribal areas the Census''s after the state, as one area may lie in several: 04-2430R.';

create table places.members (
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  kind text not null check (kind in ('senate_district', 'house_district', 'congressional_district')),
  district text not null,
  name text not null,
  illustrative boolean not null default false,
  primary key (state_fips, kind, district, name)
);
comment on table places.members is 'One row is a member of a chamber and the district that elected him or her, as the state publishes it. A chamber of a state is replaced as a whole.';
comment on column places.members.kind is 'Kind of the district, which says the chamber.';
comment on column places.members.district is 'Id of a place of that kind, which may be loaded later.';
comment on column places.members.illustrative is 'True for names made up for a demo.';
create index members_name on places.members (lower(name) text_pattern_ops);

grant select on places.members to gapmap_intake, gapmap_desk, gapmap_public;
grant insert, delete on places.members to gapmap_intake;
