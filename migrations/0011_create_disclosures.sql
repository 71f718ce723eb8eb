create schema disclosures;
comment on schema disclosures is 'Who was given what, when, why and on what ground.';
grant usage on schema disclosures to gapmap_intake, gapmap_collect;

create table disclosures.entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null check (kind in ('release', 'access', 'export', 'certificate', 'other')),
  who text not null check (who <> ''),
  what text not null check (what <> ''),
  audience text not null check (audience in ('public', 'agency', 'provider', 'district', 'coordinator')),
  basis text not null check (basis <> ''),
  note text,
  entered_by text not null
);
comment on table disclosures.entries is 'One row is a disclosure, never changed and never deleted (34 CFR 99.32).';
comment on column disclosures.entries.who is 'Who received it: an organisation, a role, the label of a link. Never a student or a family.';
comment on column disclosures.entries.entered_by is '"Gapmap" for what it wrote itself, else the label of the coordinator''s link.';

-- Not even the owner's mistake changes the past; the time is the database's, whoever writes.
create function disclosures.keep() returns trigger
  language plpgsql as $$
begin
  raise exception 'The log of disclosures is never changed: add an entry that puts the older one right.';
end
$$;
create trigger never_changed before update or delete on disclosures.entries
  for each row execute function disclosures.keep();
create trigger never_emptied before truncate on disclosures.entries
  for each statement execute function disclosures.keep();
create function disclosures.stamp() returns trigger
  language plpgsql as $$
begin
  new.at := now();
  return new;
end
$$;
create trigger stamped before insert on disclosures.entries
  for each row execute function disclosures.stamp();

alter table disclosures.entries enable row level security;
create policy intake_adds on disclosures.entries for insert to gapmap_intake with check (true);
create policy coordinator_reads on disclosures.entries for select to gapmap_collect using (collect.is_coordinator());
create policy coordinator_adds on disclosures.entries for insert to gapmap_collect
  with check (collect.is_coordinator() and kind = 'other');
grant insert on disclosures.entries to gapmap_intake;
grant select on disclosures.entries to gapmap_collect;
grant insert (kind, who, what, audience, basis, note, entered_by) on disclosures.entries to gapmap_collect;
