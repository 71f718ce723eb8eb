import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { RunCommand } from '../../command.ts';
import type { Deps } from '../../deps.ts';
import type { Audience } from '../../domain/audience.ts';
import { type Language, type ShownLanguage, writtenIn } from '../../domain/messages/language.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { messagesIn } from '../../platform/messages.ts';
import type { Progress } from '../../platform/progress.ts';
import { stateAsked } from '../accounts/index.ts';
import { BASIS, recordDisclosure } from '../disclosures/index.ts';
import { estimateReader } from '../estimates/index.ts';
import { PlaceKind } from '../places/index.ts';
import { openPrinter, type Printer } from '../print/index.ts';
import { type ReleaseRow, viewerOfRelease } from '../releases/index.ts';
import { everyBrief, printOf, printOfAll, sheetOf } from './make.ts';
import { groundReader } from './map/ground.ts';
import type { MadeBrief } from './sheet.ts';
import type { BriefWords } from './words.ts';

interface BriefsOptions {
  readonly kind: PlaceKind;
  readonly out: string;
  readonly release: string;
  readonly state?: string;
  readonly audience: Exclude<Audience, 'provider'>;
  readonly slides?: boolean;
}

/**
 * `gapmap briefs`
 *
 * @param language of `--language`, else the terminal's
 */
export function briefsCommand(run: RunCommand, language: () => ShownLanguage): Command {
  return new Command('briefs')
    .description(
      'write the briefs of every place of a kind, in the language of --language: a PDF each, and one of all with an outline',
    )
    .addOption(new Option('--kind <kind>', 'such as senate_district').choices(kinds()).makeOptionMandatory())
    .requiredOption('--out <folder>', 'folder to write to; made when missing')
    .option('--release <id>', 'release', 'current')
    .option('--state <state>', 'of which the current one is meant: FIPS code, letters or name', stateAsked)
    .addOption(
      new Option('--audience <audience>', 'whose view; with private filings only for the agency')
        .choices(['public', 'agency'])
        .default('public'),
    )
    .option('--slides', 'write a 16:9 slide of each too')
    .action((options: BriefsOptions) =>
      run((deps, progress) => writeBriefs(deps, { ...options, language: writtenIn(language()) }, progress)),
    );
}

type Asked = BriefsOptions & { readonly language: Language };

/** Nothing is counted of a school. */
function kinds(): string[] {
  return (PlaceKind.enum as readonly string[]).filter((kind) => kind !== 'school');
}

/** Each file is there only when it is complete. */
async function writeBriefs(deps: Deps, options: Asked, progress: Progress): Promise<void> {
  const { kind, out, language, audience } = options;
  const printer = openPrinter();
  try {
    const viewer = await viewerOfRelease(deps.db, options);
    const estimates = estimateReader();
    const readers = { db: deps.db, estimates, ground: groundReader(estimates) };
    const all = await everyBrief(readers, viewer, { kind, release: options.release, state: options.state });
    const words = wordsOf(deps, language);
    mkdirSync(out, { recursive: true });
    const step = progress.begin(phrase('step.briefs', { kind, languageTag: language }), all.places.length + 1);
    const made: MadeBrief[] = [];
    for (const { id } of all.places) {
      const one = sheetOf(await all.gather(id), words);
      made.push(one);
      await writeOne(printer, one, options);
      step.advance(1);
    }
    write(
      join(out, `${kind}-all-${language}.pdf`),
      await printer.print(printOfAll(made, { release: all.release, kind, words })),
    );
    step.advance(1);
    await record(deps, all.release, { kind, audience, briefs: made.length });
    step.done(phrase('done.briefs', { briefCount: made.length, path: out }));
  } finally {
    await printer.close();
  }
}

async function writeOne(printer: Printer, one: MadeBrief, { kind, out, language, slides }: Asked) {
  const name = `${kind}-${one.brief.id}`;
  write(join(out, `${name}-${language}.pdf`), await printer.print(printOf(one, 'page')));
  if (slides) write(join(out, `${name}-slide-${language}.pdf`), await printer.print(printOf(one, 'slide')));
}

function write(path: string, bytes: Buffer): void {
  writeFileSync(`${path}.partial`, bytes);
  renameSync(`${path}.partial`, path);
}

function wordsOf({ config }: Deps, language: Language): BriefWords {
  const origin = config.publicUrl ?? `http://localhost:${config.port}`;
  return { language, messages: messagesIn(language), commission: config.commission, origin };
}

async function record(
  { db }: Deps,
  { id, state_fips: stateFips }: ReleaseRow,
  { kind, audience, briefs }: { kind: string; audience: Audience; briefs: number },
): Promise<void> {
  await db.as({ role: 'intake' }, (tx) =>
    recordDisclosure(tx, {
      kind: 'export',
      who: 'whoever is given the briefs',
      what: `${briefs} briefs (${kind}) of release ${id}`,
      audience,
      basis: BASIS.deIdentified,
      stateFips,
    }),
  );
}
