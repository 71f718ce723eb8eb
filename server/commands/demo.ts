/**
 * The whole product with a synthetic state in it, in one command. Each step can be repeated without harm, so a start
 * that was cut short is simply continued by the next.
 */
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { type Config, readConfig } from '../config.ts';
import { loadDemoCollection } from '../demo/collection.ts';
import { ensureDemoFiles } from '../demo/files.ts';
import { printLinks } from '../demo/links.ts';
import { COLLECTION, loadDemo, loadOlderRelease } from '../demo/load.ts';
import { loadDemoPersons } from '../demo/persons.ts';
import { silentProgress } from '../platform/progress.ts';
import { ensureWebBuilt } from '../platform/web-build.ts';
import { listen, stopAsked } from '../serve.ts';

export function demoCommand(run: RunCommand): Command {
  return new Command('demo')
    .description('make a synthetic state, load and release it, and serve it')
    .option('--students <number>', 'size of the state', String(250_000))
    .option('--no-serve', 'stop when everything is loaded and released')
    .action(({ students, serve }: { students: string; serve: boolean }) => {
      const startedAt = Date.now();
      // What needs no database is under way while the database opens.
      const built = ensureWebBuilt();
      const files = ensureDemoFiles(readConfig(process.env).dataDir, Number(students));
      // A failure surfaces where each is awaited.
      for (const early of [built, files]) early.catch(() => undefined);
      return run(async (deps, progress) => {
        const folder = await loadDemo(deps, progress, files);
        await loadDemoCollection(deps, progress, { folder, formerly: COLLECTION });
        await loadDemoPersons(deps);
        const pages = progress.begin('Pages');
        pages.done((await built) ? 'built' : 'as they were');
        if (!serve) return loadOlderRelease(deps, progress);
        const asked = stopAsked();
        const server = await listen({ ...deps, config: quietUnlessAsked(deps.config), demoPersons: true });
        say(
          `\nGapmap answers at ${server.url}   (${((Date.now() - startedAt) / 1000).toFixed(0)} s, synthetic demo data)\n`,
        );
        await printLinks(deps, say, server.url);
        say('Ctrl-C stops everything.');
        const stopping = new AbortController();
        const older = loadOlderRelease(deps, silentProgress, stopping.signal).then(
          () => say('The release with the filings of December 2025 is there too.'),
          (error: Error) => {
            if (!stopping.signal.aborted)
              progress.print(`The release with the filings of December 2025 was not made: ${error.message}`);
          },
        );
        await asked;
        stopping.abort();
        progress.print('Stopping ...');
        await server.close();
        await older;
      });
    });
}

/** A line for every request would bury the links that the demo prints. */
function quietUnlessAsked(config: Config): Config {
  return process.env.LOG_LEVEL ? config : { ...config, logLevel: 'warn' };
}

/** What the demo is started for goes to standard output, so that it can be kept; progress goes to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
