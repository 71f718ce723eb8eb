-- An accepted correction is a new edition of the filing: the areas of other providers as they were, those of the provider as it says.
alter table coverage.filings
  add column corrects integer references coverage.filings on delete set null,
  add column corrected_for text;
comment on column coverage.filings.corrects is 'The edition that a provider corrected; null for filings as they came.';
comment on column coverage.filings.corrected_for is 'Name of the provider whose correction was accepted; null for filings as they came.';

alter table published.sources add column corrected_for text;
comment on column published.sources.corrected_for is 'Provider whose accepted correction this edition holds; null for filings as they came.';

-- The agency decides; it may do no more to a filing than this.
create function rooms.decide(correction integer, decided text, because text, decider text) returns integer
  language plpgsql security definer
  set search_path = pg_catalog, public
as $$
declare
  asked rooms.corrections;
  before coverage.filings;
  made integer;
begin
  if current_setting('gapmap.audience', true) is distinct from 'agency' then
    raise insufficient_privilege using message = 'only an agency decides';
  end if;
  select * into asked from rooms.corrections c
  where c.id = correction and c.state_fips = places.own_state() and c.decision is null
  for update;
  if not found then
    return null;
  end if;
  if decided = 'accepted' then
    select * into before from coverage.filings f where f.id = asked.filing_id and f.source = 'puc' and not f.superseded for update;
    if not found then
      return null;
    end if;
    insert into coverage.filings
      (source, state_fips, publisher, title, as_of, revision, confidentiality, synthetic, corrects, corrected_for)
    values (
      before.source, before.state_fips, before.publisher, before.title, before.as_of,
      greatest(current_date, before.revision + 1), before.confidentiality, before.synthetic, before.id,
      coalesce((select p.name from coverage.providers p where p.provider_id = asked.provider_id), 'provider ' || asked.provider_id)
    )
    returning id into made;
    insert into coverage.areas
      (filing_id, provider_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
    select made, a.provider_id, a.provider_name, a.technology, a.technology_raw, a.download_mbps, a.upload_mbps, a.low_latency, a.residential, a.geom
    from coverage.areas a
    where a.filing_id = before.id and a.provider_id is distinct from asked.provider_id
    union all
    select made, asked.provider_id, c.provider_name, c.technology, c.technology_raw, c.download_mbps, c.upload_mbps, c.low_latency, c.residential, c.geom
    from rooms.correction_areas c
    where c.correction_id = asked.id;
    insert into coverage.area_parts (area_id, geom)
    select a.id, public.ST_Subdivide(a.geom, 64) from coverage.areas a where a.filing_id = made;
    insert into coverage.filing_files (filing_id, name, sha256, row_count)
    values (made, asked.file_name, asked.sha256, asked.areas);
    update coverage.filings f set superseded = true where f.id = before.id;
  end if;
  update rooms.corrections c
  set decision = decided, reason = because, decided_at = now(), decided_by = decider, new_filing_id = made
  where c.id = asked.id;
  return asked.id;
end
$$;
comment on function rooms.decide is 'Returns the correction''s id; null where it is decided already, another state''s, or, to be accepted, of an edition that is no longer the newest.';
revoke all on function rooms.decide(integer, text, text, text) from public;
grant execute on function rooms.decide(integer, text, text, text) to gapmap_author;
