/** Areas where families say that no service is available and a provider's filing claims service. */
import { cellToLatLng } from 'h3-js';
import { type Cell, cellToText, descendantRange, shardOf } from '../../domain/cell.ts';
import { COUNT_KEYS } from '../../domain/statistic.ts';
import { PROFILE_TECHNOLOGIES } from '../../domain/technology.ts';
import type { Tx } from '../../platform/db.ts';
import { claimedHexes, FILED } from './claims.ts';
import type { CountyEvidence } from './contract.ts';
import type { Asked } from './disagreement.ts';

/** The rule by which an area is served. */
const SERVED_SHARE = 0.8;

export interface Evidence {
  readonly key: string;
  /** Of the provider, as a filing has it. */
  readonly name: string;
  readonly patch: number;
  readonly cell: Cell;
  readonly resolution: number;
  readonly county: string | null;
  /** As published: students whose families answered "Not Available". */
  readonly students: number;
  /** Of the FCC locations of the hexagon, the share that each filing says the provider serves, 0 to 1. */
  readonly fccShare: number;
  readonly pucShare: number;
  /** Of the provider's state filings, the one that the fewest may read; null: it has none. */
  readonly confidentiality: string | null;
}

interface Told {
  patch: number;
  cell: bigint;
  resolution: number;
  county: string | null;
  students: number;
}

/**
 * Patches of the agency's view whose published count of "Not Available" is shown and is not zero, with each provider that claims four
 * fifths of their locations. The rest of a hexagon is left out: what is claimed of it is not known.
 */
export async function evidenceOf(tx: Tx, asked: Asked, releaseId: number, provider?: string): Promise<Evidence[]> {
  const told = await tellingPatches(tx, releaseId);
  if (told.length === 0) return [];
  const ranges = told.map(({ cell }) => descendantRange(cell, 8));
  const rows = await tx.rows<
    Pick<Evidence, 'key' | 'name' | 'fccShare' | 'pucShare' | 'confidentiality'> & { position: number }
  >(
    `-- one row: a provider that claims to serve a patch
     with ${claimedHexes(asked.tier)},
     land as materialized (
       select w.position::integer - 1 as position, here.cell, here.locations
       from unnest($3::bigint[], $4::bigint[]) with ordinality as w (first, last, position)
       join here on here.cell between w.first and w.last and here.locations > 0
     ),
     whole as (select position, sum(locations) as locations from land group by position),
     said as (
       select
         position,
         key,
         min(name) as name,
         sum(least(fcc_locations, land.locations)) as fcc,
         sum(land.locations * puc_parts / 7.0) as puc
       from land
       join hexes using (cell)
       where $5::text is null
         or key = $5
       group by position, key
     )
     select
       key,
       name,
       position,
       said.fcc::float8 / whole.locations as "fccShare",
       said.puc::float8 / whole.locations as "pucShare",
       (
         select (array['public', 'agency', 'restricted'])[
           max(array_position(array['public', 'agency', 'restricted'], f.confidentiality))
         ]
         from filed f
         join coverage.claims c on c.filing_id = f.claimed
         where f.source = 'puc'
           and coalesce(c.provider_id::text, c.provider_name) = said.key
       ) as confidentiality
     from said
     join whole using (position)
     where greatest(said.fcc, said.puc) >= $6::float8 * whole.locations
     order by position, key`,
    [
      asked.stateFips,
      [...PROFILE_TECHNOLOGIES[asked.profile]],
      ranges.map(([first]) => first),
      ranges.map(([, last]) => last),
      provider ?? null,
      SERVED_SHARE,
    ],
  );
  return rows.flatMap(({ position, ...row }) => {
    const patch = told[position];
    return patch ? [{ ...row, ...patch }] : [];
  });
}

/** By patch, the technologies by which a provider's own filings claim any of its locations. */
export async function technologiesOf(
  tx: Tx,
  { stateFips, profile, tier }: Asked,
  provider: string,
  evidence: readonly Evidence[],
): Promise<Map<number, number[]>> {
  const ranges = evidence.map(({ cell }) => descendantRange(cell, 8));
  const rows = await tx.rows<{ position: number; technologies: number[] }>(
    `-- one row: a patch of which the provider claims something
     with ${FILED},
     land as materialized (
       select w.position::integer - 1 as position, s.cell
       from unnest($3::bigint[], $4::bigint[], $6::bigint[]) with ordinality as w (first, last, shard, position)
       join coverage.service s
         on s.shard = w.shard
         and s.cell between w.first and w.last
         and s.profile = 'any'
         and s.locations > 0
         and s.filing_id in (select id from filed where source = 'fcc')
     )
     select position, array_agg(distinct technology order by technology) as technologies
     from (
       select land.position, o.technology
       from land
       join coverage.offers o using (cell)
       where o.filing_id in (select id from filed where source = 'fcc')
         and o.provider_id::text = $5
         and o.technology = any($2::smallint[])
         and o.locations_${tier} > 0
       union all
       select land.position, c.technology
       from coverage.claims c
       cross join lateral unnest(c.cells, c.parts_${tier}) as u (cell, parts)
       join land using (cell)
       where c.filing_id in (select claimed from filed where source = 'puc')
         and coalesce(c.provider_id::text, c.provider_name) = $5
         and c.technology = any($2::smallint[])
         and u.parts > 0
     ) as claimed
     group by position`,
    [
      stateFips,
      [...PROFILE_TECHNOLOGIES[profile]],
      ranges.map(([first]) => first),
      ranges.map(([, last]) => last),
      provider,
      evidence.map(({ cell }) => shardOf(cell)),
    ],
  );
  return new Map(rows.map(({ position, technologies }) => [evidence[position]?.patch ?? -1, technologies]));
}

function tellingPatches(tx: Tx, releaseId: number): Promise<Told[]> {
  return tx.rows<Told>(
    `-- one row: a patch whose families' answer is published
     select p.patch, p.cell, p.resolution, l.county, p.counts[$2] as students
     from published.patches p
     join published.lands l using (shard, release_id, audience, patch)
     where p.release_id = $1
       and p.audience = 'agency'
       and not p.rest
       and p.counts[$2] > 0
     order by p.patch`,
    [releaseId, COUNT_KEYS.indexOf('home.unavailable') + 1],
  );
}

/** By county: counts of a named provider are told from the county up only. */
export function byCounty(evidence: readonly Evidence[], names: ReadonlyMap<string, string>): CountyEvidence[] {
  const counties = new Map<string, CountyEvidence>();
  for (const { county, students } of evidence) {
    const id = county ?? '';
    const before = counties.get(id) ?? { id, name: names.get(id) ?? id, patches: 0, students: 0 };
    counties.set(id, { ...before, patches: before.patches + 1, students: before.students + students });
  }
  return [...counties.values()].sort((one, other) => other.students - one.students);
}

/** Of the evidence file. */
export const EVIDENCE_COLUMNS = [
  'provider',
  'provider_name',
  'h3',
  'h3_resolution',
  'county',
  'lng',
  'lat',
  'fcc_says_served_percent',
  'puc_says_served_percent',
  'filing_that_says_served',
  'state_filing_is',
  'technology_codes',
  'family_answer',
  'family_answer_element',
  'fcc_challenge_category',
  'location_id',
  'date_of_request',
  'answer_of_provider',
  'release',
] as const;

/** Flat, for CSV: a hexagon without a number of students. @param technologies by which the provider itself claims it */
export function evidenceRow(
  { name, cell, resolution, county, fccShare, pucShare, confidentiality }: Evidence,
  { provider, technologies, release }: { provider: string; technologies: readonly number[]; release: string },
): Record<(typeof EVIDENCE_COLUMNS)[number], unknown> {
  const h3 = cellToText(cell);
  const [lat, lng] = cellToLatLng(h3);
  return {
    provider,
    provider_name: name,
    h3,
    h3_resolution: resolution,
    county,
    lng: Math.round(lng * 1e5) / 1e5,
    lat: Math.round(lat * 1e5) / 1e5,
    fcc_says_served_percent: Math.round(fccShare * 100),
    puc_says_served_percent: Math.round(pucShare * 100),
    filing_that_says_served: sayers(fccShare, pucShare),
    state_filing_is: confidentiality,
    technology_codes: technologies.join(' '),
    family_answer: 'Not Available',
    family_answer_element: 'CEDS 001935',
    fcc_challenge_category: '',
    location_id: '',
    date_of_request: '',
    answer_of_provider: '',
    release,
  };
}

/** A challenge to the FCC needs a claim to the FCC. */
function sayers(fccShare: number, pucShare: number): string {
  const says = (share: number) => share >= SERVED_SHARE;
  if (says(fccShare) && says(pucShare)) return 'both';
  return says(fccShare) ? 'fcc' : 'puc';
}
