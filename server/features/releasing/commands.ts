import { Command, InvalidArgumentError, Option } from 'commander';
import type { RunCommand } from '../../command.ts';
import { isDay } from '../../domain/day.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { DEFAULT_FLOORS, LOWEST_FLOORS } from '../../domain/patch.ts';
import { tierName, VERDICT_TIERS, type VerdictTier } from '../../domain/speed.ts';
import { grouped } from '../../domain/words.ts';
import { stateAsked } from '../accounts/index.ts';
import { reportsInWords } from '../releases/index.ts';
import { createRelease } from './create.ts';
import { askForRelease } from './jobs.ts';
import { FEWEST_TOWN_STUDENTS } from './town-students.ts';

interface Flags {
  fccAsOf?: string;
  floorStudents: number;
  floorHouseholds: number;
  collection?: string;
  state?: string;
  benchmark?: VerdictTier;
  townStudents?: number;
  draft?: true;
  by?: string;
}

export function releaseCommand(run: RunCommand): Command {
  return new Command('release')
    .description('Freeze homes and filings into a release and publish it: verdicts, patches, totals, clusters.')
    .argument('[name]', 'what to call it (default: the collection and the FCC date)')
    .option('--fcc-as-of <date>', 'FCC vintage, YYYY-MM-DD (default: the latest loaded)', isoDate)
    .option(
      '--floor-students <n>',
      `fewest students of a patch, at least ${LOWEST_FLOORS.students}`,
      wholeNumber,
      DEFAULT_FLOORS.students,
    )
    .option(
      '--floor-households <n>',
      `fewest households of a patch, at least ${LOWEST_FLOORS.households}`,
      wholeNumber,
      DEFAULT_FLOORS.households,
    )
    .option('--collection <name>', 'survey collection (default: the latest with homes, preferably one that is closed)')
    .option('--state <state>', 'where homes of several are loaded: FIPS code, letters or name', stateAsked)
    .addOption(
      new Option(
        '--benchmark <tier>',
        `what counts as enough where levers are counted: ${VERDICT_TIERS.map(tierName).join(' or ')} Mbps (default: 100/20)`,
      ).argParser(benchmark),
    )
    .option(
      '--town-students <n>',
      `fewest students of a town with numbers of its own, at least ${grouped(FEWEST_TOWN_STUDENTS)} (default: as before; no later release may lower it)`,
      wholeNumber,
    )
    .option('--draft', 'show it to the state’s agency alone, until `gapmap publish` publishes it')
    .option('--by <who>', 'who makes it, for the log of releases')
    .option('--later', 'leave it to a worker (`gapmap work`)')
    .action((name: string | undefined, { later, ...flags }: Flags & { later?: true }) =>
      run(async (deps, progress, messages) => {
        if (later) {
          await askForRelease(deps.db, { name, ...flags });
          progress.print(phrase('release.queued'));
          return;
        }
        const release = await createRelease(deps, { name, ...flags }, progress);
        progress.print(await reportsInWords(deps.db, { release: String(release.id) }, messages));
        const made = {
          release: release.name,
          students: release.students,
          publicPatches: release.patches.public,
          unservedCount: release.clusters.unserved,
          underservedCount: release.clusters.underserved,
          speed: tierName(release.benchmark),
        };
        progress.print(
          flags.draft ? phrase('release.made/draft', { ...made, number: release.id }) : phrase('release.made', made),
        );
      }),
    );
}

function benchmark(text: string): VerdictTier {
  const tier = VERDICT_TIERS.find((each) => text === each || text === tierName(each));
  if (!tier) throw new InvalidArgumentError(`Write ${VERDICT_TIERS.map(tierName).join(' or ')}.`);
  return tier;
}

function isoDate(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Write a date such as 2026-06-30.');
  return text;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}
