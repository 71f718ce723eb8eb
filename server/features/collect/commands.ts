import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { RunCommand } from '../../command.ts';
import { dataKey, knownServerKey } from '../intake/index.ts';
import { isGenuine } from './certificate.ts';
import { collectErrors } from './errors.ts';

export function certificateCommand(run: RunCommand): Command {
  return new Command('certificate').description('what was received of a district, and that it was deleted').addCommand(
    new Command('verify')
      .description('say whether a certificate is one that this server issued, to the letter')
      .argument('<file>', 'the certificate in its JSON form')
      .action((file: string) => {
        const certificate = readCertificate(file);
        return run(async (deps, _progress, { terminal: { lines } }) => {
          if (!knownServerKey(deps.config)) throw collectErrors.noSecret();
          if (!isGenuine(certificate, { secret: await dataKey(deps) })) throw collectErrors.notGenuine();
          process.stdout.write(`${lines.genuine}\n${certificate.statement}\n`);
        });
      }),
  );
}

/** @throws Refusal collect.certificate-unreadable */
function readCertificate(file: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    if (typeof read === 'object' && read !== null) return { ...read };
  } catch {
    // Refused below, like a file that holds other JSON.
  }
  throw collectErrors.certificateUnreadable();
}
