import { rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Locate, RowProblem } from '../../domain/anonymize/index.ts';
import { phrase } from '../../domain/messages/phrase.ts';
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

/** Adds the options for placing homes by address to a command. */
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

/** How to ask the person; tests answer instead. */
export interface Asking {
  /** Undefined without a person at the terminal. */
  readonly agree: (() => Promise<boolean>) | undefined;
  readonly patience: Patience;
}

export const AT_TERMINAL: Asking = { agree: process.stdin.isTTY ? agreeAtTerminal : undefined, patience: PATIENT };

/** Result of one pass over the rows: the places found, and the lines of addresses without a match. */
export interface Pass<T> {
  readonly result: T;
  readonly notFoundLines: readonly number[];
}

/**
 * Runs `pass` over the rows with the geocoder that the flags allow, and once more if the Census geocoder found some that were
 * missing. Rows with coordinates need neither.
 *
 * @param pass reads all rows, and calls `startOver` if it reads them again by itself; gets no geocoder
 *   when no flag asks for one
 * @throws Refusal when a file cannot be read, or addresses would be disclosed without consent
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
    progress.print(phrase('geocode.unmatched', { addressCount: geocoder.misses.length, path: unmatched }));
  }
  return found.result;
}

/** Lines of the addresses without a match: each has a problem, in the order of the lookups. */
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
  progress.print(phrase('geocode.disclosure', { homes: count, host: new URL(census.baseUrl).host }));
  if (!discloseAddresses) progress.print(phrase('geocode.agree'));
  if (!discloseAddresses && !(await agree?.())) {
    progress.print(phrase('geocode.nothing-sent'));
    return false;
  }
  const step = progress.begin(phrase('step.census'), count);
  const learnt = await geocoder.learn((addresses) =>
    censusGeocode(addresses, { ...census, onBatch: (size) => step.advance(size), onWait: step.note }),
  );
  step.done(phrase('done.census', { matched: learnt, addressCount: count }));
  return learnt > 0;
}

/** What agrees, in either language. */
const YES = ['yes', 'sí', 'si'];

async function agreeAtTerminal(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return YES.includes((await terminal.question('> ')).trim().toLowerCase());
  } finally {
    terminal.close();
  }
}

function censusUrl(text: string = CENSUS.baseUrl): string {
  const isAllowed = URL.canParse(text) && /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])/.test(text);
  if (!isAllowed) throw geocodeErrors.censusUrl();
  return text.replace(/\/$/, '');
}
