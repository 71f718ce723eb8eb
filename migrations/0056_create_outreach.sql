-- What a coordinator plans to tell whom, and when, for a collection. A role of their own reads and writes it, and of the rest nothing: no
-- home, no file, no progress of a district.
select accounts.add_request_role('gapmap_outreach');

create schema outreach;
create table outreach.plans (
  collection_id integer primary key references intake.collections on delete cascade,
  state_fips text not null default places.own_state() check (state_fips ~ '^[0-9]{2}$'),
  steps jsonb not null,
  written_at timestamptz not null default now(),
  written_by text not null check (written_by <> '')
);
comment on table outreach.plans is 'One row is the plan of a collection as its coordinator last wrote it. Without a row the plan is the one computed from the window.';
comment on column outreach.plans.steps is 'As the API takes them.';

alter table outreach.plans enable row level security;
create policy outreach_rows on outreach.plans to gapmap_outreach using (true) with check (true);
create policy own_state on outreach.plans as restrictive to gapmap_outreach
  using (state_fips = places.own_state()) with check (state_fips = places.own_state());

grant usage on schema outreach, places, audit to gapmap_outreach;
grant select on outreach.plans to gapmap_outreach;
grant insert (collection_id, steps, written_by), update (steps, written_at, written_by) on outreach.plans to gapmap_outreach;
grant execute on function audit.record(text, text, text, text, integer, integer, integer, text, text, text) to gapmap_outreach;
