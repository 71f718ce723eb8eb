/** `gapmap import fcc` and `gapmap import providers`. */
import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { importFcc } from './fcc/import.ts';
import { importProviders } from './providers/import.ts';

interface FccFlags {
  state?: string;
  asOf?: string;
  revision?: string;
  without?: string;
  replace?: boolean;
  synthetic?: boolean;
}

export function importFccCommand(run: RunCommand): Command {
  return new Command('fcc')
    .description('load FCC fixed availability files: what providers say can be bought where')
    .argument(
      '<paths...>',
      '.csv, .csv.gz or .zip files, or folders of them; of each technology the newest file counts',
    )
    .option('--state <fips>', 'two digits of the state, when the file names do not say it')
    .option('--as-of <date>', 'date the filing describes (YYYY-MM-DD), when the file names do not say it')
    .option('--revision <date>', 'date the FCC issued it (YYYY-MM-DD), when the file names do not say it')
    .option('--without <technologies>', 'the vintage has no file of these, though the one before had: Cable,Copper')
    .option('--replace', 'load in place of another file of the same technology and revision')
    .option('--synthetic', 'the files are made up; every screen will say so')
    .action((paths: string[], { state, ...flags }: FccFlags) =>
      run(async (deps, progress) => {
        await importFcc(deps, { paths, stateFips: state, ...flags }, progress);
      }),
    );
}

export function importProvidersCommand(run: RunCommand): Command {
  return new Command('providers')
    .description('load the FCC provider list: names, holding companies and registration numbers')
    .argument('<path>', 'CSV with provider_id, holding_company, frn, provider_name, operation_type')
    .action((path: string) =>
      run(async (deps, progress) => {
        await importProviders(deps, { path }, progress);
      }),
    );
}
