import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { disclosuresCsv } from './csv.ts';
import { allDisclosures } from './log.ts';

export function disclosuresCommand(run: RunCommand): Command {
  return new Command('disclosures')
    .description('print the log of who was given what, when and on what ground')
    .option('--csv', 'as a table for a spreadsheet')
    .action(({ csv }: { csv?: true }) =>
      run(async (deps, _progress, { terminal: { lines } }) => {
        const entries = await deps.db.asOwner(allDisclosures);
        if (csv) process.stdout.write(disclosuresCsv(entries));
        else if (entries.length === 0) process.stdout.write(`${lines.nothingDisclosed}\n`);
        else for (const entry of entries) process.stdout.write(`${lines.disclosed(entry)}\n`);
      }),
    );
}
