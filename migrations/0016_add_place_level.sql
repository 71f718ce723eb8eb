alter table places.places add column level text check (level in ('elementary', 'secondary', 'unified'));
comment on column places.places.level is 'Which grades a school district teaches; null where its file does not say, and for other kinds. An elementary and a secondary district may share their ground.';
comment on column places.places.id is 'The publisher''s identifier: county and legislative GEOID (with hyphens in Vermont), LEAID for school districts, of towns any.';
