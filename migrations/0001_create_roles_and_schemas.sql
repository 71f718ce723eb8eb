-- The three roles every request or job runs under. Roles belong to the whole cluster, so two databases share them:
-- creating them must do no harm when another database was first.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['gapmap_intake', 'gapmap_desk', 'gapmap_public'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then
      null;
    end;
    begin
      execute format('grant %I to current_user', wanted);
    exception when insufficient_privilege then
      raise exception 'The database user may not act as %: have an administrator run: grant % to %', wanted, wanted, current_user;
    end;
  end loop;
end
$$;

create extension if not exists postgis;

create schema intake;
create schema coverage;
create schema places;
create schema published;
create schema accounts;

comment on schema intake is 'What districts send: uploads, homes, answers. Read by gapmap_intake only.';
comment on schema coverage is 'What can be bought where: providers, filings, offers, areas.';
comment on schema places is 'Counties, school districts, legislative districts, towns.';
comment on schema published is 'Immutable releases. The only schema of numbers about students that a request may read.';
comment on schema accounts is 'Tokens, hashed. Read through functions only.';

grant usage on schema intake to gapmap_intake;
grant usage on schema coverage, places, published to gapmap_intake, gapmap_desk, gapmap_public;
