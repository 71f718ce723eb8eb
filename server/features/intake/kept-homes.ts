/** Homes as releases counted them, stored so that the next release can hold back changes of few students. */
import type { Patch } from '../../domain/patch.ts';
import type { Tx } from '../../platform/db.ts';
import type { Reader } from '../../platform/reader.ts';
import { recordsIn, type Size } from './home-record.ts';
import type { Kept, KeptArea, KeptHomes, ReleaseHomes } from './homes.ts';
import { keepTotals, totalsKept } from './kept-totals.ts';
import { landsOf, ownLand } from './lands.ts';

export async function keptOf(reader: Reader, stateFips: string): Promise<Kept> {
  const areas = await reader.rows<KeptArea>(
    `select area, cell, resolution, lea_ids as "leaIds", places, home_version as "homeVersion", device_version as "deviceVersion"
     from intake.kept_areas
     where state_fips = $1
     order by area`,
    [stateFips],
  );
  const homes = await reader.rows<KeptHomes>(
    `-- one row: a district's homes of an area
     select area, lea_id as "leaId", records
     from intake.kept_homes
     where state_fips = $1
     order by area, lea_id`,
    [stateFips],
  );
  return { areas, homes, totals: await totalsKept(reader, stateFips) };
}

export interface PublishedHomes {
  readonly homes: ReleaseHomes;
  /** The finest. */
  readonly patches: readonly Patch[];
  /** By home its patch. */
  readonly patchOf: Int32Array;
  /** By patch, keys of the places it counts to. */
  readonly placesOf: readonly (readonly string[])[];
}

/**
 * Stores what a release counted and the totals it publishes. Keeps what was stored of districts that it does not count,
 * unless they took back the file behind it.
 *
 * @returns by patch its area: areas are permanent, new land gets new ones
 */
export async function keepHomes(
  tx: Tx,
  { stateFips, releaseId, collectionId }: { stateFips: string; releaseId: number; collectionId: number },
  { homes, patches, patchOf, placesOf }: PublishedHomes,
): Promise<Int32Array> {
  const areaOf = await areasOfPatches(tx, homes, patches.length, patchOf);
  const areas = patches.map((patch, i): KeptArea => {
    const { homeVersion = 0, deviceVersion = 0 } = homes.areas.get(areaOf[i] ?? -1) ?? {};
    return {
      area: areaOf[i] ?? -1,
      cell: patch.cell,
      resolution: patch.resolution,
      leaIds: patch.districts.map((lea) => homes.leaIds[lea] ?? ''),
      places: placesOf[i] ?? [],
      homeVersion: homeVersion || releaseId,
      deviceVersion: deviceVersion || releaseId,
    };
  });
  await tx.run('delete from intake.kept_areas where state_fips = $1 and area = any ($2::integer[])', [
    stateFips,
    [...areaOf, ...homes.dissolved],
  ]);
  await tx.run(
    `delete from intake.kept_homes k
     where state_fips = $1
       and (
         lea_id = any ($2::text[])
         or not exists (select from intake.uploads u where u.lea_id = k.lea_id and u.collection_id = k.collection_id)
       )`,
    [stateFips, [...homes.leaIds]],
  );
  await storeAreas(tx, stateFips, areas);
  await storeHomes(tx, { stateFips, collectionId }, [...homesOf(homes, patchOf, areaOf)]);
  await keepTotals(tx, stateFips, totalsOf(areas, patches));
  return areaOf;
}

async function areasOfPatches(tx: Tx, homes: ReleaseHomes, patches: number, patchOf: Int32Array): Promise<Int32Array> {
  const areaOf = new Int32Array(patches).fill(-1);
  for (const [home, patch] of patchOf.entries()) areaOf[patch] = homes.areaOf[home] ?? -1;
  const isNew = areaOf.filter((area) => area === -1).length;
  const ids = await tx.rows<{ id: number }>(
    `select nextval('intake.area_ids')::integer as id from generate_series(1, $1::integer)`,
    [isNew],
  );
  const free = ids.map(({ id }) => id);
  return areaOf.map((area) => (area === -1 ? (free.shift() ?? -1) : area));
}

function storeAreas(tx: Tx, stateFips: string, areas: readonly KeptArea[]): Promise<unknown> {
  return tx.run(
    `insert into intake.kept_areas (state_fips, area, cell, resolution, lea_ids, places, home_version, device_version)
     select $1, area, cell, resolution, string_to_array(lea_ids, ','), string_to_array(places, ','), home_version, device_version
     from unnest($2::integer[], $3::bigint[], $4::smallint[], $5::text[], $6::text[], $7::integer[], $8::integer[])
       as areas (area, cell, resolution, lea_ids, places, home_version, device_version)`,
    [
      stateFips,
      areas.map(({ area }) => area),
      areas.map(({ cell }) => cell),
      areas.map(({ resolution }) => resolution),
      areas.map(({ leaIds }) => leaIds.join()),
      areas.map(({ places }) => places.join()),
      areas.map(({ homeVersion }) => homeVersion),
      areas.map(({ deviceVersion }) => deviceVersion),
    ],
  );
}

function storeHomes(
  tx: Tx,
  { stateFips, collectionId }: { stateFips: string; collectionId: number },
  rows: readonly KeptHomes[],
): Promise<unknown> {
  return tx.load(
    'intake.kept_homes',
    [
      { name: 'state_fips', type: 'text' },
      { name: 'area', type: 'integer' },
      { name: 'lea_id', type: 'text' },
      { name: 'collection_id', type: 'integer' },
      { name: 'records', type: 'bytea' },
    ],
    [
      [
        rows.map(() => stateFips),
        rows.map(({ area }) => area),
        rows.map(({ leaId }) => leaId),
        rows.map(() => collectionId),
        rows.map(({ records }) => records),
      ],
    ],
  );
}

function totalsOf(areas: readonly KeptArea[], patches: readonly Patch[]): Map<string, Size> {
  const lands = landsOf(areas);
  const totals = new Map<string, Size>();
  for (const [i, { area }] of areas.entries())
    for (const land of [ownLand(area), ...(lands[i] ?? [])]) {
      const { students, households } = totals.get(land) ?? { students: 0, households: 0 };
      const patch = patches[i] ?? { students: 0, households: 0 };
      totals.set(land, { students: students + patch.students, households: households + patch.households });
    }
  return totals;
}

/** Records by district and area. */
function* homesOf(homes: ReleaseHomes, patchOf: Int32Array, areaOf: Int32Array): Generator<KeptHomes> {
  let home = 0;
  for (const [lea, leaId] of homes.leaIds.entries()) {
    const inArea = new Map<number, Buffer[]>();
    for (const record of recordsIn(homes.records[lea] ?? Buffer.alloc(0))) {
      const area = areaOf[patchOf[home++] ?? -1] ?? -1;
      const records = inArea.get(area);
      if (records) records.push(record);
      else inArea.set(area, [record]);
    }
    for (const [area, records] of inArea) yield { area, leaId, records: Buffer.concat(records) };
  }
}
