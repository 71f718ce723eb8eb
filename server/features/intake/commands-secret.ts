import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { phrase } from '../../domain/messages/phrase.ts';
import { type Rotation, rotateSecret } from './data-key.ts';

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
        progress.print(phrase(deps.config.serverSecret ? 'secret.rotated/setting' : 'secret.rotated/file'));
        if (newDataKey) progress.print(phrase('secret.new-data-key'));
        progress.print(phrase('secret.backups'));
      }),
    );
}
