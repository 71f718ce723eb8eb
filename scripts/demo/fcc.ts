import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cellFromText, cellToText, parentOf } from '../../server/domain/cell.ts';
import type { TechnologyCode } from '../../server/domain/technology.ts';
import { FILE_WORDS } from '../../server/features/coverage/fcc/vintage.ts';
import { type Claim, VINTAGES, type Vintage } from './claims.ts';
import { type Ground, STATE_FIPS } from './ground.ts';
import { brandOf, csvText, providerOf } from './providers.ts';
import { chance, hashText } from './seeded.ts';
import type { Settlement } from './settlement.ts';
import { zipText } from './zip.ts';

type Editions = Readonly<Record<Vintage, string>>;

/** Vintage and revision, as in the file name. */
const NEWEST: Editions = { 0: 'D25_19may2026', 1: 'J26_10nov2026' };
/** What came before: half a year earlier, and December 2025 as it was first issued. */
export const HISTORY: Editions = { 0: 'J25_18nov2025', 1: 'D25_21apr2026' };

export const FCC_HEADER =
  'frn,provider_id,brand_name,location_id,technology,max_advertised_download_speed,max_advertised_upload_speed,low_latency,business_residential_code,state_usps,block_geoid,h3_res8_id';

export interface FccFile {
  path: string;
  rows: number;
}

/** Writes one availability file per technology and vintage, in the FCC's format. */
export async function writeFccFiles(
  folder: string,
  ground: Ground,
  settlement: Settlement,
  claims: readonly Claim[],
  seed: number,
  editions = NEWEST,
): Promise<FccFile[]> {
  mkdirSync(folder, { recursive: true });
  const where = describeLocations(ground, settlement, seed);
  const files: FccFile[] = [];
  for (const vintage of VINTAGES)
    for (const technology of Object.keys(FILE_WORDS).map(Number) as TechnologyCode[]) {
      const name = `bdc_${STATE_FIPS}_${FILE_WORDS[technology]}_fixed_broadband_${editions[vintage]}`;
      const path = join(folder, `${name}.zip`);
      const own = claims.filter((claim) => claim.technology === technology);
      const counter = { rows: 0 };
      await zipText(path, `${name}.csv`, fileText(own, vintage, where, settlement, seed, counter));
      files.push({ path, rows: counter.rows });
    }
  return files;
}

interface LocationTexts {
  /** Location id, and the end of each of its rows: state, block, res-8 cell. */
  id: (location: number) => string;
  tail: string[];
}

const FIRST_LOCATION_ID = 1_061_000_000;

/** Shared by all files: a location has the same id and block, whoever files it. */
function describeLocations(ground: Ground, settlement: Settlement, seed: number): LocationTexts {
  const blocks = hashText('blocks', seed);
  const cellTails = settlement.cells.map((cell, number) => {
    const resolution8 = cellToText(parentOf(cellFromText(cell), 8));
    const tract = String(9501 + ((hashText(cellToText(parentOf(cellFromText(cell), 6))) >>> 0) % 60)).padStart(4, '0');
    const block = 1000 + Math.floor(chance(blocks, number) * 4999);
    return { after: `${tract}00${block}`, resolution8 };
  });
  const tail = new Array<string>(settlement.count);
  for (let at = 0; at < settlement.count; at++) {
    const cell = cellTails[settlement.cell[at] ?? 0];
    const fips = ground.counties[settlement.county[at] ?? 0]?.fips;
    tail[at] = `,WV,${fips}${cell?.after},${cell?.resolution8}\n`;
  }
  return { id: (at) => String(FIRST_LOCATION_ID + at * 23 + Math.floor(chance(blocks, at, 1) * 23)), tail };
}

const ROWS_PER_CHUNK = 4000;

function* fileText(
  claims: readonly Claim[],
  vintage: Vintage,
  where: LocationTexts,
  settlement: Settlement,
  seed: number,
  counter: { rows: number },
): Generator<string> {
  const codes = hashText('codes', seed);
  let text = `${FCC_HEADER}\n`;
  let waiting = 0;
  for (const claim of claims) {
    const { provider, technology, downloadMbps, uploadMbps, lowLatency } = claim;
    const { frns, id } = providerOf(provider);
    const brand = csvText(claim.brands?.[vintage] ?? brandOf(provider, technology));
    const starts = frns.map((frn) => `${frn},${id},${brand},`);
    const speeds = `,${technology},${downloadMbps},${uploadMbps},${lowLatency ? 1 : 0},`;
    const businessSpeeds = `,${technology},${downloadMbps * 2},${uploadMbps * 2},${lowLatency ? 1 : 0},`;
    for (const at of claim.locations[vintage].values) {
      const start = `${starts[(settlement.county[at] ?? 0) % starts.length]}${where.id(at)}`;
      const tail = where.tail[at];
      const code = codeOf(chance(codes, at, technology), (settlement.households[at] ?? 0) > 0);
      text += `${start}${speeds}${code === 'both' ? 'R' : code}${tail}`;
      counter.rows++;
      if (code === 'both') {
        text += `${start}${businessSpeeds}B${tail}`;
        counter.rows++;
      }
      if (++waiting < ROWS_PER_CHUNK) continue;
      yield text;
      text = '';
      waiting = 0;
    }
  }
  yield text;
}

/** Most rows cover homes and businesses alike; some locations have a row for each, shops only a business one. */
function codeOf(draw: number, isHome: boolean): 'X' | 'R' | 'B' | 'both' {
  if (draw < 0.82) return 'X';
  if (draw < 0.9) return 'R';
  return draw < 0.95 || isHome ? 'both' : 'B';
}
