import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { KIT_FILES } from './files.ts';
import { questionsAsked } from './kit.ts';

/** `gapmap survey-kit`; needs no database. */
export function surveyKitCommand(): Command {
  return new Command('survey-kit')
    .description('write what a district needs to ask families: dictionary, templates, forms and scripts')
    .requiredOption('--out <folder>', 'folder to write to; made when missing')
    .option('--questions <names>', 'the questions asked, with commas between; all seven when left out')
    .action(async ({ out, questions }: { out: string; questions?: string }) => {
      const asked = questionsAsked(questions);
      mkdirSync(out, { recursive: true });
      for (const file of KIT_FILES) {
        writeFileSync(join(out, file.name), await file.make(asked));
        process.stdout.write(`${join(out, file.name)}  ${file.title}\n`);
      }
    });
}
