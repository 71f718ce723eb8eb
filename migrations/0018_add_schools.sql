alter table places.places drop constraint places_kind_check;
alter table places.places add constraint places_kind_check check (kind in ('state', 'county', 'school_district', 'senate_district', 'house_district', 'congressional_district', 'town', 'school'));
comment on column places.places.id is 'The publisher''s identifier: county and legislative GEOID (with hyphens in Vermont), LEAID for school districts, NCESSCH for schools or their state''s code after the state, of towns any.';
comment on column places.places.geom is 'Null for towns and schools, which are points.';
-- Each district's file is held against the schools about its homes.
create index places_schools on places.places using gist (label_point) where kind = 'school';
