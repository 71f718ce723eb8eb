import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { phrase } from '../domain/messages/phrase.ts';

/** Every command migrates as it opens the database; this one does nothing else. */
export function migrateCommand(run: RunCommand): Command {
  return new Command('migrate')
    .description('bring the database up to date, as its owner; the API and the worker may not')
    .action(() => run(async (_deps, progress) => progress.print(phrase('database.up-to-date'))));
}
