import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Locate, RowProblem } from '../../domain/anonymize/index.ts';
import { PATIENT, type Patience } from '../../platform/http-client/patience.ts';
import type { Progress } from '../../platform/progress.ts';
import { readAddressPoints } from './address-points.ts';
import { CENSUS, type CensusOptions, censusGeocode } from './census.ts';
import { geocodeErrors } from './errors.ts';
import { Geocoder, unmatchedCsv } from './geocoder.ts';

export interface GeocodeFlags {
  addressPoints?: string;
  addressPointColumns?: string;
  unmatched?: string;
  censusGeocoder?: true;
  discloseAddresses?: true;
  censusUrl?: string;
  censusBenchmark?: string;
}

/** Adds to a command what it takes to place homes that have an address and no coordinates. */
export function geocodeOptions(command: Command): Command {
  return command
    .option(
      '--address-points <file>',
      'the state’s address points (CSV, Shapefile, GeoPackage, GeoJSON), searched here',
    )
    .option(
      '--address-point-columns <pairs>',
      'correct the guess: house_number=HSE,address=RD_NM,street_type=RD_TP; empty to read no such column',
    )
    .option('--unmatched <file.csv>', 'write the addresses that were not found; the list names homes and stays here')
    .option('--census-geocoder', 'send addresses that were not found to the U.S. Census Bureau; discloses them')
    .option('--disclose-addresses', 'agree to that disclosure without being asked')
    .option('--census-url <address>', 'of the geocoder', CENSUS.baseUrl)
    .option('--census-benchmark <name>', 'version of its address ranges', CENSUS.benchmark);
}

/** How the person is asked; the tests answer for them. */
export interface Asking {
  /** Undefined where nobody sits at the terminal. */
  readonly agree: ((question: string) => Promise<boolean>) | undefined;
  readonly patience: Patience;
}

export const AT_TERMINAL: Asking = { agree: process.stdin.isTTY ? agreeAtTerminal : undefined, patience: PATIENT };

/** What one pass over the rows found: where its homes are, and the lines of those whose address was not found. */
export interface Pass<T> {
  readonly result: T;
  readonly notFoundLines: readonly number[];
}

/**
 * Lets `pass` read the rows with what the flags allow to find places by, once, and once more where the Census geocoder
 * found some that were missing. Rows with coordinates need none of it.
 *
 * @param pass reads all rows, and says `startOver` before it reads them again of itself; called with no way to find places
 *   when no flag asks for any
 * @throws Refusal when a file cannot be read, or addresses would be disclosed without anybody's agreement
 */
export async function placing<T>(
  flags: GeocodeFlags,
  progress: Progress,
  pass: (locate: Locate | undefined, startOver: () => void) => Promise<Pass<T>>,
  { agree, patience }: Asking = AT_TERMINAL,
): Promise<T> {
  const { addressPoints, unmatched, censusGeocoder, discloseAddresses } = flags;
  if (censusGeocoder && !discloseAddresses && !agree) throw geocodeErrors.notAgreed();
  const census = {
    baseUrl: censusUrl(flags.censusUrl),
    benchmark: flags.censusBenchmark ?? CENSUS.benchmark,
    patience,
  };
  if (addressPoints === undefined && !censusGeocoder) return (await pass(undefined, () => undefined)).result;
  const geocoder = new Geocoder(
    addressPoints === undefined
      ? undefined
      : await readAddressPoints(addressPoints, progress, flags.addressPointColumns),
  );
  const startOver = () => geocoder.startOver();
  let found = await pass(geocoder.locate, startOver);
  if (censusGeocoder && (await learnFromCensus(geocoder, census, flags, agree, progress))) {
    startOver();
    found = await pass(geocoder.locate, startOver);
  }
  if (unmatched !== undefined) {
    rmSync(unmatched, { force: true });
    writeFileSync(unmatched, unmatchedCsv(geocoder.misses, found.notFoundLines), { mode: 0o600 });
    progress.print(
      `Not found by their address: ${geocoder.misses.length.toLocaleString('en')}; ${unmatched} lists them. It names homes: keep it here.`,
    );
  }
  return found.result;
}

/** Lines of the addresses that were looked for in vain: each of them has a problem, in the order they were asked for. */
export function notFoundLines(problems: readonly Pick<RowProblem, 'kind' | 'line'>[]): number[] {
  return problems.filter(({ kind }) => kind === 'not_found').map(({ line }) => line);
}

/** @returns whether anything was found */
async function learnFromCensus(
  geocoder: Geocoder,
  census: Pick<CensusOptions, 'baseUrl' | 'benchmark' | 'patience'>,
  { discloseAddresses }: GeocodeFlags,
  agree: Asking['agree'],
  progress: Progress,
): Promise<boolean> {
  const count = geocoder.worthAsking();
  if (count === 0) return false;
  progress.print(disclosureWarning(count, new URL(census.baseUrl).host));
  if (!discloseAddresses && !(await agree?.('Send them? Type yes to agree: '))) {
    progress.print('Nothing was sent.');
    return false;
  }
  const step = progress.begin('asking the Census geocoder', count);
  const learnt = await geocoder.learn((addresses) =>
    censusGeocode(addresses, { ...census, onBatch: (size) => step.advance(size), onWait: (words) => step.note(words) }),
  );
  step.done(`${learnt.toLocaleString('en')} of ${count.toLocaleString('en')} addresses found`);
  return learnt > 0;
}

function disclosureWarning(count: number, host: string): string {
  return [
    `WARNING: ${count === 1 ? 'the address of a student is' : `the addresses of ${count.toLocaleString('en')} homes of students are`} about to be sent to the U.S. Census Bureau (${host}).`,
    'No name, student number or answer goes along; that students of a district live there is disclosed.',
    'Nothing else of Gapmap sends an address anywhere. Check that your district’s agreements allow it.',
  ].join('\n');
}

async function agreeAtTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim().toLowerCase() === 'yes';
  } finally {
    terminal.close();
  }
}

function censusUrl(text: string = CENSUS.baseUrl): string {
  const isAllowed = URL.canParse(text) && /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(text);
  if (!isAllowed) throw geocodeErrors.censusUrl();
  return text.replace(/\/$/, '');
}
