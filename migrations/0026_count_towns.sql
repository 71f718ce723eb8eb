comment on column places.places.geom is 'Null for schools, and for towns of which only a point is known.';

alter table published.releases
  add column town_students integer not null default 1000 check (town_students >= 1000);
comment on column published.releases.town_students is 'Fewest students of a town with numbers of its own; never lower than in an earlier release of the state.';
