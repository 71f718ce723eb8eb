-- Releases of the first engine counted 233 statistics a hexagon, and gave groups of one to nine students away: a linear
-- program proved some in one of five hexagons. They are withdrawn; the homes and filings they were made of stay, so that
-- `gapmap release` makes them anew.
delete from published.current;
delete from published.patches;
delete from published.hexes;
delete from published.releases;
delete from intake.kept_homes;
delete from intake.kept_no_fixed_residence;

alter table published.releases
  add column benchmark text not null check (benchmark in ('25_3', '100_20'));
comment on column published.releases.benchmark is 'Tier of the one reading that levers are counted in at places; by reliable broadband, filings agreeing.';
comment on column published.releases.statistics is 'Keys of the counts, in the order of every counts array of the release; patches and hexes have the first twelve.';

-- A district reads what providers read of its own patches: the same counts, and estimates by public filings alone.
drop policy district_patches on published.patches;
create policy district_patches on published.patches for select to gapmap_desk
  using (audience = 'provider' and array[current_setting('gapmap.lea_id', true)] = lea_ids);
drop policy district_place_totals on published.place_totals;
create policy district_place_totals on published.place_totals for select to gapmap_desk
  using (audience = 'provider' and kind = 'school_district' and id = current_setting('gapmap.lea_id', true) and together_with = '{}');
drop policy district_no_fixed_residence on published.no_fixed_residence;
create policy district_no_fixed_residence on published.no_fixed_residence for select to gapmap_desk
  using (audience = 'provider' and lea_id = current_setting('gapmap.lea_id', true));
drop policy district_privacy_report on published.privacy_reports;
create policy district_privacy_report on published.privacy_reports for select to gapmap_desk
  using (audience = 'provider' and current_setting('gapmap.lea_id', true) <> '');
