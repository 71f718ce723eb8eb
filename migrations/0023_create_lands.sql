-- What estimates are computed from, beside published numbers. They are computed when read, from what the reader may read.
create table published.lands (
  shard bigint not null,
  release_id integer not null,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  patch integer not null,
  lea_ids text[] not null,
  county text,
  combos integer[] not null,
  weights integer[] not null,
  primary key (shard, release_id, audience, patch)
);
comment on table published.lands is 'One row is the land of a patch: the res-8 hexes of its cell whose middle lies in its district and that no finer patch of the district covers.';
comment on column published.lands.shard is 'Of the patch: res-4 parent of its cell.';
comment on column published.lands.lea_ids is 'As in published.patches, so that a district reads its own.';
comment on column published.lands.county is 'GEOID of the county the patch counts to, whose levers its estimates follow; null where no county is known.';
comment on column published.lands.combos is 'Combinations of verdicts that its land has, of published.combos.';
comment on column published.lands.weights is 'By combination: FCC locations times the res-9 children of their hexes (seven) that have it; where no location is known, a hex counts as one.';

create index lands_release on published.lands (release_id, audience, patch);

create table published.combos (
  release_id integer not null,
  audience text not null check (audience in ('agency', 'provider', 'public')),
  combo integer not null,
  verdicts text not null,
  primary key (release_id, audience, combo)
);
comment on table published.combos is 'One row is a combination of verdicts by the filings an audience may know.';
comment on column published.combos.verdicts is 'One letter a reading, by profile, then source (fcc, puc, agreed), then tier (25/3, 100/20): s served, l underserved, u unserved, p partly, n unknown. After them two letters: reliable broadband, agreed, by public filings, at 25/3 and 100/20, as levers are counted.';

do $$
declare
  name text;
begin
  foreach name in array array['lands', 'combos'] loop
    execute format('alter table published.%I enable row level security', name);
    execute format('create policy intake_all on published.%I to gapmap_intake using (true) with check (true)', name);
    execute format('create policy public_rows on published.%I for select to gapmap_public using (audience = ''public'')', name);
    execute format('create policy desk_rows on published.%I for select to gapmap_desk using (published.may_read(audience))', name);
    execute format('grant select on published.%I to gapmap_public, gapmap_desk', name);
    execute format('grant select, insert on published.%I to gapmap_intake', name);
  end loop;
end
$$;

create policy district_lands on published.lands for select to gapmap_desk
  using (audience = 'provider' and array[current_setting('gapmap.lea_id', true)] = lea_ids);
-- The provider's filings are the public's.
create policy district_combos on published.combos for select to gapmap_desk
  using (audience = 'provider' and current_setting('gapmap.audience', true) = 'district');
