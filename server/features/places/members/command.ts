import { Command, Option } from 'commander';
import type { RunCommand } from '../../../command.ts';
import { CHAMBERS, type Chamber } from '../../../domain/chamber.ts';
import { importMembers } from './import.ts';

export function importMembersCommand(run: RunCommand): Command {
  return new Command('members')
    .description('load who sits in a chamber for which district, in place of those loaded before')
    .argument('<file>', 'table (CSV or .xlsx) with the columns district and name, and chamber where it holds several')
    .addOption(new Option('--chamber <chamber>', 'whose members').choices(CHAMBERS).makeOptionMandatory())
    .option(
      '--state <state>',
      'state of the chamber: 54, WV or "West Virginia" (default: the only one with such districts)',
    )
    .option('--illustrative', 'the names are made up, for a demo')
    .action(async (path: string, flags: { chamber: Chamber; state?: string; illustrative?: boolean }) => {
      await run(async (deps, progress) => {
        await importMembers(deps, { path, ...flags }, progress);
      });
    });
}
