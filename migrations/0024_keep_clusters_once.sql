-- Clusters follow from public filings alone: their land is kept once a release, and apart from it what each audience is told.
-- The clusters of before were unions of one audience's patches, and went with the releases they belonged to.
drop table published.clusters;

create table published.clusters (
  release_id integer not null references published.releases on delete cascade,
  of text not null check (of in ('unserved', 'underserved')),
  id text not null,
  name text not null,
  area_km2 double precision not null,
  cells bigint[] not null,
  places jsonb not null,
  providers_present jsonb not null,
  nearest_served jsonb not null,
  center geometry(Point, 4326) not null,
  outline geometry(MultiPolygon, 4326) not null,
  primary key (release_id, of, id)
);
comment on table published.clusters is 'One row is a group of neighboring res-8 hexes that public filings leave unserved (or underserved): the same for every audience.';
comment on column published.clusters.of is 'underserved: unserved or underserved, at the release''s benchmark.';
comment on column published.clusters.id is 'Stays the same from release to release when most of the hexes do.';
comment on column published.clusters.cells is 'Its hexes, ascending.';
-- Compressing these took the embedded database longer than writing them.
alter table published.clusters
  alter cells set storage external,
  alter providers_present set storage external,
  alter outline set storage external;
-- No index of outlines: the primary key finds a set's few hundred.

create table published.cluster_standings (
  release_id integer not null,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  of text not null,
  source text not null check (source in ('fcc', 'puc', 'agreed')),
  id text not null,
  rank integer not null,
  estimated integer not null,
  students integer not null,
  households integer not null,
  patches integer[] not null,
  agreement jsonb not null,
  changed bigint[] not null,
  rank_parts jsonb not null,
  primary key (release_id, audience, of, source, id),
  foreign key (release_id, of, id) references published.clusters on delete cascade
);
comment on table published.cluster_standings is 'One row is what an audience is told of a cluster by one source, from the patches and filings it can read.';
comment on column published.cluster_standings.rank is 'Among the clusters of the same audience, measure and source, from 1.';
comment on column published.cluster_standings.estimated is 'Students without service, by share of locations.';
comment on column published.cluster_standings.students is 'Exact, of the patches that lie in the cluster with all their locations.';
comment on column published.cluster_standings.patches is 'Numbers of those patches.';
comment on column published.cluster_standings.changed is 'Hexes of the cluster of which the audience''s filings, both sources together, say something else than the public ones; none for whoever has only those.';

alter table published.cluster_standings enable row level security;
create policy intake_all on published.cluster_standings to gapmap_intake using (true) with check (true);
create policy public_rows on published.cluster_standings for select to gapmap_public using (audience = 'public');
create policy desk_rows on published.cluster_standings for select to gapmap_desk using (published.may_read(audience));

grant select on published.clusters, published.cluster_standings to gapmap_public, gapmap_desk;
grant select, insert on published.clusters, published.cluster_standings to gapmap_intake;
