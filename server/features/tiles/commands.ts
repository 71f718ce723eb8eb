import { Command, InvalidArgumentError, Option } from 'commander';
import type { RunCommand } from '../../command.ts';
import { readDigits } from '../../domain/whole-number.ts';
import { stateAsked } from '../accounts/index.ts';
import { type ArchiveOptions, buildArchive } from './archive.ts';
import { MAX_ZOOM } from './contract.ts';

/** `gapmap export archive` */
export function archiveCommand(run: RunCommand): Command {
  return new Command('archive')
    .description('all tiles of a release as one PMTiles file, for any static host')
    .requiredOption('--out <file>', 'file to write; replaced only when complete')
    .option('--release <id>', 'release', 'current')
    .option('--state <state>', 'of which the current one is meant: FIPS code, letters or name', stateAsked)
    .addOption(
      new Option('--audience <audience>', 'whose view; only the public one belongs on an open host')
        .choices(['public', 'agency', 'provider'])
        .default('public'),
    )
    .option('--max-zoom <zoom>', 'closest zoom written; default 10; readers draw closer ones from it', zoom)
    .action((options: ArchiveOptions) =>
      run(async (deps, progress) => {
        await buildArchive(deps, options, progress);
      }),
    );
}

function zoom(text: string): number {
  const value = readDigits(text);
  if (!Number.isInteger(value) || value < 0 || value > MAX_ZOOM)
    throw new InvalidArgumentError(`expected a whole number from 0 to ${MAX_ZOOM}.`);
  return value;
}
