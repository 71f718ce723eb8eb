import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Deps } from '../deps.ts';
import { makeAskedRelease, RELEASE_QUEUE, type ReleaseWishes } from '../features/releasing/index.ts';
import { buildArchive } from '../features/tiles/index.ts';
import { type Jobs, openJobs } from '../platform/jobs.ts';
import type { Progress } from '../platform/progress.ts';
import { stopAsked } from '../serve.ts';

const ARCHIVE_QUEUE = 'archive';
/** How soon a release made by command gets its archive. */
const LOOK_EVERY_MS = 15_000;

interface ArchiveJob {
  releaseId: number;
}

export function workCommand(run: RunCommand): Command {
  return new Command('work')
    .description('work the queue: releases asked for with --later, and the tile archive of each release')
    .action(() =>
      run(async (deps, progress) => {
        const asked = stopAsked();
        const jobs = await openJobs(deps.db, [RELEASE_QUEUE, ARCHIVE_QUEUE], (error) =>
          progress.print(`The queue reports: ${error.message}`),
        );
        const askForArchives = () => askForMissingArchives(deps, jobs);
        await jobs.work<ReleaseWishes>(RELEASE_QUEUE, async (wishes, job) => {
          await makeAskedRelease(deps, wishes, job, progress);
          await askForArchives();
        });
        await jobs.work<ArchiveJob>(ARCHIVE_QUEUE, ({ releaseId }) => ensureArchive(deps, releaseId, progress));
        await askForArchives();
        const timer = setInterval(
          () => askForArchives().catch((error: Error) => progress.print(`The queue reports: ${error.message}`)),
          LOOK_EVERY_MS,
        );
        progress.print('Waiting for work. Ctrl-C stops after the job in hand.');
        await asked;
        clearInterval(timer);
        progress.print('Stopping ...');
        await jobs.stop();
      }),
    );
}

/**
 * A release itself is the request for its archive, and is made in one transaction: whoever made it, and wherever that process was
 * killed, no archive is forgotten. One that could not be made is tried again after an hour.
 */
export async function askForMissingArchives({ db, config }: Deps, jobs: Pick<Jobs, 'send'>): Promise<void> {
  await db.asOwner(async (tx) => {
    const releases = await tx.rows<{ id: number }>(
      `select id
       from published.releases
       where not exists (
         select
         from pgboss.job
         where name = $1
           and singleton_key = 'release ' || releases.id
           and (state in ('created', 'retry', 'active') or (state = 'failed' and completed_on > now() - interval '1 hour'))
       )
       order by id`,
      [ARCHIVE_QUEUE],
    );
    for (const { id: releaseId } of releases)
      if (!existsSync(archivePath(config, releaseId)))
        await jobs.send(tx, ARCHIVE_QUEUE, { releaseId } satisfies ArchiveJob, { onlyOne: `release ${releaseId}` });
  });
}

function archivePath({ dataDir }: Deps['config'], releaseId: number): string {
  return join(dataDir, 'archives', `release-${releaseId}.pmtiles`);
}

/** One PMTiles archive a release for the public, named after it. Made once: a release never changes. */
async function ensureArchive(deps: Deps, releaseId: number, progress: Progress): Promise<void> {
  const out = archivePath(deps.config, releaseId);
  mkdirSync(dirname(out), { recursive: true });
  if (existsSync(out)) return;
  await buildArchive(deps, { release: String(releaseId), audience: 'public', out }, progress);
}
