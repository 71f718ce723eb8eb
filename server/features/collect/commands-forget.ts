import { Command, InvalidArgumentError } from 'commander';
import type { RunCommand } from '../../command.ts';
import { stateOfLeaId } from '../../domain/actor.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { messagesIn } from '../../platform/messages.ts';
import type { Progress } from '../../platform/progress.ts';
import { onlyState, stateAsked } from '../accounts/index.ts';
import { dataKey } from '../intake/index.ts';
import { collectErrors } from './errors.ts';
import { type ForgottenCounts, forget, wouldForget } from './forget.ts';
import { forgetCertificate } from './forget-certificate.ts';

interface Flags {
  district?: string;
  collection?: string;
  state?: string;
  by: string;
  yes?: true;
}

/** @param language of the certificate */
export function forgetCommand(run: RunCommand, language: () => ShownLanguage): Command {
  return new Command('forget')
    .description('delete all that a district sent, or that was sent for a collection, and print a signed certificate')
    .option('--district <LEAID>', 'whose', leaId)
    .option('--collection <name>', 'of which collection')
    .option('--state <state>', 'of the collection, where there are several: FIPS code, letters or name', stateAsked)
    .option('--by <who>', 'who deletes it, for the certificate', 'whoever runs the server')
    .option('--yes', 'delete it; without, say only what would be deleted')
    .action(({ district, collection, state, by, yes }: Flags) =>
      run(async ({ db, config }, progress) => {
        if (district === undefined && collection === undefined) throw collectErrors.forgetWhat();
        const stateFips =
          district === undefined ? (state ?? (await db.asOwner((tx) => onlyState(tx)))) : stateOfLeaId(district);
        const wishes = { stateFips, district, collection, by };
        tell(progress, await wouldForget(db, wishes));
        if (!yes) throw collectErrors.unconfirmed();
        const forgotten = await forget(db, wishes);
        const { certificate: messages } = messagesIn(language());
        const certificate = forgetCertificate(forgotten, { secret: await dataKey({ db, config }), config, messages });
        process.stdout.write(`${JSON.stringify(certificate, null, 2)}\n`);
        progress.print(phrase('forget.done'));
      }),
    );
}

function tell(progress: Progress, counts: ForgottenCounts): void {
  const { homes, answers, unplaced, files, uploads, keptStudents, masked } = counts;
  progress.print(phrase('forget.asked'));
  progress.print(phrase('forget.homes', { homes, answered: answers, fileCount: files }));
  progress.print(phrase('forget.unplaced', { noFixedResidence: unplaced }));
  progress.print(phrase('forget.uploads', { uploadCount: uploads }));
  progress.print(phrase('forget.kept', { students: keptStudents, maskedCount: masked }));
  progress.print(phrase('forget.stays'));
}

function leaId(text: string): string {
  if (!/^\d{7}$/.test(text)) throw new InvalidArgumentError('Write the seven digits of a LEAID, such as 5400390.');
  return text;
}
