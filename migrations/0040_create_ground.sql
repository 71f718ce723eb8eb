-- What people recognise under the hexes: drawn, never counted.
create table places.ground (
  state_fips text not null check (state_fips ~ '^[0-9]{2}$'),
  kind text not null check (kind in ('road', 'water', 'school', 'library')),
  features integer not null,
  illustrative boolean not null,
  checksum text not null,
  primary key (state_fips, kind)
);
comment on table places.ground is 'One row a kind of ground of a state, as last imported.';
comment on column places.ground.features is 'Features drawn at the closest zoom.';
comment on column places.ground.checksum is 'SHA-256 of the tiles, which the addresses of tiles are made from.';

create table places.ground_tiles (
  state_fips text not null,
  kind text not null,
  z smallint not null,
  x integer not null,
  y integer not null,
  tile bytea not null,
  primary key (state_fips, z, x, y, kind),
  foreign key (state_fips, kind) references places.ground on delete cascade
);
comment on table places.ground_tiles is 'One row a tile of one kind that is not empty.';
comment on column places.ground_tiles.tile is 'Mapbox Vector Tile 2.1 of one layer, not compressed; layers of several kinds make one tile when joined.';

grant select on places.ground, places.ground_tiles to gapmap_intake, gapmap_public, gapmap_desk;
grant insert, update, delete on places.ground, places.ground_tiles to gapmap_intake;
