import { Command, InvalidArgumentError } from 'commander';
import type { RunCommand } from '../../command.ts';
import { stateAsked } from '../accounts/index.ts';
import { reportsInWords } from './read-report.ts';

export function privacyCommand(run: RunCommand): Command {
  return new Command('privacy')
    .description('print how a release is protected and how accurate it is, audience by audience')
    .argument('[release]', 'its number (default: the current one)', releaseNumber, 'current')
    .option('--state <state>', 'of which the current one is meant: FIPS code, letters or name', stateAsked)
    .action((release: string, { state }: { state?: string }) =>
      run(async (deps, _progress, messages) => {
        process.stdout.write(`${await reportsInWords(deps.db, { release, state }, messages)}\n`);
      }),
    );
}

function releaseNumber(text: string): string {
  if (text !== 'current' && !/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write the number of a release.');
  return text;
}
