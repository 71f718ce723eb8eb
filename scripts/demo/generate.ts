/**
 * The demo state: West Virginia's real counties and towns with invented students, providers and filings.
 *
 *     node scripts/demo/generate.ts OUT [--students 250000] [--seed 54] [--history]
 *
 * With --history it writes what came before, and nothing else: two older FCC filings, and homes with the answers of a year earlier.
 *
 * The same seed and number of students give the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HISTORY, writeFccFiles } from './fcc.ts';
import { writeFunded } from './funded.ts';
import { writeLayers } from './gis.ts';
import { readGround } from './ground.ts';
import { historyOf } from './history.ts';
import { writeHomes } from './homes.ts';
import { writePlaces } from './places.ts';
import { plantOf } from './plant.ts';
import { providerList } from './providers.ts';
import { describePucFilings } from './puc.ts';
import { serviceInTruth } from './service.ts';
import { settle } from './settlement.ts';
import { writeSisExport } from './sis-export.ts';
import { familiesOf } from './students.ts';
import { readTowns } from './towns.ts';
import { writeWays } from './ways.ts';

/** Rows of the sample export that a district would start from. */
const EXPORT_ROWS = 5_000;

export interface DemoOptions {
  /** Output folder, created if missing. */
  out: string;
  seed?: number;
  students?: number;
  onStep?: (text: string) => void;
}

export interface DemoSummary {
  students: number;
  households: number;
  locations: number;
  districts: number;
  fccRows: number;
  pucFilings: number;
}

export async function generateDemo({ out, seed = 54, students = 250_000, onStep }: DemoOptions): Promise<DemoSummary> {
  if (!Number.isSafeInteger(students) || students < 1)
    throw new RangeError('students: a whole number from 1 up was expected');
  mkdirSync(out, { recursive: true });
  const step = onStep ?? (() => {});
  step('Settling students along towns and hollows');
  const ground = readGround();
  const towns = readTowns(ground);
  const families = familiesOf(ground.counties, students, seed);
  const households = families.map((sizes) => sizes.length);
  const settlement = settle(ground, towns, households, seed);

  step('Building what providers have');
  const claims = plantOf({ ground, towns, settlement, seed });
  writeFileSync(join(out, 'providers.csv'), providerList());

  step('Drawing places and commission filings');
  const placeLayers = writePlaces(join(out, 'places'), { ground, towns, settlement });
  const pucLayers = describePucFilings(join(out, 'puc'), ground, settlement, claims, seed);
  const wayLayers = writeWays(join(out, 'ground'), settlement.lines, towns, seed);
  writeFunded(join(out, 'ground'), ground);
  const drawn = writeLayers([...placeLayers, ...wayLayers, ...pucLayers]);

  step('Writing FCC availability files');
  const files = await writeFccFiles(join(out, 'fcc'), ground, settlement, claims, seed);

  step('Writing homes and answers');
  const service = serviceInTruth(claims, settlement.count);
  const homes = writeHomes(join(out, 'homes'), ground, settlement, families, service, seed);
  writeSisExport(join(out, 'export'), ground, settlement, towns, service, { seed, rows: EXPORT_ROWS });
  await drawn;
  return {
    students: homes.reduce((sum, file) => sum + file.students, 0),
    households: households.reduce((sum, number) => sum + number, 0),
    locations: settlement.count,
    districts: homes.length,
    fccRows: files.reduce((sum, { rows }) => sum + rows, 0),
    pucFilings: pucLayers.length,
  };
}

/** Older filings in `fcc`, and homes of a year before in `homes`, of the very state that `generateDemo` makes. */
export async function generateHistory({ out, seed = 54, students = 250_000, onStep }: DemoOptions): Promise<void> {
  const step = onStep ?? (() => {});
  step('Settling students as before');
  const ground = readGround();
  const towns = readTowns(ground);
  const families = familiesOf(ground.counties, students, seed);
  const households = families.map((sizes) => sizes.length);
  const settlement = settle(ground, towns, households, seed);
  const scene = { ground, towns, settlement, seed };
  const claims = historyOf(scene, plantOf(scene));
  step('Writing older FCC availability files');
  await writeFccFiles(join(out, 'fcc'), ground, settlement, claims, seed, HISTORY);
  step('Writing homes and answers of a year before');
  const service = serviceInTruth(claims, settlement.count, 0);
  writeHomes(join(out, 'homes'), ground, settlement, families, service, seed, 'before');
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { students: { type: 'string' }, seed: { type: 'string' }, history: { type: 'boolean' } },
  });
  const [out] = positionals;
  if (out === undefined) {
    console.error('usage: node scripts/demo/generate.ts OUT [--students N] [--seed N] [--history]');
    process.exit(2);
  }
  const started = performance.now();
  const summary = await (values.history ? generateHistory : generateDemo)({
    out,
    ...(values.students && { students: Number(values.students) }),
    ...(values.seed && { seed: Number(values.seed) }),
    onStep: (text) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`),
  });
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  done`, summary);
}
