/**
 * The Census Bureau's batch geocoder, for those who decided to disclose addresses to it. Never called without that decision
 * (`options.ts`). Source: U.S. Census Bureau, Geocoding Services Web API, "Batch Geocoding" (07/2024).
 */
import { randomUUID } from 'node:crypto';
import { type Address, readPointText } from '../../domain/anonymize/index.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { type CsvRow, readCsv } from '../../platform/csv/read.ts';
import { type Answer, askPatiently, Garbled, type Patience, Unanswered } from '../../platform/http-client/patience.ts';
import { Refusal } from '../../platform/problem.ts';
import { geocodeErrors } from './errors.ts';

/** Everything the geocoder learns about a home: without the unit, which it does not use. */
export type DisclosedAddress = Pick<Address, 'address' | 'city' | 'state' | 'zip'>;

export interface CensusMatch {
  readonly lng: number;
  readonly lat: number;
  readonly quality: 'census-exact' | 'census-near';
}

export interface CensusOptions {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Version of the address ranges to search. */
  readonly benchmark: string;
  readonly batchSize?: number;
  readonly patience: Patience;
  readonly onBatch?: (addresses: number) => void;
  readonly onWait?: ((why: Phrase) => void) | undefined;
}

export const CENSUS = { baseUrl: 'https://geocoding.geo.census.gov/geocoder', benchmark: 'Public_AR_Current' } as const;

/** The service's limit of lines per file. */
const MOST_LINES = 10_000;

/**
 * Looks addresses up, at most 10,000 per request, under random numbers of this run: no student id and no line number goes with
 * them. A tie (an address with several answers) counts as no match.
 *
 * @returns one entry per address, in order; undefined without a match
 * @throws Refusal when the service does not answer, or answers in another form than documented
 */
export async function censusGeocode(
  addresses: readonly DisclosedAddress[],
  { baseUrl, benchmark, batchSize = MOST_LINES, patience, onBatch = () => undefined, onWait }: CensusOptions,
): Promise<(CensusMatch | undefined)[]> {
  const matches: (CensusMatch | undefined)[] = [];
  for (let from = 0; from < addresses.length; from += batchSize) {
    const batch = addresses.slice(from, from + batchSize);
    const ids = batch.map(() => randomUUID());
    const answered = await ask(batch, ids, { baseUrl, benchmark, patience, onWait });
    for (const id of ids) matches.push(answered.get(id));
    onBatch(batch.length);
  }
  return matches;
}

async function ask(
  batch: readonly DisclosedAddress[],
  ids: readonly string[],
  { baseUrl, benchmark, patience, onWait }: Pick<CensusOptions, 'baseUrl' | 'benchmark' | 'patience' | 'onWait'>,
): Promise<ReadonlyMap<string, CensusMatch>> {
  const lines = batch.map(({ address, city, state, zip }, i) =>
    [ids[i] ?? '', address, city, state, zip].map(plainField).join(','),
  );
  const form = new FormData();
  form.set('addressFile', new Blob([`${lines.join('\n')}\n`], { type: 'text/csv' }), 'addresses.csv');
  form.set('benchmark', benchmark);
  const url = `${baseUrl}/locations/addressbatch`;
  try {
    const text = await askPatiently(url, { method: 'POST', body: form }, patience, textOf, onWait);
    return await matchesIn(text);
  } catch (error) {
    if (error instanceof Unanswered) throw geocodeErrors.census(error.reason, error);
    throw error;
  }
}

/** No address needs quotation marks or commas; without them every parser agrees on the fields. */
function plainField(text: string): string {
  return text.replace(/[",\s]+/g, ' ').trim();
}

function textOf({ status, headers, text }: Answer): string {
  if (status !== 200) throw geocodeErrors.census(phrase('wait.answered', { status }), undefined);
  // Under load the service has sent error pages with status 200.
  if (/html/i.test(headers.get('content-type') ?? '') || /^\s*</.test(text)) throw new Garbled(phrase('wait.no-table'));
  return text;
}

/**
 * Columns of an answer: id, input address, Match | No_Match | Tie, then for a match Exact | Non_Exact, matched address,
 * "lng,lat", TIGER line id, side.
 */
async function matchesIn(text: string): Promise<Map<string, CensusMatch>> {
  const matches = new Map<string, CensusMatch>();
  for (const { fields } of await rowsIn(text)) {
    const [id, , found, kind, , point] = fields;
    if (found !== 'Match' || id === undefined) continue;
    const place = readPointText((point ?? '').split(',').reverse().join(','));
    if ('fault' in place) continue;
    const { longitude: lng, latitude: lat } = place;
    matches.set(id, { lng, lat, quality: kind === 'Exact' ? 'census-exact' : 'census-near' });
  }
  return matches;
}

async function rowsIn(text: string): Promise<CsvRow[]> {
  if (text.trim() === '') return [];
  try {
    const rows: CsvRow[] = [];
    for await (const batch of readCsv(asyncOf([new TextEncoder().encode(text)]))) rows.push(...batch);
    return rows;
  } catch (error) {
    if (error instanceof Refusal) throw geocodeErrors.census(phrase('wait.no-rows'), error);
    throw error;
  }
}

async function* asyncOf<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
