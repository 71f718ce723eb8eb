create table intake.kept_homes (
  state_fips text not null,
  area integer not null,
  lea_id text not null,
  cell bigint not null,
  resolution smallint not null check (resolution between 5 and 8),
  records bytea not null,
  primary key (state_fips, area, lea_id)
);
comment on table intake.kept_homes is 'One row is one district''s homes of one area (a finest patch) as the last release counted them. The next counts them again unless at least the floor of the area''s students came, went or changed. Replaced by each release.';
comment on column intake.kept_homes.records is 'Homes, 42 bytes each: cell, household key, student key, answers; no more than intake.homes and intake.answers hold.';

create table intake.kept_no_fixed_residence (
  state_fips text not null,
  lea_id text not null,
  student_keys bytea not null,
  primary key (state_fips, lea_id)
);
comment on table intake.kept_no_fixed_residence is 'One row is one district''s students without a fixed residence as the last release counted them; likewise kept until at least the floor of them came or went.';
comment on column intake.kept_no_fixed_residence.student_keys is '16 bytes each.';

-- To the jobs alone: it holds what releases hold back.
grant select, insert, update, delete on intake.kept_homes, intake.kept_no_fixed_residence to gapmap_intake;

create table published.no_fixed_residence (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  lea_id text,
  students integer,
  unique nulls not distinct (release_id, audience, lea_id)
);
comment on table published.no_fixed_residence is 'One row is the students without a fixed residence of a district, or of the state. They live in no patch and count in no other number.';
comment on column published.no_fixed_residence.lea_id is 'Null = the state.';
comment on column published.no_fixed_residence.students is 'Null = hidden: none, or too few.';

create table published.privacy_reports (
  release_id integer not null references published.releases on delete cascade,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  report jsonb not null,
  primary key (release_id, audience)
);
comment on table published.privacy_reports is 'One row is what a release says of its own protection and accuracy to one audience: method, what is hidden (how much, not what), expected errors.';

alter table published.place_totals add column approximated smallint check (approximated between 0 and 100);
comment on column published.place_totals.approximated is 'Percent of the place''s students that it has or lacks because whole patches count to one place, coded by group size; null = exact.';

do $$
declare
  name text;
begin
  foreach name in array array['no_fixed_residence', 'privacy_reports'] loop
    execute format('alter table published.%I enable row level security', name);
    execute format('create policy intake_all on published.%I to gapmap_intake using (true) with check (true)', name);
    execute format('create policy public_rows on published.%I for select to gapmap_public using (audience = ''public'')', name);
    execute format('create policy desk_rows on published.%I for select to gapmap_desk using (published.may_read(audience))', name);
    execute format('grant select on published.%I to gapmap_public, gapmap_desk', name);
    execute format('grant select, insert on published.%I to gapmap_intake', name);
  end loop;
end
$$;

create policy district_no_fixed_residence on published.no_fixed_residence for select to gapmap_desk
  using (audience = 'agency' and lea_id = current_setting('gapmap.lea_id', true));
create policy district_privacy_report on published.privacy_reports for select to gapmap_desk
  using (audience = 'agency' and current_setting('gapmap.lea_id', true) <> '');
