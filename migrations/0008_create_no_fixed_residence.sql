create table intake.no_fixed_residence (
  collection_id integer not null references intake.collections,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  student_key bytea not null,
  primary key (collection_id, lea_id, student_key)
);
comment on table intake.no_fixed_residence is 'One row is one student whose district says it has no fixed residence. No cell, no answers, no kind of shelter: it is counted and nothing else.';
comment on column intake.no_fixed_residence.student_key is '16 bytes, as in intake.homes.';

grant select, insert, update, delete on intake.no_fixed_residence to gapmap_intake;
