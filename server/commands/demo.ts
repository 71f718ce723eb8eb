/**
 * The whole product with a synthetic state in it, in one command. Each step can be repeated without harm, so a start
 * that was cut short is simply continued by the next.
 */
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { type Config, readConfig } from '../config.ts';
import { spreadAnswers } from '../demo/answers.ts';
import { COLLECTION_UNDER_WAY, loadDemoCollection } from '../demo/collection.ts';
import { ensureDemoFiles } from '../demo/files.ts';
import { printLinks } from '../demo/links.ts';
import { announceHistory, COLLECTION, loadDemo, loadHistory, loadOlderRelease } from '../demo/load.ts';
import { loadDemoOutreach } from '../demo/outreach.ts';
import { loadDemoPersons } from '../demo/persons.ts';
import { loadDemoRound } from '../demo/round.ts';
import type { Deps } from '../deps.ts';
import { lookAfterCommitments } from '../features/commitments/index.ts';
import { type Progress, silentProgress } from '../platform/progress.ts';
import { ensureWebBuilt } from '../platform/web-build.ts';
import { listen, stopAsked } from '../serve.ts';

/** The demo has no worker: it sees by itself that days pass. */
const KEEP_EVERY_MS = 15_000;

export function demoCommand(run: RunCommand): Command {
  return new Command('demo')
    .description('make a synthetic state, load and release it, and serve it')
    .option('--students <number>', 'size of the state', String(250_000))
    .option('--no-serve', 'stop when everything is loaded and released')
    .option(
      '--no-history',
      'without a round, older FCC filings and the release of a year earlier, which are loaded while it serves',
    )
    .action(({ students, serve, history }: { students: string; serve: boolean; history: boolean }) => {
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
        const loadAll = (told: Told, signal?: AbortSignal) =>
          loadOlder(deps, { students: Number(students), history }, told, signal);
        if (!serve) return loadAll({ progress, say: progress.print });
        if (history) await announceHistory(deps);
        const asked = stopAsked();
        const server = await listen({ ...deps, config: quietUnlessAsked(deps.config), demoPersons: true });
        say(
          `\nGapmap answers at ${server.url}   (${((Date.now() - startedAt) / 1000).toFixed(0)} s, synthetic demo data)\n`,
        );
        await printLinks(deps, say, server.url);
        say('Ctrl-C stops everything.');
        const keeping = setInterval(
          () => lookAfterCommitments(deps.db).catch((error: Error) => progress.print(error.message)),
          KEEP_EVERY_MS,
        );
        const stopping = new AbortController();
        const loading = loadAll({ progress: silentProgress, say }, stopping.signal).catch((error: Error) => {
          if (!stopping.signal.aborted) progress.print(`Not all that came before could be loaded: ${error.message}`);
        });
        await asked;
        clearInterval(keeping);
        stopping.abort();
        progress.print('Stopping ...');
        await server.close();
        await loading;
      });
    });
}

/** Where work tells of itself, and where it is said that it is done. */
interface Told {
  readonly progress: Progress;
  readonly say: (line: string) => void;
}

/** What is there for whoever wants to compare. */
async function loadOlder(
  deps: Deps,
  { students, history }: { students: number; history: boolean },
  { progress, say }: Told,
  signal?: AbortSignal,
): Promise<void> {
  if (history) {
    for (const collection of [COLLECTION, COLLECTION_UNDER_WAY]) await spreadAnswers(deps.db, collection);
    await loadDemoOutreach(deps);
    await loadDemoRound(deps);
    say('A made-up round is open: /rounds.');
  }
  await loadOlderRelease(deps, progress, signal);
  say('The release with the filings of December 2025 is there too.');
  if (!history) return;
  const files = () =>
    ensureDemoFiles(deps.config.dataDir, students, { what: 'history', ...(signal ? { signal } : {}) });
  await loadHistory(deps, progress, files, signal);
  say('Older filings and the release of fall 2025 are there too: /change compares them.');
}

/** A line for every request would bury the links that the demo prints. */
function quietUnlessAsked(config: Config): Config {
  return process.env.LOG_LEVEL ? config : { ...config, logLevel: 'warn' };
}

/** What the demo is started for goes to standard output, so that it can be kept; progress goes to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
