import type { Floors } from '../../domain/patch.ts';
import {
  type Answers,
  DEVICE_STATUSES,
  deviceStatus,
  HOME_STATUSES,
  homeStatus,
  SURVEY_CODES,
} from '../../domain/survey.ts';
import type { Reader } from '../../platform/reader.ts';
import { DEVICE_AT, HOME_AT, HOUSEHOLD_AT, RECORD_BYTES, STATUSES_AT, STUDENT_AT } from './home-record.ts';
import type { DistrictHomes, KeptArea, ReleaseHomes, SettledHomes } from './homes.ts';
import { keptOf } from './kept-homes.ts';
import { KeyIndex, keyNumber } from './key-index.ts';
import { settle } from './settle.ts';

export interface HomesWanted {
  readonly collectionId: number;
  /** Omitted: homes as sent, whatever an earlier release said. */
  readonly settle?: { readonly stateFips: string; readonly floors: Floors };
}

/**
 * Reads one district per row, its homes as concatenated 42-byte records: as rows of columns the driver took several
 * times as long. Answers travel as one number, so that statuses are decided here and nowhere in SQL.
 */
export async function homesForRelease(
  reader: Reader,
  { collectionId, settle: settling }: HomesWanted,
): Promise<ReleaseHomes> {
  const sent = await sentHomes(reader, collectionId);
  for (const { records } of sent) writeStatuses(records);
  const settled = settling
    ? settle(sent, await keptOf(reader, settling.stateFips), settling.floors)
    : { districts: sent.map(onNewLand), areas: new Map<number, KeptArea>(), dissolved: [] };
  const { districts, areas, dissolved } = settled;

  const count = districts.reduce((sum, { records }) => sum + records.length / RECORD_BYTES, 0);
  const cells = new BigUint64Array(count);
  const cellWords = new Uint32Array(cells.buffer);
  const homes: ReleaseHomes = {
    count,
    cells,
    leaIds: districts.map((district) => district.leaId),
    lea: new Uint16Array(count),
    recordKey: new Int32Array(count),
    household: new Uint32Array(count),
    homeStatus: new Uint8Array(count),
    deviceStatus: new Uint8Array(count),
    areaOf: new Int32Array(count),
    areas,
    dissolved,
    records: districts.map(({ records }) => records),
  };
  const households = new KeyIndex();
  let at = 0;
  for (const [lea, { records, areaOf }] of districts.entries()) {
    homes.areaOf.set(areaOf, at);
    for (let offset = 0; offset < records.length; offset += RECORD_BYTES, at++) {
      cellWords[at * 2] = records.readUInt32BE(offset + 4);
      cellWords[at * 2 + 1] = records.readUInt32BE(offset);
      homes.lea[at] = lea;
      homes.recordKey[at] = keyNumber(records, offset + STUDENT_AT);
      homes.household[at] = households.add(records, offset + HOUSEHOLD_AT);
      homes.homeStatus[at] = records.readUInt8(offset + HOME_AT);
      homes.deviceStatus[at] = records.readUInt8(offset + DEVICE_AT);
    }
  }
  return homes;
}

/** A query of so many homes takes the embedded database 0.4 s, and its join fits in the memory that a query has by default. */
const HOMES_AT_ONCE = 20_000;

/** In order of LEAID, some districts at a time, so that no query is long. */
async function sentHomes(reader: Reader, collectionId: number): Promise<DistrictHomes[]> {
  const districts = await reader.rows<{ leaId: string; homes: number; shards: bigint[] }>(
    `select lea_id as "leaId", count(*)::integer as homes, array_agg(distinct shard) as shards
     from intake.homes
     where collection_id = $1
     group by lea_id
     order by lea_id`,
    [collectionId],
  );
  const codes = ASKED.map((question) => SURVEY_CODES[question].map(String));
  const sent: DistrictHomes[] = [];
  for (let from = 0, to = 0; from < districts.length; from = to) {
    for (let homes = 0; to < districts.length && (to === from || homes < HOMES_AT_ONCE); to++)
      homes += districts[to]?.homes ?? 0;
    const some = districts.slice(from, to);
    const shards = [...new Set(some.flatMap((district) => district.shards))];
    sent.push(
      ...(await reader.rows<DistrictHomes>(RECORDS, [collectionId, ...codes, shards, some.map(({ leaId }) => leaId)])),
    );
  }
  return sent;
}

function onNewLand({ leaId, records }: DistrictHomes): SettledHomes {
  return { leaId, records, areaOf: new Int32Array(records.length / RECORD_BYTES).fill(-1) };
}

/** Replaces the answers number of each record with its statuses. */
function writeStatuses(records: Buffer): void {
  for (let offset = 0; offset < records.length; offset += RECORD_BYTES) {
    const { home, device } = statusesOf(records.readUInt16BE(offset + STATUSES_AT));
    records[offset + HOME_AT] = home;
    records[offset + DEVICE_AT] = device;
  }
}

/** The questions that decide the statuses, in the order of the digits of the answers number. */
const ASKED = ['internet_access', 'barrier', 'internet_type', 'performance', 'device', 'device_access'] as const;
type Asked = (typeof ASKED)[number];

/** One more than the codes of a question; 0 = not answered. Their product, 19,200, fits the smallint it travels in. */
const BASE = Object.fromEntries(ASKED.map((question) => [question, SURVEY_CODES[question].length + 1])) as Record<
  Asked,
  number
>;

const ANSWERS_NUMBER = ASKED.reduce(
  (sum, question, i) =>
    `(${sum}) * ${BASE[question]} + coalesce(array_position($${i + 2}::text[], ${question}::text), 0)`,
  '0',
);

// One row is a district. Homes are sorted by content, never by arrival.
const RECORDS = `
  with records as (
    select
      h.lea_id,
      h.cell,
      h.student_key,
      int8send(h.cell) || h.household_key || h.student_key || int2send((${ANSWERS_NUMBER})::smallint) as record
    from intake.homes h
    left join intake.answers a using (shard, collection_id, lea_id, student_key)
    where h.collection_id = $1
      and h.shard = any($${ASKED.length + 2}::bigint[])
      and h.lea_id = any($${ASKED.length + 3}::text[])
  )
  select lea_id as "leaId", string_agg(record, ''::bytea order by cell, student_key) as records
  from records
  group by lea_id
  order by lea_id`;

const known = new Map<number, { home: number; device: number }>();

function statusesOf(answersNumber: number): { home: number; device: number } {
  let statuses = known.get(answersNumber);
  if (statuses === undefined) {
    let rest = answersNumber;
    const answers: Partial<Record<Asked, string | boolean | null>> = {};
    for (const question of ASKED.toReversed()) {
      answers[question] = SURVEY_CODES[question][(rest % BASE[question]) - 1] ?? null;
      rest = Math.floor(rest / BASE[question]);
    }
    const read = answers as Pick<Answers, Asked>;
    statuses = {
      home: HOME_STATUSES.indexOf(homeStatus(read)),
      device: DEVICE_STATUSES.indexOf(deviceStatus(read)),
    };
    known.set(answersNumber, statuses);
  }
  return statuses;
}
