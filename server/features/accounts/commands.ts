import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import type { Deps } from '../../deps.ts';
import type { TokenHolder } from '../../domain/actor.ts';
import { dayOf } from '../../domain/day.ts';
import { readDigits } from '../../domain/whole-number.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { accountErrors } from './errors.ts';
import { onlyState, stateAsked } from './state-asked.ts';
import { createToken, type ListedToken, listTokens, revokeToken } from './tokens.ts';

interface CreateOptions {
  role: string;
  leaId?: string;
  providerId?: string;
  state?: string;
  label: string;
  days: string;
}

export function tokenCommand(run: RunCommand): Command {
  const create = new Command('create')
    .description('make a token and print it once, with the link that opens the view in a browser')
    .requiredOption('--role <role>', 'agency, provider, district or coordinator')
    .option('--lea-id <id>', 'the district’s LEAID, for a district')
    .option('--provider-id <id>', 'the FCC provider id, for a provider')
    .option('--state <state>', 'where several are loaded: FIPS code, letters or name; a LEAID says its own', stateAsked)
    .requiredOption('--label <text>', 'who it is for')
    .option('--days <number>', 'days until it expires', '30')
    .action((options: CreateOptions) =>
      run(async (deps, _progress, { terminal: { lines } }) => {
        const { token, id, link, expiresAt } = await createToken(deps, {
          ...(await holderOf(deps, options)),
          label: options.label,
          days: readDigits(options.days),
        });
        const { publicUrl, host, port } = deps.config;
        // On standard output for piping; everything else goes to standard error.
        process.stdout.write(
          `${lines.tokenMade({ number: id, on: dayOf(expiresAt) })}\n${token}\n${publicUrl ?? `http://${host}:${port}`}${link}\n`,
        );
      }),
    );
  const list = new Command('list').description('list the tokens given out').action(() =>
    run(async (deps, _progress, { terminal: { lines } }) => {
      const tokens = await listTokens(deps);
      const said = tokens.length === 0 ? [lines.noTokens] : tokens.map((token) => tokenLine(token, lines));
      process.stdout.write(`${said.join('\n')}\n`);
    }),
  );
  const revoke = new Command('revoke')
    .description('end a token at once')
    .argument('<id>', 'its number in the list')
    .action((id: string) =>
      run(async (deps, _progress, { terminal: { lines } }) => {
        if (!/^\d{1,9}$/.test(id)) throw accountErrors.unknown(id);
        await revokeToken(deps, Number(id));
        process.stdout.write(`${lines.tokenRevoked({ number: Number(id) })}\n`);
      }),
    );
  return new Command('token')
    .description('give out and end access to the finer views')
    .addCommand(create)
    .addCommand(list)
    .addCommand(revoke);
}

async function holderOf(
  { db }: Pick<Deps, 'db'>,
  { role, leaId, providerId, state }: CreateOptions,
): Promise<TokenHolder> {
  switch (role) {
    case 'agency':
    case 'coordinator':
      return { role, stateFips: state ?? (await db.asOwner(onlyState)) };
    case 'provider':
      return { role, stateFips: state ?? (await db.asOwner(onlyState)), providerId: readDigits(providerId ?? '') };
    case 'district':
      return { role, leaId: leaId ?? '' };
    default:
      throw accountErrors.role();
  }
}

function tokenLine(token: ListedToken, lines: ServerMessages['terminal']['lines']): string {
  const pieces = [token.lea_id ?? token.state_fips, token.provider_id].filter((part) => part !== null).map(String);
  const holder = lines.holder({ role: token.role, pieces });
  const on = dayOf(token.revoked_at ?? token.expires_at);
  const state = token.revoked_at
    ? lines.revoked({ on })
    : token.expires_at < new Date()
      ? lines.expired({ on })
      : lines.good({ on });
  return `${String(token.id).padStart(4)}  ${holder}  ${state}  ${token.label}`;
}
