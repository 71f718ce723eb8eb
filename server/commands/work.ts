import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import type { Deps } from '../deps.ts';
import { createRelease, RELEASE_QUEUE, type ReleaseWishes } from '../features/releasing/index.ts';
import { buildArchive } from '../features/tiles/index.ts';
import type { Tx } from '../platform/db.ts';
import { openJobs } from '../platform/jobs.ts';
import type { Progress } from '../platform/progress.ts';
import { stopAsked } from '../serve.ts';

const ARCHIVE_QUEUE = 'archive';
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
        const askForArchive = (tx: Tx, releaseId: number) =>
          jobs.send(tx, ARCHIVE_QUEUE, { releaseId } satisfies ArchiveJob, { onlyOne: `release ${releaseId}` });
        await jobs.work<ReleaseWishes>(RELEASE_QUEUE, async (wishes) => {
          const { id } = await createRelease(deps, wishes, progress);
          await deps.db.asOwner((tx) => askForArchive(tx, id));
        });
        await jobs.work<ArchiveJob>(ARCHIVE_QUEUE, ({ releaseId }) => ensureArchive(deps, releaseId, progress));
        // Releases made by command while no worker ran: an archive that is there already is left alone.
        const releases = await deps.db.as({ role: 'intake' }, (tx) =>
          tx.rows<{ id: number }>('select id from published.releases order by id'),
        );
        await deps.db.asOwner(async (tx) => {
          for (const { id } of releases) await askForArchive(tx, id);
        });
        progress.print('Waiting for work. Ctrl-C stops after the job in hand.');
        await asked;
        progress.print('Stopping ...');
        await jobs.stop();
      }),
    );
}

/** One PMTiles archive a release for the public, named after it. Made once: a release never changes. */
async function ensureArchive(deps: Deps, releaseId: number, progress: Progress): Promise<void> {
  const folder = join(deps.config.dataDir, 'archives');
  mkdirSync(folder, { recursive: true });
  const out = join(folder, `release-${releaseId}.pmtiles`);
  if (existsSync(out)) return;
  await buildArchive(deps, { release: String(releaseId), audience: 'public', out }, progress);
}
