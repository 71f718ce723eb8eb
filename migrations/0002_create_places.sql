create table places.places (
  kind text not null check (kind in ('state', 'county', 'school_district', 'senate_district', 'house_district', 'congressional_district', 'town')),
  id text not null,
  name text not null,
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  population integer,
  illustrative boolean not null default false,
  label_point geometry(Point, 4326) not null,
  geom geometry(MultiPolygon, 4326),
  primary key (kind, id)
);
comment on table places.places is 'One row a place people know by name.';
comment on column places.places.id is 'The publisher''s identifier: county and legislative GEOID, LEAID for school districts, GeoNames id for towns.';
comment on column places.places.population is 'Null where the source gives none.';
comment on column places.places.illustrative is 'True for outlines made for the demo, which are nobody''s real districts.';
comment on column places.places.geom is 'Null for towns, which are points.';
create index places_geom on places.places using gist (geom);
create index places_name on places.places (lower(name) text_pattern_ops);

-- Outlines cut into small pieces, so that finding the place of a point touches few vertices.
create table places.parts (
  kind text not null,
  id text not null,
  geom geometry(Geometry, 4326) not null,
  foreign key (kind, id) references places.places on delete cascade
);
comment on table places.parts is 'ST_Subdivide of places.geom: one row a piece.';
create index parts_geom on places.parts using gist (geom);
create index parts_place on places.parts (kind, id);

grant select on places.places, places.parts to gapmap_intake, gapmap_desk, gapmap_public;
grant insert, update, delete on places.places, places.parts to gapmap_intake;
