import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { dayOf } from '../../domain/day.ts';
import { readDigits } from '../../domain/whole-number.ts';
import { onlyState, stateAsked } from '../accounts/index.ts';
import { COMMAND_LINE } from '../audit/index.ts';
import { invite, personRole } from './invitations.ts';

interface InviteOptions {
  role: string;
  organization: string;
  label: string;
  state?: string;
  leaId?: string;
  providerId?: string;
}

export function peopleCommand(run: RunCommand): Command {
  const inviting = new Command('invite')
    .description('invite somebody: prints a link, once, by which one person takes up one role')
    .requiredOption('--role <role>', 'admin, sea, puc, coordinator, district, provider or viewer')
    .requiredOption('--organization <name>', 'organization that the person acts for')
    .requiredOption('--label <text>', 'whom it is for, such as an e-mail address')
    .option('--state <state>', 'where several are loaded: FIPS code, letters or name', stateAsked)
    .option('--lea-id <id>', 'the district’s LEAID, for a district')
    .option('--provider-id <id>', 'the FCC provider id, for a provider')
    .action(({ role, organization, label, state, leaId, providerId }: InviteOptions) =>
      run(async ({ db, config }, _progress, { terminal: { lines } }) => {
        const { id, link, expiresAt } = await db.asOwner(async (tx) => {
          const stateFips = state ?? leaId?.slice(0, 2) ?? (await onlyState(tx));
          const number = providerId === undefined ? undefined : readDigits(providerId);
          const wish = { role: personRole(role), stateFips, organization, label, leaId, providerId: number };
          return invite(tx, wish, COMMAND_LINE(stateFips));
        });
        const { publicUrl, host, port } = config;
        process.stdout.write(
          `${lines.invited({ number: id, on: dayOf(expiresAt) })}\n${publicUrl ?? `http://${host}:${port}`}${link}\n`,
        );
      }),
    );
  return new Command('people').description('invite people who sign in').addCommand(inviting);
}
