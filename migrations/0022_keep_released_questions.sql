create table intake.released_tables (
  state_fips text not null,
  area integer not null,
  about text not null check (about in ('home', 'device')),
  version integer not null,
  lea_ids text[] not null,
  cells bigint[] not null,
  answers smallint[] not null,
  students integer[] not null,
  primary key (state_fips, area, about, version)
);
comment on table intake.released_tables is 'One row is what the students of an area answered about the home, or the device, as one or more releases counted it. The programs of later releases hold what those published against what they are about to.';
comment on column intake.released_tables.area is 'Of intake.area_ids.';
comment on column intake.released_tables.version is 'Id of the release that first counted it so.';
comment on column intake.released_tables.answers is 'Entry by entry, beside the district and the cell: position in HOME_STATUSES or DEVICE_STATUSES, and how many gave it.';

create table intake.released_readings (
  state_fips text not null,
  reading text not null,
  cells bigint[] not null,
  sorts smallint[] not null,
  primary key (state_fips, reading)
);
comment on table intake.released_readings is 'One row is what the filings that a release''s levers rest on made of its home cells; the same of two releases is one.';
comment on column intake.released_readings.reading is 'SHA-256 of the others.';
comment on column intake.released_readings.sorts is 'Positions in SORTS, cell by cell.';

create table intake.released_questions (
  state_fips text not null,
  question text not null,
  about text not null check (about in ('home', 'device', 'lever')),
  areas integer[] not null,
  versions integer[] not null,
  reading text,
  shown_to smallint not null,
  floor smallint not null,
  codes integer[] not null,
  decoys smallint[] not null,
  primary key (state_fips, question)
);
comment on table intake.released_questions is 'One row is a set of areas with the numbers that releases published of it. Sets of the same areas and versions with the same numbers are one.';
comment on column intake.released_questions.question is 'SHA-256 of the others.';
comment on column intake.released_questions.shown_to is '1 = agency and provider, 2 = the public (rounded), 3 = both.';
comment on column intake.released_questions.floor is 'Students: what the numbers were shown or hidden by.';
comment on column intake.released_questions.codes is 'In the order of the catalog: a number before rounding, or a code of HIDDEN_CODES.';
comment on column intake.released_questions.decoys is '1 where a floor hides it without a side.';

-- To the jobs alone: it holds what releases hold back.
grant select, insert, delete on intake.released_tables, intake.released_readings, intake.released_questions to gapmap_intake;

create table intake.released_unplaced (
  state_fips text not null,
  release_id integer not null,
  lea_id text not null,
  roster text not null,
  students integer not null,
  shown integer,
  primary key (state_fips, release_id, lea_id)
);
comment on table intake.released_unplaced is 'One row is how many students of a district had no fixed residence, as a release counted them, and what it showed.';
comment on column intake.released_unplaced.lea_id is '"state" = all districts'' together.';
comment on column intake.released_unplaced.roster is 'The same in two releases where the students are the same.';
comment on column intake.released_unplaced.shown is 'Before rounding for the public; null = hidden.';

grant select, insert, delete on intake.released_unplaced to gapmap_intake;
