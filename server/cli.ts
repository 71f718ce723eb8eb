/** The command line: collects the commands of each feature. */
import { Command } from 'commander';
import type { RunCommand } from './command.ts';
import { demoCommand } from './commands/demo.ts';
import { exportCommand } from './commands/export.ts';
import { migrateCommand } from './commands/migrate.ts';
import { serveCommand } from './commands/serve.ts';
import { publishCommand, withdrawCommand } from './commands/standing.ts';
import { statusCommand } from './commands/status.ts';
import { workCommand } from './commands/work.ts';
import { type Login, readConfig } from './config.ts';
import { openDeps } from './deps.ts';
import type { Phrases } from './domain/messages/en/phrases.ts';
import { preferredLanguage, type ShownLanguage } from './domain/messages/language.ts';
import { phrase, say } from './domain/messages/phrase.ts';
import { tokenCommand } from './features/accounts/commands.ts';
import { anonymizeCommand } from './features/anonymize/command.ts';
import { briefsCommand } from './features/briefs/commands.ts';
import { compareCommand } from './features/changes/commands.ts';
import { certificateCommand } from './features/collect/commands.ts';
import { forgetCommand } from './features/collect/commands-forget.ts';
import { importFccCommand, importProvidersCommand } from './features/coverage/commands-fcc.ts';
import { importPucCommand } from './features/coverage/commands-puc.ts';
import { disclosuresCommand } from './features/disclosures/commands.ts';
import { importEdfiCommand } from './features/edfi/commands.ts';
import { importHomesCommand } from './features/intake/commands.ts';
import { rotateSecretCommand } from './features/intake/commands-secret.ts';
import { peopleCommand } from './features/people/commands.ts';
import { importPlacesCommand } from './features/places/commands.ts';
import { importMembersCommand } from './features/places/members/command.ts';
import { rewrapRounds } from './features/proposals/index.ts';
import { privacyCommand } from './features/releases/commands.ts';
import { releaseCommand } from './features/releasing/commands.ts';
import { surveyKitCommand } from './features/survey-kit/commands.ts';
import { messagesIn } from './platform/messages.ts';
import { Refusal } from './platform/problem.ts';
import { progressOn, type Step } from './platform/progress.ts';

const runAs =
  (login: Login): RunCommand =>
  async (work) => {
    const config = readConfig(process.env);
    const progress = progressOn(process.stderr, spoken);
    let creating: Step | undefined;
    const news = {
      onCreate: () => {
        progress.print(phrase('database.creating'));
        creating = progress.begin(phrase('step.database'));
      },
      onLost: () => progress.print(phrase('database.restarted')),
    };
    await using deps = await openDeps(config, news, login);
    creating?.done();
    await work(deps, progress, messagesIn(language()));
  };
const run = runAs('owner');

const program = new Command('gapmap')
  .option(
    '--language <tag>',
    'language of what is printed for people, en or es; that of the terminal (LANG) when left out',
  )
  .description('Finds the students who cannot learn at home, and helps to get them connected.')
  .showHelpAfterError()
  .addCommand(serveCommand(runAs('api')))
  .addCommand(demoCommand(run, language))
  .addCommand(
    new Command('import')
      .description('load providers, places, members of chambers, filings and homes')
      .addCommand(importProvidersCommand(run))
      .addCommand(importPlacesCommand(run))
      .addCommand(importMembersCommand(run))
      .addCommand(importFccCommand(run))
      .addCommand(importPucCommand(run))
      .addCommand(importHomesCommand(run))
      .addCommand(importEdfiCommand(run, progressOn(process.stderr, spoken))),
  )
  .addCommand(compareCommand(run))
  .addCommand(anonymizeCommand(progressOn(process.stderr, spoken)))
  .addCommand(releaseCommand(run))
  .addCommand(publishCommand(run))
  .addCommand(withdrawCommand(run))
  .addCommand(privacyCommand(run))
  .addCommand(exportCommand(run))
  .addCommand(briefsCommand(run, language))
  .addCommand(migrateCommand(run))
  .addCommand(statusCommand(run))
  .addCommand(workCommand(runAs('worker'), progressOn(process.stderr, spoken)))
  .addCommand(surveyKitCommand(() => messagesIn(language()).terminal.lines))
  .addCommand(tokenCommand(run))
  .addCommand(peopleCommand(run))
  .addCommand(disclosuresCommand(run))
  .addCommand(certificateCommand(run))
  .addCommand(rotateSecretCommand(run, rewrapRounds))
  .addCommand(forgetCommand(run, language));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = 1;
}

/** The requested language, once the arguments are read. */
function language(): ShownLanguage {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return preferredLanguage([program.opts<{ language?: string }>().language, LC_ALL, LC_MESSAGES, LANG]);
}

function spoken(): Phrases {
  return messagesIn(language()).phrases;
}

/** A refusal in the requested language; any other error unchanged. */
function inWords(error: unknown): string {
  if (error instanceof Refusal) return say(spoken(), error.phrase);
  return error instanceof Error ? error.message : String(error);
}
