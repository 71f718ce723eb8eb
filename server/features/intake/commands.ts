import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { importHomes } from './jobs.ts';

interface Options {
  collection: string;
  report?: string;
  ignoreColumns?: string;
  synthetic?: true;
  manyInOnePlace?: true;
}

export function importHomesCommand(run: RunCommand): Command {
  return new Command('homes')
    .description('load homes and survey answers that districts sent (CSV from the anonymizer)')
    .argument('<file...>', 'CSV files, or folders of them')
    .requiredOption('--collection <name>', 'the survey round, for example "fall 2026"')
    .option('--report <file.csv>', 'write one row for each bad row: line, column, what was found, what to do')
    .option('--ignore-columns <names>', 'further columns that may be passed over, separated by commas')
    .option(
      '--many-in-one-place',
      'it is right where half of a district’s homes lie in one hexagon, as a tower does, or at schools',
    )
    .option('--synthetic', 'the homes are made up; whatever rests on them is marked so')
    .action((paths: string[], { collection, report, ignoreColumns, synthetic, manyInOnePlace }: Options) =>
      run(async (deps, progress) => {
        await importHomes(
          deps,
          {
            paths,
            collection,
            synthetic: synthetic ?? false,
            refuseOneCell: manyInOnePlace !== true,
            ignoreColumns: ignoreColumns?.split(',') ?? [],
            ...(report !== undefined ? { reportPath: report } : {}),
          },
          progress,
        );
      }),
    );
}
