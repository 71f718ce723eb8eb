/** Which files count: the newest of each technology. Pure rules over loaded and given files. */
import type { TechnologyCode } from '../../../domain/technology.ts';

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
