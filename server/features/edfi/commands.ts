import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { RunCommand } from '../../command.ts';
import { readConfig } from '../../config.ts';
import { dayOf } from '../../domain/day.ts';
import type { Progress } from '../../platform/progress.ts';
import { openScratch } from '../../platform/scratch.ts';
import { Secret } from '../../platform/secret.ts';
import { type KeyFlags, withKey } from '../anonymize/index.ts';
import { type GeocodeFlags, geocodeOptions } from '../geocode/index.ts';
import { importHomes } from '../intake/index.ts';
import { edfiErrors } from './errors.ts';
import { importEdfi } from './import.ts';

interface Flags extends GeocodeFlags, KeyFlags {
  baseUrl: string;
  tokenUrl?: string;
  dataUrl?: string;
  clientId: string;
  clientSecretFile?: string;
  educationOrganization?: string;
  out?: string;
  report?: string;
  since?: number;
  pageSize?: number;
  leaveOutBadRows?: true;
  manyInOnePlace?: true;
  import?: true;
  collection?: string;
  synthetic?: true;
}

/** @param progress for the part without a database */
export function importEdfiCommand(run: RunCommand, progress: Progress): Command {
  const command = new Command('edfi')
    .description('read a district’s students from an Ed-Fi API and write the anonymized file, on this computer')
    .requiredOption('--base-url <address>', 'of the API, without /data/v3')
    .requiredOption('--client-id <id>', 'of a client that may read students; its secret is GAPMAP_EDFI_SECRET')
    .option('--client-secret-file <file>', 'a file that holds the secret, instead of GAPMAP_EDFI_SECRET')
    .requiredOption('--district <id>', 'the district’s LEAID, seven digits')
    .option('--education-organization <id>', 'the district’s number in the API, where it does not say its NCES id')
    .option('--key <file>', 'the district’s key (default: gapmap-key-<id>.json)')
    .option('--new-key', 'make the key: for a district’s first file')
    .option('--out <file>', 'where to write (default: gapmap-<id>.csv; with --import nowhere)')
    .option('--report <file.csv>', 'write one row for each problem: document, field, what was found, what to do')
    .option('--leave-out-bad-rows', 'go on even when more than one student in five is left out')
    .option(
      '--many-in-one-place',
      'it is right that half of the students live in one place, such as a tower or dormitory',
    )
    .option('--since <change>', 'do nothing unless something has changed after this change version', wholeNumber)
    .option('--page-size <documents>', 'how many documents to ask for at once (default: 500)', pageSize)
    .option('--token-url <address>', 'where tokens are, if the API does not say')
    .option('--data-url <address>', 'where data is, if the API does not say, such as https://…/data/v3')
    .option('--import', 'load the file into this machine’s database as well: for a state’s own machine')
    .option('--collection <name>', 'with --import: the survey round, for example "fall 2026"')
    .option('--synthetic', 'with --import: the students are made up; whatever rests on them is marked so');
  return geocodeOptions(command).action(async (flags: Flags) => {
    if (flags.import && flags.collection === undefined) throw edfiErrors.noCollection();
    const scratch = flags.import && flags.out === undefined ? openScratch('edfi') : undefined;
    const today = dayOf(new Date());
    try {
      const out =
        scratch === undefined ? (flags.out ?? `gapmap-${flags.district}.csv`) : join(scratch.folder, 'homes.csv');
      const credentials = { clientId: flags.clientId, secret: secretOf(flags) };
      const { isUnchanged } = await withKey(flags, today, progress, (key) =>
        importEdfi({ ...flags, out, credentials, key, geocode: flags, today }, progress),
      );
      const { collection } = flags;
      if (flags.import && collection !== undefined && !isUnchanged)
        await run(async (deps, loading) => {
          await importHomes(
            deps,
            {
              paths: [out],
              collection,
              synthetic: flags.synthetic ?? false,
              refuseOneCell: flags.manyInOnePlace !== true,
            },
            loading,
          );
        });
    } finally {
      scratch?.[Symbol.dispose]();
    }
  });
}

/** Never an argument: process lists and shell histories show those to everybody. */
function secretOf({ clientSecretFile }: Flags): Secret {
  if (clientSecretFile !== undefined && !existsSync(clientSecretFile)) throw edfiErrors.noSecretFile(clientSecretFile);
  const secret =
    clientSecretFile === undefined
      ? readConfig(process.env).edfiSecret
      : new Secret(readFileSync(clientSecretFile, 'utf8').trim());
  if (secret === undefined || secret.reveal() === '') throw edfiErrors.noSecret();
  return secret;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('write the number that the import before printed.');
  return Number(text);
}

function pageSize(text: string): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) < 2)
    throw new InvalidArgumentError('write a number from 2, such as 100.');
  return Number(text);
}
