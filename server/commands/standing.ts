/** Commands that publish a draft, and withdraw a release with its tile archive. */
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { phrase } from '../domain/messages/phrase.ts';
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
        progress.print(phrase('release.published', { release: name }));
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
        progress.print(phrase(wasDraft ? 'release.taken-back/draft' : 'release.taken-back', { release: name }));
        progress.print(current ? phrase('release.current', { release: current }) : phrase('release.current/none'));
        for (const path of await removeArchives({ db, config }))
          progress.print(phrase('release.file-removed', { path }));
      }),
    );
}
