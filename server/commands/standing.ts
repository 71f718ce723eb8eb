/** Commands that publish a draft, and withdraw a release with its tile archive. */
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { stateAsked } from '../features/accounts/index.ts';
import { publishDraft, withdrawRelease } from '../features/releasing/index.ts';
import { removeArchives } from '../features/tiles/index.ts';

export function publishCommand(run: RunCommand): Command {
  return new Command('publish')
    .description('publish a draft: it becomes the current release of its state')
    .argument('<release>', 'its name or number')
    .option('--state <state>', 'where releases of several have that name: FIPS code, letters or name', stateAsked)
    .option('--by <who>', 'who publishes it, for the log of releases')
    .action((release: string, flags: { state?: string; by?: string }) =>
      run(async ({ db }, progress) => {
        const { name } = await publishDraft(db, { release, ...flags });
        progress.print(`Release "${name}" is published and current.`);
      }),
    );
}

export function withdrawCommand(run: RunCommand): Command {
  return new Command('withdraw')
    .description('take a release away, for good: its addresses answer 410 with the reason, and its rows stay')
    .argument('<release>', 'its name or number')
    .requiredOption('--reason <text>', 'why, for whoever comes to an address of it; name nobody')
    .option('--state <state>', 'where releases of several have that name: FIPS code, letters or name', stateAsked)
    .option('--by <who>', 'who withdraws it, for the log of releases')
    .action((release: string, flags: { reason: string; state?: string; by?: string }) =>
      run(async ({ db, config }, progress) => {
        const { name, wasDraft, current } = await withdrawRelease(db, { release, ...flags });
        progress.print(
          wasDraft
            ? `The draft "${name}" is discarded. Its numbers still bind later releases, because it may have been read.`
            : `Release "${name}" is withdrawn. Browsers and networks in between may show tiles of it for up to an hour, and nobody can call back what was saved.`,
        );
        progress.print(current ? `"${current}" is current.` : 'No release is current now, and the pages say so.');
        for (const path of await removeArchives({ db, config })) progress.print(`Removed ${path}.`);
      }),
    );
}
