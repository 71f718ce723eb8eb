import { Command, InvalidArgumentError, Option } from 'commander';
import type { RunCommand } from '../../command.ts';
import { CONFIDENTIALITIES, type Confidentiality } from '../../domain/audience.ts';
import { MEANINGS } from './puc/columns.ts';
import { importPuc } from './puc/import.ts';

interface Flags {
  publisher: string;
  provider?: string;
  asOf: string;
  revision?: string;
  confidentiality: Confidentiality;
  state: string;
  columns?: Record<string, string>;
  replace?: boolean;
  dryRun?: boolean;
  synthetic?: boolean;
}

export function importPucCommand(run: RunCommand): Command {
  return new Command('puc')
    .description('load a state (PUC) coverage filing: areas by provider, technology and speed')
    .argument('<file>', 'zipped Shapefile or FileGDB, GeoPackage or GeoJSON, in any projection')
    .requiredOption('--publisher <name>', 'the commission that published it, for example "West Virginia PSC"')
    .option('--provider <name>', 'whose coverage it is, where the file does not say')
    .requiredOption('--as-of <date>', 'the date the coverage describes, for example 2026-06-30')
    .option('--revision <date>', 'the date of this issue, when the filing was re-issued (default: the as-of date)')
    .addOption(
      new Option('--confidentiality <who>', 'who may see it: everybody, the agency, or nobody here')
        .choices(CONFIDENTIALITIES)
        .default('public'),
    )
    .requiredOption('--state <fips>', 'state, two digits, for example 54')
    .option(
      '--columns <meaning=column,...>',
      `which column holds what, where the names are not known; meanings: ${MEANINGS.join(' ')}`,
      columnsOf,
    )
    .option('--synthetic', 'the filing is made up; every screen will say so')
    .option('--replace', 'load in place of what was loaded as the same revision')
    .option('--dry-run', 'check and report, and load nothing')
    .action(async (path: string, { state, ...flags }: Flags) => {
      await run(async (deps, progress) => {
        await importPuc(deps, { ...flags, path, revision: flags.revision ?? flags.asOf, stateFips: state }, progress);
      });
    });
}

function columnsOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  const columns: Record<string, string> = {};
  for (const [meaning, column] of pairs) {
    if (!meaning || !column) throw new InvalidArgumentError('write it as maxdown=MY_COLUMN,maxup=OTHER_COLUMN.');
    columns[meaning.trim()] = column.trim();
  }
  return columns;
}
