/**
 * The whole product with a synthetic state in it, in one command. Each step can be repeated without harm, so a start
 * that was cut short is simply continued by the next.
 */
import { Command } from 'commander';
import type { RunCommand } from '../command.ts';
import { type Config, readConfig } from '../config.ts';
import { spreadAnswers } from '../demo/answers.ts';
import { demoBeside } from '../demo/beside.ts';
import { COLLECTION_UNDER_WAY, loadDemoCollection } from '../demo/collection.ts';
import { ensureDemoFiles } from '../demo/files.ts';
import { printLinks } from '../demo/links.ts';
import { announceHistory, COLLECTION, isLoaded, loadDemo, loadHistory, loadOlderRelease } from '../demo/load.ts';
import { loadDemoOutreach } from '../demo/outreach.ts';
import { loadDemoPersons } from '../demo/persons.ts';
import { loadDemoRound } from '../demo/round.ts';
import type { Deps } from '../deps.ts';
import type { DemoMessages } from '../domain/messages/en/terminal/demo.ts';
import type { ShownLanguage } from '../domain/messages/language.ts';
import { phrase } from '../domain/messages/phrase.ts';
import { lookAfterCommitments } from '../features/commitments/index.ts';
import { lookAfterClaims } from '../features/coverage/index.ts';
import { lookAfterAlerts } from '../features/room/index.ts';
import { saidOf } from '../platform/problem.ts';
import type { Progress } from '../platform/progress.ts';
import { ensureWebBuilt } from '../platform/web-build.ts';
import { listen, stopAsked } from '../serve.ts';

/** The demo has no worker: it sees by itself that days pass and releases come. */
const KEEP_EVERY_MS = 15_000;

/** @param language of what the demo prints, also of its other process */
export function demoCommand(run: RunCommand, language: () => ShownLanguage): Command {
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
      return run(async (deps, progress, { terminal: { demo: words } }) => {
        const folder = await loadDemo(deps, progress, files);
        await loadDemoPersons(deps);
        const pages = progress.begin(phrase('step.demo-pages'));
        pages.done(phrase((await built) ? 'done.demo-pages/built' : 'done.demo-pages/unchanged'));
        if (!serve) return loadRest(deps, progress, { folder, students: Number(students), history, words });
        const isWhole = await isLoaded(deps, { history });
        if (isWhole) await loadDemoCollection(deps, progress, { folder, formerly: COLLECTION });
        else if (history) await announceHistory(deps);
        const asked = stopAsked();
        const server = await listen({ ...deps, config: quietUnlessAsked(deps.config), demoPersons: true });
        say(`\n${words.answers({ address: server.url, seconds: (Date.now() - startedAt) / 1000 })}\n`);
        await printLinks(deps, { say, words, url: server.url });
        say(words.stops);
        const keeping = setInterval(
          () => keep(deps).catch((error: Error) => progress.print(saidOf(error))),
          KEEP_EVERY_MS,
        );
        const rest = ['--no-serve', '--students', students, ...(history ? [] : ['--no-history'])];
        const spoken = ['--language', language()];
        const loading = isWhole ? undefined : demoBeside([...spoken, ...rest]);
        loading?.ended.catch(({ message }: Error) => progress.print(phrase('demo.incomplete', { message })));
        await asked;
        clearInterval(keeping);
        progress.print(phrase('running.stopping'));
        loading?.stop();
        await server.close();
        await loading?.ended.catch(() => undefined);
      });
    });
}

async function keep({ db }: Deps): Promise<void> {
  await lookAfterClaims(db);
  await lookAfterCommitments(db);
  await lookAfterAlerts(db);
}

/** What the first look at the map does without: a collection under way, and what is there for whoever wants to compare. */
async function loadRest(
  deps: Deps,
  progress: Progress,
  { folder, students, history, words }: { folder: string; students: number; history: boolean; words: DemoMessages },
): Promise<void> {
  await loadDemoCollection(deps, progress, { folder, formerly: COLLECTION });
  say(words.collection);
  if (history) {
    for (const collection of [COLLECTION, COLLECTION_UNDER_WAY]) await spreadAnswers(deps.db, collection);
    await loadDemoOutreach(deps);
    await loadDemoRound(deps);
    say(words.round);
  }
  await loadOlderRelease(deps, progress, folder);
  say(words.olderRelease);
  if (!history) return;
  await loadHistory(deps, progress, () => ensureDemoFiles(deps.config.dataDir, students, 'history'));
  say(words.history);
}

/** A line for every request would bury the links that the demo prints. */
function quietUnlessAsked(config: Config): Config {
  return process.env.LOG_LEVEL ? config : { ...config, logLevel: 'warn' };
}

/** What the demo is started for goes to standard output, so that it can be kept; progress goes to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
