/** The command line. Each feature brings its own commands; this is their table of contents. */
import { Command } from 'commander';
import type { RunCommand } from './command.ts';
import { readConfig } from './config.ts';
import { openDeps } from './deps.ts';
import { progressOn } from './platform/progress.ts';

const run: RunCommand = async (work) => {
  const config = readConfig(process.env);
  await using deps = await openDeps(config);
  await work(deps, progressOn(process.stderr));
};

const program = new Command('gapmap')
  .description('Finds the students who cannot learn at home, and helps to get them connected.')
  .showHelpAfterError();

program.addCommand(new Command('import').description('load filings, providers, places and homes'));
void run;

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
