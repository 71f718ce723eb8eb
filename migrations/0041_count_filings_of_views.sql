-- Every number says how many of the release's filings it rests on, also where the reader may not know which the others are.
alter table published.totals
  add column filings integer not null default 0,
  add column older_filings integer not null default 0;
comment on column published.totals.filings is 'Filings the release rests on, those this audience may not read among them: how many, never which. 0 = unknown.';
comment on column published.totals.older_filings is 'Of this audience''s filings, those of which a newer edition is in the release that it may not read.';

-- The agency reads every filing of a release.
update published.totals t
set filings = (
    select count(*)
    from published.sources s
    where s.release_id = t.release_id
      and s.audience = 'agency'
  ),
  older_filings = (
    select count(*)
    from published.sources s
    where s.release_id = t.release_id
      and s.audience = t.audience
      and not exists (
        select
        from published.sources a
        where a.release_id = s.release_id
          and a.audience = 'agency'
          and a.filing_id = s.filing_id
      )
  );
