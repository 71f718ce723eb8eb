/** The folder of tile archives: one file for the public a published release. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps } from '../../deps.ts';
import type { Progress } from '../../platform/progress.ts';
import { buildArchive } from './archive.ts';

/** Queue of archives to make. */
export const ARCHIVE_QUEUE = 'archive';
export interface ArchiveJob {
  readonly releaseId: number;
}

/** Makes the archive of a published release, once; removes that of one which is withdrawn meanwhile. */
export async function ensureArchive(deps: Deps, releaseId: number, progress: Progress): Promise<void> {
  mkdirSync(folderOf(deps), { recursive: true });
  const out = archivePath(deps, releaseId);
  if (!existsSync(out) && (await publishedIn(deps)).includes(releaseId))
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
      return id !== undefined && !published.includes(Number(id));
    })
    .map((name) => join(folder, name));
  for (const path of gone) rmSync(path, { force: true });
  return gone;
}

/** Ids of the releases that may have an archive. */
export async function publishedIn({ db }: Pick<Deps, 'db'>): Promise<number[]> {
  const rows = await db.as({ role: 'public' }, (tx) =>
    tx.rows<{ id: number }>('select id from published.releases order by id'),
  );
  return rows.map(({ id }) => id);
}

export function archivePath(deps: Pick<Deps, 'config'>, releaseId: number): string {
  return join(folderOf(deps), `release-${releaseId}.pmtiles`);
}

function folderOf({ config }: Pick<Deps, 'config'>): string {
  return join(config.dataDir, 'archives');
}
