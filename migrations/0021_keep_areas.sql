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
  collection_id integer not null,
  records bytea not null,
  primary key (state_fips, area, lea_id),
  foreign key (state_fips, area) references intake.kept_areas on delete cascade
);
comment on table intake.kept_homes is 'One row is one district''s homes of one area as the last release that counted the district had them. Kept only as long as the district''s file of that collection.';
comment on column intake.kept_homes.collection_id is 'Of the release that counted them last.';
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

-- What a coordinator is shown of a district's file: whole percents, which move only when at least ten students changed.
alter table collect.districts add column shown jsonb;
comment on column collect.districts.shown is 'Whole percents by group size, coarse counts and warnings, as a coordinator is shown them; null: nothing accepted.';
create table collect.figures (
  collection_id integer not null,
  lea_id text not null,
  students integer not null,
  answered integer check (answered is null or students >= 10),
  response_rate double precision,
  question_rates jsonb not null default '{}',
  warnings jsonb not null default '[]',
  primary key (collection_id, lea_id),
  foreign key (collection_id, lea_id) references collect.districts on delete cascade
);
comment on table collect.figures is 'One row is what an accepted file amounts to, exactly: for its district alone.';
comment on column collect.figures.students is 'Students of the accepted file who have a home. Those without fixed residence are counted nowhere in this schema.';
comment on column collect.figures.answered is 'Students with any answer; null under 10 students.';
comment on column collect.figures.response_rate is 'Students with any answer, of those of the file; null under 10 students.';
comment on column collect.figures.question_rates is '{question: answered of those it was to be asked}; null under 10 students.';
comment on column collect.figures.warnings is '[{kind, message}]: what a person should look at; no value of any student.';
insert into collect.figures
select collection_id, lea_id, students, answered, response_rate, question_rates, warnings
from collect.districts
where students is not null;
-- Of files accepted before: the response rate, coded as server/domain/protect/percent.ts does; the rest with the next file.
update collect.districts d
set shown = jsonb_build_object(
  'students', (round(s.students / s.step) * s.step)::integer,
  'answered', case
    when s.percent <= s.lowest then jsonb_build_object('percent', s.lowest, 'bound', 'most')
    when s.percent >= 100 - s.lowest then jsonb_build_object('percent', 100 - s.lowest, 'bound', 'least')
    when s.percent is not null then jsonb_build_object('percent', s.percent)
  end,
  'questions', '{}'::jsonb,
  'warnings', '[]'::jsonb
)
from (
  select
    collection_id, lea_id, students, round(100 * response_rate)::integer as percent,
    10 ^ greatest(1, floor(log(greatest(1, students)::numeric)) - 1) as step,
    case when students >= 300 then 1 when students >= 100 then 2 when students >= 40 then 5 when students >= 20 then 10 else 20 end as lowest
  from collect.figures
) s
where (d.collection_id, d.lea_id) = (s.collection_id, s.lea_id);
alter table collect.districts
  drop column students,
  drop column answered,
  drop column response_rate,
  drop column question_rates,
  drop column warnings;
alter table collect.figures enable row level security;
create policy intake_all on collect.figures to gapmap_intake using (true) with check (true);
create policy collect_reads on collect.figures for select to gapmap_collect using (collect.is_own(lea_id));
grant select, insert, update, delete on collect.figures to gapmap_intake;
grant select on collect.figures to gapmap_collect;

create table intake.shown_facts (
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null,
  facts jsonb not null,
  primary key (collection_id, lea_id)
);
comment on table intake.shown_facts is 'One row is the counts of the file that a coordinator''s percents of a district follow from. A later file is shown only when one of them differs by ten or more; kept when a file is taken back, so that the next is compared too.';
grant select, insert, update, delete on intake.shown_facts to gapmap_intake;
