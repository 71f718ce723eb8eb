/** Which filings are compared: dates that follow each other, and revisions of one date that follow each other. */
import type { Compared } from '../../domain/change.ts';
import type { Tx } from '../../platform/db.ts';

/** One filing of the FCC: its as-of day and its day of issue, `YYYY-MM-DD`. */
export interface Edition {
  readonly asOf: string;
  readonly revision: string;
}

export interface Pair {
  readonly stateFips: string;
  readonly of: Compared;
  readonly from: Edition & { readonly filingId: number };
  readonly to: Edition & { readonly filingId: number };
}

export interface PairTold extends Pair {
  /** Null: nobody has begun to make it. */
  readonly id: number | null;
  readonly standing: 'making' | 'made' | 'failed' | null;
  /** When it was made; null: it is not. */
  readonly madeAt: string | null;
  readonly notCompared: number[];
  readonly synthetic: boolean;
}

const FILINGS = `
  select id, state_fips, as_of, revision, synthetic,
    revision = max(revision) over (partition by state_fips, as_of) as newest
  from coverage.filings
  where source = 'fcc'
    and not replaced
    and ($1::text is null or state_fips = $1)`;

/** Pairs that belong together, and others that somebody asked for by command: of a state the newest first. */
export function pairsOf(tx: Tx, stateFips: string | undefined): Promise<PairTold[]> {
  return tx.rows<PairTold>(
    `-- one row: a pair of filings
     with filings as (${FILINGS}),
     following as (
       select lag(id) over (partition by state_fips order by as_of) as a, id as b, 'as_of' as of
       from filings
       where newest
       union all
       select lag(id) over (partition by state_fips, as_of order by revision), id, 'revision'
       from filings
     ),
     pairs as (
       select a, b, of from following where a is not null
       union
       select c.from_filing, c.to_filing, c.of from coverage.comparisons c
     )
     select
       g.state_fips as "stateFips",
       p.of,
       jsonb_build_object('filingId', f.id, 'asOf', f.as_of, 'revision', f.revision) as "from",
       jsonb_build_object('filingId', g.id, 'asOf', g.as_of, 'revision', g.revision) as "to",
       c.id,
       c.standing,
       case when c.standing = 'made' then to_char(c.since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end as "madeAt",
       coalesce(c.not_compared, '{}') as "notCompared",
       f.synthetic or g.synthetic as synthetic
     from pairs p
     join filings f on f.id = p.a
     join filings g on g.id = p.b
     left join coverage.comparisons c on c.from_filing = p.a and c.to_filing = p.b
     order by g.state_fips, g.as_of desc, p.of, g.revision desc, f.as_of desc, f.revision desc`,
    [stateFips ?? null],
  );
}

/** The filing of an edition: of a date alone the newest revision. */
export function filingOf(
  tx: Tx,
  stateFips: string,
  { asOf, revision }: { readonly asOf: string; readonly revision?: string | undefined },
): Promise<(Edition & { filingId: number }) | undefined> {
  return tx.maybe(
    `select id as "filingId", as_of as "asOf", revision
     from (${FILINGS}) as filings
     where as_of = $2
       and case when $3::date is null then newest else revision = $3 end`,
    [stateFips, asOf, revision ?? null],
  );
}
