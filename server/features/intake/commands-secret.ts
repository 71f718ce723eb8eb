import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { type Rotation, rotateSecret } from './data-key.ts';

const NEW_DATA_KEY = `Nothing of before fits the new key: students of earlier collections are not recognized in later ones, the next
release counts every area anew with other noise beside the earlier numbers, certificates of before no longer check, and
uploads that are not accepted yet must be sent again. Proposals and drafts are under the new key, unless the old one was lost.`;

/** @param moved puts under a new data key what else lies under the old one */
export function rotateSecretCommand(run: RunCommand, moved: NonNullable<Rotation['newDataKey']>): Command {
  return new Command('rotate-secret')
    .description(
      'put another server secret in place of the present one; pseudonyms, noise and certificates stay as they are',
    )
    .option(
      '--new-data-key',
      'make a new data key too, when the secret was lost, or was read by others together with the database',
    )
    .action(({ newDataKey = false }: { newDataKey?: boolean }) =>
      run(async (deps, progress) => {
        await rotateSecret(deps, { newDataKey: newDataKey ? moved : undefined });
        progress.print(
          deps.config.serverSecret
            ? 'The secret is rotated. Put the new one in GAPMAP_SERVER_SECRET of every process and restart them; until then they take nothing in and release nothing.'
            : 'The secret is rotated, and server.key holds the new one. Copy it to every other machine of this database, and into its backup.',
        );
        if (newDataKey) progress.print(NEW_DATA_KEY);
        progress.print('A backup of before still needs the secret of before.');
      }),
    );
}
