import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { ServerMessages } from '../../platform/messages.ts';
import { KIT_FILES } from './files.ts';
import { questionsAsked } from './kit.ts';

/**
 * `gapmap survey-kit`; needs no database.
 *
 * @param words in the reader's language, asked for once the arguments are read
 */
export function surveyKitCommand(words: () => ServerMessages['terminal']['lines']): Command {
  return new Command('survey-kit')
    .description('write what a district needs to ask families: dictionary, templates, forms and scripts')
    .requiredOption('--out <folder>', 'folder to write to; made when missing')
    .option('--questions <names>', 'the questions asked, with commas between; all seven when left out')
    .action(async ({ out, questions }: { out: string; questions?: string }) => {
      const asked = questionsAsked(questions);
      mkdirSync(out, { recursive: true });
      for (const file of KIT_FILES) {
        writeFileSync(join(out, file.name), await file.make(asked));
        process.stdout.write(`${join(out, file.name)}  ${words().kit[file.name]}\n`);
      }
    });
}
