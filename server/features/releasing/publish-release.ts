/** Writes the release's own row, and the filings behind each audience's numbers. */
import { AUDIENCES, type Audience } from '../../domain/audience.ts';
import type { Floors } from '../../domain/patch.ts';
import type { VerdictTier } from '../../domain/speed.ts';
import { PLACE_COUNT_KEYS } from '../../domain/statistic.ts';
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import type { Collection } from '../intake/index.ts';
import { type ReleaseFiling, stateName } from './ingredients.ts';

export interface ReleaseSelf {
  readonly name: string;
  readonly floors: Floors;
  /** Tier of the one reading. */
  readonly benchmark: VerdictTier;
  /** Smallest town with numbers of its own, in students. */
  readonly townStudents: number;
  readonly collection: Collection;
  readonly filings: Record<Audience, readonly ReleaseFiling[]>;
  readonly stateFips: string;
}

/** @returns id of the release, as yet a draft */
export async function publishRelease(tx: Tx, self: ReleaseSelf): Promise<number> {
  const { name, floors, benchmark, townStudents, collection, filings, stateFips } = self;
  const isSynthetic =
    collection.synthetic || AUDIENCES.some((audience) => filings[audience].some(({ synthetic }) => synthetic));
  const { id } = await tx.one<{ id: number }>(
    `insert into published.releases
       (name, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark, town_students)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     returning id`,
    [
      name,
      floors.students,
      floors.households,
      isSynthetic,
      PLACE_COUNT_KEYS,
      stateFips,
      await stateName(tx, stateFips),
      collection.name,
      benchmark,
      townStudents,
    ],
  );
  await publishSources(tx, id, filings);
  return id;
}

/** Id of the state's current release, if there is one. */
export async function currentRelease(reader: Reader, stateFips: string): Promise<number | undefined> {
  const row = await reader.maybe<{ id: number }>(
    'select release_id as id from published.current where state_fips = $1',
    [stateFips],
  );
  return row?.id;
}

async function publishSources(
  tx: Tx,
  releaseId: number,
  filings: Record<Audience, readonly ReleaseFiling[]>,
): Promise<void> {
  for (const audience of AUDIENCES)
    await tx.run(
      `insert into published.sources
         (release_id, audience, filing_id, source, publisher, title, as_of, revision, technologies, synthetic, corrected_for)
       select $1, $2, f.id, f.source, f.publisher, f.title, f.as_of, f.revision, coalesce(t.technologies, '[]'), f.synthetic,
         f.corrected_for
       from coverage.filings f
       left join lateral (
         select jsonb_agg(jsonb_build_object('technology', technology, 'revision', revision) order by technology, revision)
           as technologies
         from (
           select distinct technology, revision
           from coverage.filing_files
           where filing_id = f.id and technology is not null
         ) as files
       ) as t on f.source = 'fcc'
       where f.id = any($3)`,
      [releaseId, audience, filings[audience].map(({ id }) => id)],
    );
}
