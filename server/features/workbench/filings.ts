/** Completeness of the loaded filings. */
import type { Tx } from '../../platform/db.ts';
import { type Kept, keptFiles } from '../coverage/index.ts';
import { FILED } from './claims.ts';
import type { FilingLine } from './contract.ts';

export function filingLines(tx: Tx, stateFips: string): Promise<FilingLine[]> {
  return tx.rows<FilingLine>(
    `-- one row: a filing
     with ${FILED},
     rows as (
       select
         filing_id,
         technology,
         count(*)::integer as rows,
         (count(*) filter (where max_download_mbps = 0 or max_upload_mbps = 0))::integer as without_speed,
         0 as without_provider,
         0 as not_for_homes
       from coverage.offers
       where filing_id in (select id from filed)
       group by filing_id, technology
       union all
       select
         filing_id,
         technology,
         count(*)::integer,
         (count(*) filter (where download_mbps = 0 or upload_mbps = 0))::integer,
         (count(*) filter (where provider_id is null))::integer,
         (count(*) filter (where not residential))::integer
       from coverage.areas
       where filing_id in (select id from filed)
       group by filing_id, technology
     )
     select
       f.id,
       f.source,
       f.publisher,
       f.title,
       f.as_of::text as "asOf",
       f.revision::text as revision,
       f.confidentiality,
       coalesce(
         (
           select jsonb_agg(jsonb_build_object('id', n.id, 'number', n.words, 'writtenBy', n.written_by) order by n.id)
           from workbench.notes n
           where n.kind = 'docket'
             and n.ended_at is null
             and (n.source, n.publisher, n.title, n.as_of) = (f.source, f.publisher, f.title, f.as_of)
         ),
         '[]'
       ) as dockets,
       coalesce(
         jsonb_agg(
           jsonb_build_object('technology', r.technology, 'rows', r.rows, 'withoutSpeed', r.without_speed)
           order by r.technology
         ) filter (where r.technology is not null),
         '[]'
       ) as technologies,
       coalesce(sum(r.without_provider), 0)::integer as "withoutProvider",
       coalesce(sum(r.not_for_homes), 0)::integer as "notForHomes"
     from filed f
     left join rows r on r.filing_id = f.id
     group by f.id, f.source, f.publisher, f.title, f.as_of, f.revision, f.confidentiality
     order by f.source, f.publisher, f.title`,
    [stateFips],
  );
}

/** A provider's filed areas, by technology. */
export function filedBy(
  tx: Tx,
  stateFips: string,
  provider: string,
): Promise<
  { technology: number; publisher: string; title: string; areas: number; downloadMbps: number; uploadMbps: number }[]
> {
  return tx.rows(
    `-- one row: a technology of the provider in a state filing
     with ${FILED}
     select
       a.technology,
       f.publisher,
       f.title,
       count(*)::integer as areas,
       max(a.download_mbps)::float8 as "downloadMbps",
       max(a.upload_mbps)::float8 as "uploadMbps"
     from coverage.areas a
     join filed f on f.id = a.filing_id
     where coalesce(a.provider_id::text, a.provider_name) = $2
     group by a.technology, f.publisher, f.title
     order by a.technology, f.publisher, f.title`,
    [stateFips, provider],
  );
}

/** Outlines of a provider's filed areas, simplified to some 50 m: for drawing at any zoom, the state's too. */
export function areasOf(
  tx: Tx,
  stateFips: string,
  provider: string,
): Promise<
  {
    shape: string;
    name: string;
    technology: number;
    download: number;
    upload: number;
    publisher: string;
    asOf: string;
  }[]
> {
  return tx.rows(
    `-- one row: a filed area
     with ${FILED}
     select
       st_asgeojson(st_simplifypreservetopology(a.geom, 0.0005), 5) as shape,
       a.provider_name as name,
       a.technology,
       a.download_mbps::float8 as download,
       a.upload_mbps::float8 as upload,
       f.publisher,
       f.as_of::text as "asOf"
     from coverage.areas a
     join filed f on f.id = a.filing_id
     where coalesce(a.provider_id::text, a.provider_name) = $2
     order by a.id`,
    [stateFips, provider],
  );
}

/** The kept rows of the FCC's filing that is compared. */
export async function keptOf(tx: Tx, stateFips: string): Promise<Kept[]> {
  const fcc = await tx.maybe<{ id: number }>(`with ${FILED} select id from filed where source = 'fcc'`, [stateFips]);
  return fcc ? keptFiles(tx, fcc.id) : [];
}
