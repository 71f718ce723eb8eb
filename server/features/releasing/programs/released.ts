/** What releases published, stored for the programs of later ones. In intake, because it holds what releases hide. */
import { createHash } from 'node:crypto';
import type { Tx } from '../../../platform/db.ts';
import type { Reader } from '../../../platform/reader.ts';

/** An area's answers about one half of the survey, entry by entry. */
export interface ReleasedTable {
  readonly area: number;
  readonly about: 'home' | 'device';
  /** Id of the release that first counted this table. */
  readonly version: number;
  readonly leaIds: readonly string[];
  readonly cells: readonly bigint[];
  /** Positions in HOME_STATUSES or DEVICE_STATUSES. */
  readonly answers: readonly number[];
  readonly students: readonly number[];
}

/** Published numbers of a set of areas. */
export interface ReleasedQuestion {
  readonly about: 'home' | 'device' | 'lever';
  readonly areas: readonly number[];
  /** By area the version of the table in question; for a lever, of the home table. */
  readonly versions: readonly number[];
  /** Name of the reading behind the levers. */
  readonly reading: string | null;
  readonly shownTo: number;
  /** The floor that decided what is shown. */
  readonly floor: number;
  readonly codes: readonly number[];
  readonly decoys: readonly number[];
}

export interface Released {
  readonly tables: readonly ReleasedTable[];
  readonly questions: readonly ReleasedQuestion[];
  /** By reading, the position in SORTS of each home cell. */
  readonly readings: ReadonlyMap<string, ReadonlyMap<bigint, number>>;
}

export const NOTHING_RELEASED: Released = { tables: [], questions: [], readings: new Map() };

function digestOf(...parts: readonly unknown[]): string {
  const words = JSON.stringify(parts, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return createHash('sha256').update(words).digest('base64url');
}

/** The reading that filings give of home cells, with its name. @param sorts position in SORTS by home */
export function readingOf(homeCells: BigUint64Array, sorts: ArrayLike<number>): [string, Map<bigint, number>] {
  const sortOf = new Map(Array.from(homeCells, (cell, home) => [cell, sorts[home] as number]));
  const cells = [...sortOf].sort(([a], [b]) => (a < b ? -1 : 1));
  return [digestOf(cells), new Map(cells)];
}

export async function releasedIn(reader: Reader, stateFips: string): Promise<Released> {
  const tables = await reader.rows<ReleasedTable>(
    `select area, about, version, lea_ids as "leaIds", cells, answers, students
     from intake.released_tables
     where state_fips = $1
     order by area, about, version`,
    [stateFips],
  );
  const questions = await reader.rows<ReleasedQuestion>(
    `select about, areas, versions, reading, shown_to as "shownTo", floor, codes, decoys
     from intake.released_questions
     where state_fips = $1
     order by question`,
    [stateFips],
  );
  const readings = await reader.rows<{ reading: string; cells: bigint[]; sorts: number[] }>(
    'select reading, cells, sorts from intake.released_readings where state_fips = $1 order by reading',
    [stateFips],
  );
  return {
    tables: tables.map((table) => ({ ...table, cells: table.cells.map(BigInt) })),
    questions,
    readings: new Map(
      readings.map(({ reading, cells, sorts }) => [
        reading,
        new Map(cells.map((cell, i) => [BigInt(cell), sorts[i] as number])),
      ]),
    ),
  };
}

/** Adds what is missing. */
export async function keepReleased(
  tx: Tx,
  stateFips: string,
  { tables, questions, readings }: Released,
): Promise<void> {
  await tx.run(
    `insert into intake.released_tables
     select $1, area, about, version, lea_ids::text[], cells::bigint[], answers::smallint[], students::integer[]
     from unnest($2::integer[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[])
       as tables (area, about, version, lea_ids, cells, answers, students)
     on conflict do nothing`,
    [
      stateFips,
      tables.map(({ area }) => area),
      tables.map(({ about }) => about),
      tables.map(({ version }) => version),
      tables.map(({ leaIds }) => arrayOf(leaIds)),
      tables.map(({ cells }) => arrayOf(cells)),
      tables.map(({ answers }) => arrayOf(answers)),
      tables.map(({ students }) => arrayOf(students)),
    ],
  );
  const readingIds = [...readings.keys()];
  await tx.run(
    `insert into intake.released_readings
     select $1, reading, cells::bigint[], sorts::smallint[]
     from unnest($2::text[], $3::text[], $4::text[]) as readings (reading, cells, sorts)
     on conflict do nothing`,
    [
      stateFips,
      readingIds,
      readingIds.map((reading) => arrayOf([...(readings.get(reading)?.keys() ?? [])])),
      readingIds.map((reading) => arrayOf([...(readings.get(reading)?.values() ?? [])])),
    ],
  );
  await tx.run(
    `insert into intake.released_questions
     select $1, question, about, areas::integer[], versions::integer[], reading, shown_to, floor, codes::integer[], decoys::smallint[]
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::smallint[], $9::text[], $10::text[])
       as questions (question, about, areas, versions, reading, shown_to, floor, codes, decoys)
     on conflict do nothing`,
    [
      stateFips,
      questions.map(({ about, areas, versions, reading, shownTo, floor, codes, decoys }) =>
        digestOf(about, areas, versions, reading, shownTo, floor, codes, decoys),
      ),
      questions.map(({ about }) => about),
      questions.map(({ areas }) => arrayOf(areas)),
      questions.map(({ versions }) => arrayOf(versions)),
      questions.map(({ reading }) => reading),
      questions.map(({ shownTo }) => shownTo),
      questions.map(({ floor }) => floor),
      questions.map(({ codes }) => arrayOf(codes)),
      questions.map(({ decoys }) => arrayOf(decoys)),
    ],
  );
}

function arrayOf(values: readonly unknown[]): string {
  return `{${values.join()}}`;
}
