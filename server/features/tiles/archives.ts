/** The folder of tile archives: one file for the public a published release. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../platform/db.ts';
import { openJobs } from '../../platform/jobs.ts';
import type { Progress } from '../../platform/progress.ts';
import { buildArchive } from './archive.ts';

/** Queue of archives that may have to be made, or to go. */
export const ARCHIVE_QUEUE = 'archive';
export interface ArchiveJob {
  readonly releaseId: number;
}

/** Asks a worker to look after the archive of a release whose standing has changed. */
export async function askForArchive(db: Db, releaseId: number): Promise<void> {
  const jobs = await openJobs(db, [ARCHIVE_QUEUE], () => undefined);
  try {
    await db.asOwner((tx) => jobs.send(tx, ARCHIVE_QUEUE, { releaseId } satisfies ArchiveJob));
  } finally {
    await jobs.stop();
  }
}

/** Makes the archive of a published release, once; removes that of one which is withdrawn meanwhile. */
export async function ensureArchive(deps: Deps, releaseId: number, progress: Progress): Promise<void> {
  const folder = folderOf(deps);
  mkdirSync(folder, { recursive: true });
  const out = join(folder, `release-${releaseId}.pmtiles`);
  if (!existsSync(out) && (await publishedIn(deps)).has(releaseId))
    await buildArchive(deps, { release: String(releaseId), audience: 'public', out }, progress);
  await removeArchives(deps);
}

/** Removes the archives of releases that are not published. @returns their paths */
export async function removeArchives(deps: Pick<Deps, 'db' | 'config'>): Promise<string[]> {
  const folder = folderOf(deps);
  if (!existsSync(folder)) return [];
  const published = await publishedIn(deps);
  const gone = readdirSync(folder)
    .filter((name) => {
      const [, id] = /^release-(\d+)\.pmtiles/.exec(name) ?? [];
      return id !== undefined && !published.has(Number(id));
    })
    .map((name) => join(folder, name));
  for (const path of gone) rmSync(path, { force: true });
  return gone;
}

/** Ids of the releases that may have an archive. */
export async function publishedIn({ db }: Pick<Deps, 'db'>): Promise<Set<number>> {
  const rows = await db.as({ role: 'public' }, (tx) =>
    tx.rows<{ id: number }>('select id from published.releases order by id'),
  );
  return new Set(rows.map(({ id }) => id));
}

function folderOf({ config }: Pick<Deps, 'config'>): string {
  return join(config.dataDir, 'archives');
}
