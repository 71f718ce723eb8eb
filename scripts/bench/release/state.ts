/**
 * A plain synthetic state written directly to the tables, for the release bench and its tests: square districts of some
 * 4,500 students each, so that more homes mean more districts instead of denser ones. Reproducible.
 */
import { cellToLatLng } from 'h3-js';
import { homeCell } from '../../../server/domain/anonymize/index.ts';
import { cellToText, shardOf } from '../../../server/domain/cell.ts';
import { PROFILES } from '../../../server/domain/technology.ts';
import type { Tx } from '../../../server/platform/db.ts';
import type { Value } from '../../../server/platform/load.ts';
import { type Random, randomFor, smoothNoise } from '../../demo/seeded.ts';
import { columnsOf, inBatches } from './rows.ts';

export const STUDENTS_A_DISTRICT = 4_500;
export const COLLECTION = 'fall 2026';
export const FCC_DATES = ['2025-12-31', '2026-06-30'] as const;

interface District {
  readonly leaId: string;
  readonly west: number;
  readonly south: number;
}

const WIDTH = 0.38;
const HEIGHT = 0.3;
const SYNTHETIC = { state: '54', seed: 54 };

/** @param areas filed areas per district, of 200 corners each; one filing in four is for the agency only */
export async function loadState(tx: Tx, { students, areas = 8 }: { students: number; areas?: number }): Promise<void> {
  const districts = districtsFor(students);
  await loadPlaces(tx, districts);
  const cells = await loadHomes(tx, districts, students);
  await loadFcc(tx, cells);
  await loadPuc(tx, districts, areas);
}

function districtsFor(students: number): District[] {
  const count = Math.max(1, Math.ceil(students / STUDENTS_A_DISTRICT));
  const columns = Math.ceil(Math.sqrt(count));
  return Array.from({ length: count }, (_, i) => ({
    leaId: `${SYNTHETIC.state}${String(i * 30 + 30).padStart(5, '0')}`,
    west: -82.6 + (i % columns) * WIDTH,
    south: 35.2 + Math.floor(i / columns) * HEIGHT,
  }));
}

async function loadPlaces(tx: Tx, districts: readonly District[]): Promise<void> {
  const square = ({ west, south }: District) => {
    const [east, north] = [west + WIDTH, south + HEIGHT];
    return `((${west} ${south},${east} ${south},${east} ${north},${west} ${north},${west} ${south}))`;
  };
  const place = (kind: string, id: string, name: string, outlines: readonly District[]): Value[] => [
    kind,
    id,
    name,
    SYNTHETIC.state,
    `SRID=4326;POINT(${outlines[0]?.west} ${outlines[0]?.south})`,
    `SRID=4326;MULTIPOLYGON(${outlines.map(square).join()})`,
  ];
  const rows = [place('state', SYNTHETIC.state, 'Synthetic state', districts)];
  for (const [i, district] of districts.entries()) {
    rows.push(place('school_district', district.leaId, `District ${i}`, [district]));
    rows.push(place('county', `54${String(2 * i + 1).padStart(3, '0')}`, `County ${i}`, [district]));
  }
  for (let from = 0; from < districts.length; from += 3)
    rows.push(
      place('senate_district', `54${String(from / 3).padStart(3, '0')}`, 'Senate', districts.slice(from, from + 3)),
    );
  await tx.load(
    'places.places',
    columnsOf('kind text, id text, name text, state_fips text, label_point geometry, geom geometry'),
    inBatches(rows),
  );
}

/** @returns distinct res-8 cells */
async function loadHomes(tx: Tx, districts: readonly District[], students: number): Promise<Set<bigint>> {
  const { id } = await tx.one<{ id: number }>(
    "insert into intake.collections (name, state_fips) values ($1, '54') returning id",
    [COLLECTION],
  );
  const cells = new Set<bigint>();
  for (const [number, district] of districts.entries()) {
    const own = Math.min(STUDENTS_A_DISTRICT, students - number * STUDENTS_A_DISTRICT);
    const random = randomFor(SYNTHETIC.seed, `homes ${district.leaId}`);
    const hamlets = Array.from({ length: 60 }, () => spot(district, random));
    const homes: Value[][] = [];
    const answers: Value[][] = [];
    let household = 0;
    while (homes.length < own) {
      // Six in ten live in three towns, the rest in hamlets and hollows.
      const at = hamlets[Math.floor(random.next() * (random.next() < 0.6 ? 3 : hamlets.length))] ?? [0, 0];
      const spread = random.next() < 0.2 ? 0.04 : 0.01;
      const cell = homeCell({
        latitude: at[0] + random.normal() * spread,
        longitude: at[1] + random.normal() * spread,
      });
      cells.add(cell);
      household++;
      const children = 1 + Math.floor(random.next() ** 2 * 4);
      for (let child = 0; child < children && homes.length < own; child++) {
        const student = keyOf(number, homes.length, 1);
        homes.push([shardOf(cell), id, district.leaId, student, keyOf(number, household, 2), cell, '05']);
        if (random.next() < 0.6)
          answers.push([shardOf(cell), id, district.leaId, student, ...answersBy(random), 'Chromebook', 'Not Shared']);
      }
    }
    await tx.run(
      `insert into intake.uploads (collection_id, lea_id, sha256, state, row_count, bad_row_count, synthetic)
       values ($1, $2, 'bench', 'accepted', $3, 0, true)`,
      [id, district.leaId, own],
    );
    const key = 'shard bigint, collection_id integer, lea_id text, student_key bytea';
    await tx.load(
      'intake.homes',
      columnsOf(`${key}, household_key bytea, cell bigint, grade_level text`),
      inBatches(homes),
    );
    await tx.load(
      'intake.answers',
      columnsOf(
        `${key}, internet_access boolean, barrier text, internet_type text, performance text, device text, device_access text`,
      ),
      inBatches(answers),
    );
  }
  return cells;
}

async function loadFcc(tx: Tx, cells: Set<bigint>): Promise<void> {
  for (const asOf of FCC_DATES) {
    const id = await filing(tx, 'fcc', 'FCC', 'Broadband Data Collection', asOf, 'public');
    const random = randomFor(SYNTHETIC.seed, `fcc ${asOf}`);
    const rows: Value[][] = [...cells].flatMap((cell) => {
      const [lat, lng] = cellToLatLng(cellToText(cell));
      // Service covers whole valleys, not single cells: shares change smoothly over some ten kilometers.
      const reach = [1, 2, 3].map((tier) => clamped(smoothNoise(SYNTHETIC.seed + tier, lng * 9, lat * 9) * 2.2 - 0.5));
      const locations = 3 + Math.floor(random.next() * 60);
      return PROFILES.map((profile): Value[] => {
        const at25 = Math.round(locations * (profile === 'any' ? 1 : (reach[0] ?? 0)));
        const at100 = Math.round(at25 * (reach[1] ?? 0));
        return [shardOf(cell), id, cell, profile, locations, at25, at100, Math.round(at100 * (reach[2] ?? 0))];
      });
    });
    await tx.load(
      'coverage.service',
      columnsOf(
        'shard bigint, filing_id integer, cell bigint, profile text, locations integer, served_25_3 integer, served_100_20 integer, served_1000_100 integer',
      ),
      inBatches(rows),
    );
  }
}

const PUC_FILINGS = 12;
const CORNERS = 200;

async function loadPuc(tx: Tx, districts: readonly District[], areas: number): Promise<void> {
  const rows: Value[][] = [];
  const random = randomFor(SYNTHETIC.seed, 'puc');
  for (let i = 0; i < PUC_FILINGS; i++) {
    const confidentiality = i % 4 === 3 ? 'agency' : 'public';
    const id = await filing(tx, 'puc', 'Commission', `Provider ${i}`, '2026-06-30', confidentiality);
    for (const [number, district] of districts.entries())
      for (let area = 0; area < areas; area++)
        if ((number * areas + area) % PUC_FILINGS === i)
          rows.push([
            id,
            `Provider ${i}`,
            i % 3 === 0 ? 10 : 50,
            '50',
            i % 2 === 0 ? 1000 : 50,
            100,
            true,
            true,
            blob(district, random),
          ]);
  }
  const columns =
    'filing_id integer, provider_name text, technology smallint, technology_raw text, download_mbps numeric, upload_mbps numeric, low_latency boolean, residential boolean';
  const names = columns.replaceAll(/ (\w+)(, |$)/g, '$2');
  // COPY refuses tables with row level security.
  await tx.run(`create temporary table areas (${columns}, geom geometry) on commit drop`);
  await tx.load('areas', columnsOf(`${columns}, geom geometry`), inBatches(rows));
  await tx.run(`insert into coverage.areas (${names}, geom) select ${names}, geom from areas`);
}

/** A wobbly ring a few kilometers across. */
function blob(district: District, random: Random): string {
  const [lat, lng] = spot(district, random);
  const corners = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const radius = 0.05 + 0.008 * Math.sin(angle * 9) + 0.001 * random.next();
    return `${lng + radius * Math.cos(angle)} ${lat + radius * Math.sin(angle)}`;
  });
  return `SRID=4326;MULTIPOLYGON(((${[...corners, corners[0]].join()})))`;
}

async function filing(
  tx: Tx,
  source: string,
  publisher: string,
  title: string,
  asOf: string,
  confidentiality: string,
): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, confidentiality, synthetic)
     values ($1, $2, $3, $4, $5, $5, $6, true)
     returning id`,
    [source, SYNTHETIC.state, publisher, title, asOf, confidentiality],
  );
  return id;
}

function spot({ west, south }: District, random: Random): readonly [lat: number, lng: number] {
  return [random.between(south, south + HEIGHT), random.between(west, west + WIDTH)];
}

function answersBy(random: Random): Value[] {
  if (random.next() < 0.75)
    return [true, null, random.next() < 0.8 ? 'Residential Broadband' : 'Hot Spot', random.next() < 0.7 ? 'Yes' : 'No'];
  const barriers = ['Not Available', 'Not Affordable', 'Not Desired', 'Other'];
  return [false, barriers[Math.floor(random.next() * 4)] ?? 'Other', null, null];
}

function clamped(share: number): number {
  return Math.max(0, Math.min(1, share));
}

/** 16 bytes that are nobody's. */
function keyOf(district: number, number: number, kind: number): Uint8Array {
  const key = new DataView(new ArrayBuffer(16));
  // Uniform like a keyed pseudonym, so that indexes behave realistically.
  key.setUint32(0, Math.imul(number + 1, 0x9e3779b1));
  key.setUint32(4, district);
  key.setUint32(8, number);
  key.setUint32(12, kind);
  return new Uint8Array(key.buffer);
}
