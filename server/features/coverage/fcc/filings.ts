/** A period's filings and their files: as the database records them, and which files count. */
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Tx } from '../../../platform/db.ts';
import type { Kept } from './kept.ts';
import type { Period, Vintage } from './vintage.ts';

export const PUBLISHER = 'FCC';
export const TITLE = 'Broadband Data Collection';

/** One technology's rows in one file of one revision. */
export interface TechnologyFile {
  /** Null: from a file of several technologies, loaded before they were told apart. */
  readonly technology: TechnologyCode | null;
  /** Date the FCC issued it, `YYYY-MM-DD`. */
  readonly revision: string;
  readonly name: string;
  /** Of the file as given, packed or not. */
  readonly sha256: string;
  readonly rows: number;
}

/** Null: loaded before rows were kept. */
export interface KnownFile extends TechnologyFile {
  readonly kept: Kept | null;
}

export interface KnownFiling {
  readonly id: number;
  readonly revision: string;
  readonly synthetic: boolean;
  /** Technologies that somebody declared absent from the vintage. */
  readonly without: readonly TechnologyCode[];
  /** Files of its own and of older revisions. */
  readonly files: readonly KnownFile[];
}

/** The filings of a period, oldest revision first. */
export async function knownFilings(tx: Tx, { stateFips, asOf }: Period): Promise<KnownFiling[]> {
  const filings = await tx.rows<Omit<KnownFiling, 'files'>>(
    `-- one row: a revision
     select id, revision, synthetic, without
     from coverage.filings
     where source = 'fcc' and state_fips = $1 and as_of = $2 and publisher = $3 and title = $4 and not replaced
     order by revision`,
    [stateFips, asOf, PUBLISHER, TITLE],
  );
  const files = await tx.rows<TechnologyFile & { filingId: number; kept: Kept | null }>(
    `-- one row: a technology in a file a filing was made from
     select filing_id as "filingId", technology, revision, name, sha256, row_count::float8 as rows,
       case
         when kept_name is not null
         then jsonb_build_object('name', kept_name, 'sha256', kept_sha256, 'bytes', kept_bytes)
       end as kept
     from coverage.filing_files
     where filing_id = any($1)
     order by filing_id, technology, name`,
    [filings.map(({ id }) => id)],
  );
  return filings.map((filing) => ({
    ...filing,
    files: files.filter(({ filingId }) => filingId === filing.id).map(({ filingId: _, ...file }) => file),
  }));
}

/** Summary of a period, for comparison with its neighbors. */
export interface PeriodInShort {
  readonly asOf: string;
  /** Technologies with rows in its newest filing. */
  readonly technologies: readonly TechnologyCode[];
  readonly without: readonly TechnologyCode[];
}

/** Every period of the state, oldest first. */
export async function periodsOf(tx: Tx, stateFips: string): Promise<PeriodInShort[]> {
  return tx.rows<PeriodInShort>(
    `-- one row: an as-of date
     select
       f.as_of as "asOf",
       coalesce(array_agg(distinct ff.technology) filter (where ff.technology is not null), '{}') as technologies,
       f.without
     from coverage.filings f
     left join coverage.filing_files ff on ff.filing_id = f.id and ff.row_count > 0
     where f.source = 'fcc' and f.state_fips = $1 and f.publisher = $2 and f.title = $3 and not f.superseded
     group by f.id
     order by f.as_of`,
    [stateFips, PUBLISHER, TITLE],
  );
}

/** "FCC Broadband Data Collection as of 2025-12-31, revision 2026-07-14, state 54". */
export function filingSaid({ stateFips, asOf, revision }: Vintage): Phrase {
  return phrase('fcc.filing', { title: `${PUBLISHER} ${TITLE}`, asOf, revision, stateFips });
}

/**
 * The files that count for a revision: of every technology, those of its newest revision up to this one. A revision with
 * some technologies leaves the others in place.
 *
 * @param files of all revisions of a period
 */
export function countedFiles<File extends TechnologyFile>(files: readonly File[], revision: string): File[] {
  const published = files.filter((file) => file.revision <= revision);
  const newest = new Map<TechnologyCode | null, string>();
  for (const file of published) {
    const known = newest.get(file.technology);
    if (known === undefined || known < file.revision) newest.set(file.technology, file.revision);
  }
  return published
    .filter((file) => newest.get(file.technology) === file.revision)
    .sort((a, b) => (a.technology ?? -1) - (b.technology ?? -1) || compare(a.name, b.name));
}

/** Whether two filings consist of the same files. */
export function isSame(a: readonly TechnologyFile[], b: readonly TechnologyFile[]): boolean {
  const keys = (files: readonly TechnologyFile[]) =>
    files.map(({ technology, revision, sha256, rows }) => [technology, revision, sha256, rows].join()).sort();
  return String(keys(a)) === String(keys(b));
}

/** Technologies with rows in one vintage and no file in the next. */
export function missingTechnologies(
  before: readonly TechnologyCode[],
  now: readonly TechnologyCode[],
): TechnologyCode[] {
  return before.filter((technology) => !now.includes(technology));
}

export function technologiesIn(files: readonly TechnologyFile[]): TechnologyCode[] {
  return [...new Set(files.flatMap(({ technology }) => technology ?? []))];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
