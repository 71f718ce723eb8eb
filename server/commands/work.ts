import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { createRelease, RELEASE_QUEUE, type ReleaseWishes } from '../features/releasing/index.ts';
import { ARCHIVE_QUEUE, type ArchiveJob, ensureArchive, publishedIn, removeArchives } from '../features/tiles/index.ts';
import type { Tx } from '../platform/db.ts';
import { openJobs } from '../platform/jobs.ts';
import { stopAsked } from '../serve.ts';

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
        // Released or withdrawn by command while no worker ran: an archive that is there already is left alone.
        await removeArchives(deps);
        const published = await publishedIn(deps);
        await deps.db.asOwner(async (tx) => {
          for (const id of published) await askForArchive(tx, id);
        });
        progress.print('Waiting for work. Ctrl-C stops after the job in hand.');
        await asked;
        progress.print('Stopping ...');
        await jobs.stop();
      }),
    );
}
