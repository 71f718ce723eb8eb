-- The role of whoever runs a collection: a coordinator, or a district that sends. Made as in the first migration.
do $$
begin
  begin
    create role gapmap_collect nologin;
  exception when duplicate_object or unique_violation then
    null;
  end;
  begin
    grant gapmap_collect to current_user;
  exception when insufficient_privilege then
    raise exception 'The database user may not act as gapmap_collect: have an administrator run: grant gapmap_collect to %', current_user;
  end;
end
$$;

create schema collect;
comment on schema collect is 'How far a collection has come, district by district, and what is on its way in. No homes, no answers.';
grant usage on schema collect to gapmap_collect, gapmap_intake;
grant usage on schema places to gapmap_collect;
grant select on places.places to gapmap_collect;

-- Whose row a caller may see: a coordinator every district's, a district its own.
create function collect.is_coordinator() returns boolean
  language sql stable
  return current_setting('gapmap.audience', true) = 'coordinator';
create function collect.is_own(lea_id text) returns boolean
  language sql stable
  return current_setting('gapmap.audience', true) = 'district' and lea_id = current_setting('gapmap.lea_id', true);

alter table intake.collections
  add opens_on date,
  add closes_on date,
  add questions text[] not null default
    '{internet_access,barrier,internet_type,performance,device,device_access,device_provider}',
  add synthetic boolean not null default false,
  add check (opens_on <= closes_on),
  add check (cardinality(questions) > 0);
comment on column intake.collections.opens_on is 'First day districts may send; null: no window was set.';
comment on column intake.collections.closes_on is 'Last day, itself included.';
comment on column intake.collections.questions is 'What this collection asks, by our column names.';
comment on column intake.collections.synthetic is 'A practice round: whatever is sent to it counts as made up.';

alter table intake.collections enable row level security;
create policy intake_all on intake.collections to gapmap_intake using (true) with check (true);
create policy collect_reads on intake.collections for select to gapmap_collect using (true);
create policy coordinator_adds on intake.collections for insert to gapmap_collect with check (collect.is_coordinator());
create policy coordinator_changes on intake.collections for update to gapmap_collect
  using (collect.is_coordinator()) with check (collect.is_coordinator());
-- Of intake this role reaches the rounds and nothing else.
grant usage on schema intake to gapmap_collect;
grant select on intake.collections to gapmap_collect;
grant insert (name, opens_on, closes_on, questions), update (name, opens_on, closes_on, questions)
  on intake.collections to gapmap_collect;

create table collect.districts (
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  last_seen_at timestamptz,
  prepared_at timestamptz,
  prepared_students integer check (prepared_students >= 0),
  received_at timestamptz,
  accepted_at timestamptz,
  accepted_with_notes boolean not null default false,
  accepted_sha256 text,
  students integer,
  answered integer check (answered is null or students >= 10),
  response_rate double precision,
  question_rates jsonb not null default '{}',
  warnings jsonb not null default '[]',
  primary key (collection_id, lea_id)
);
comment on table collect.districts is 'One row is how far a district has come with a collection. No row: not started.';
comment on column collect.districts.prepared_students is 'What the district says it prepared, to the nearest ten: exact, it would tell by subtraction how many have no fixed residence.';
comment on column collect.districts.received_at is 'A whole file is here and was neither accepted nor discarded; else null.';
comment on column collect.districts.accepted_sha256 is 'Of the accepted file, by which it is known again.';
comment on column collect.districts.students is 'Students of the accepted file who have a home. Those without fixed residence are counted nowhere in this schema.';
comment on column collect.districts.answered is 'Students with any answer; null under 10 students.';
comment on column collect.districts.response_rate is 'Students with any answer, of those of the file; null under 10 students.';
comment on column collect.districts.question_rates is '{question: answered of those it was to be asked}; null under 10 students.';
comment on column collect.districts.warnings is '[{kind, message}]: what a person should look at; no value of any student.';

create table collect.enrolments (
  collection_id integer not null references intake.collections on delete cascade,
  lea_id text not null check (lea_id ~ '^[0-9]{7}$'),
  students integer not null check (students >= 0),
  primary key (collection_id, lea_id)
);
comment on table collect.enrolments is 'Students a district enrols, as the coordinator knows it: what response rates are of.';

alter table collect.districts enable row level security;
alter table collect.enrolments enable row level security;
create policy intake_all on collect.districts to gapmap_intake using (true) with check (true);
create policy intake_all on collect.enrolments to gapmap_intake using (true) with check (true);
create policy collect_reads on collect.districts for select to gapmap_collect
  using (collect.is_coordinator() or collect.is_own(lea_id));
create policy district_adds on collect.districts for insert to gapmap_collect with check (collect.is_own(lea_id));
create policy district_changes on collect.districts for update to gapmap_collect
  using (collect.is_own(lea_id)) with check (collect.is_own(lea_id));
create policy collect_reads on collect.enrolments for select to gapmap_collect
  using (collect.is_coordinator() or collect.is_own(lea_id));
create policy coordinator_writes on collect.enrolments to gapmap_collect
  using (collect.is_coordinator()) with check (collect.is_coordinator());

grant select, insert, update, delete on collect.districts, collect.enrolments to gapmap_intake;
grant select on collect.districts to gapmap_collect;
-- What a file holds is written by the job that accepted it, never by the district's own request.
grant insert (collection_id, lea_id, last_seen_at, prepared_at, prepared_students, received_at),
  update (last_seen_at, prepared_at, prepared_students, received_at) on collect.districts to gapmap_collect;
grant select, insert, update, delete on collect.enrolments to gapmap_collect;

insert into collect.districts
  (collection_id, lea_id, received_at, accepted_at, accepted_with_notes, accepted_sha256, students)
select collection_id, lea_id, null, loaded_at, state = 'accepted_with_notes', sha256, row_count
from intake.uploads;
