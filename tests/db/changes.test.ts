/** Differences of filings, held against a query over the raw files that was written apart (support/changes-oracle.ts). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cellToLatLng } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareFilings } from '../../server/features/changes/commands.ts';
import { importFcc } from '../../server/features/coverage/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { changesByHand, type OracleSides, summed } from '../support/changes-oracle.ts';
import { archivesOf, changingRows } from '../support/changing-filings.ts';
import { testDatabase } from '../support/database.ts';
import { folderOf, newFolder } from '../unit/coverage-fcc/availability.ts';

const database = testDatabase();
const [J25, D25_FIRST, D25, J26] = changingRows(7, 4).map((rows, i) => {
  const names = [
    ['J25', '18nov2025'],
    ['D25', '21apr2026'],
    ['D25', '19may2026'],
    ['J26', '10nov2026'],
  ] as const;
  const [period, revision] = names[i] ?? names[0];
  return archivesOf(rows, period, revision);
}) as [Record<string, Uint8Array>, Record<string, Uint8Array>, Record<string, Uint8Array>, Record<string, Uint8Array>];

/** Two counties that share a border through the hexagons, and a senate district that leaves some out. */
const BOXES: readonly (readonly [
  kind: string,
  id: string,
  west: number,
  south: number,
  east: number,
  north: number,
])[] = [
  ['county', '54039', -83, 39, -82.766, 40],
  ['county', '54041', -82.766, 39, -82, 39.288],
  ['senate_district', '54008', -83, 39.2725, -82, 40],
];

beforeAll(async () => {
  await database.deps.db.as({ role: 'intake' }, async (tx) => {
    for (const [kind, id, w, s, e, n] of [...BOXES, ['state', '54', -84, 37, -80, 41] as const])
      await tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point, geom)
         values ($1, $2, 'Place ' || $2, '54', ST_SetSRID(ST_MakePoint($3, $4), 4326), ST_Multi(ST_MakeEnvelope($3, $4, $5, $6, 4326)))`,
        [kind, id, w, s, e, n],
      );
  });
  const all = { ...J25, ...D25_FIRST, ...D25, ...J26 };
  const folder = join(database.dataDir, 'given');
  mkdirSync(folder);
  await importFcc(database.deps, { paths: [folderOf(all, folder)] }, silentProgress);
});

const PAIRS: readonly (readonly [
  name: string,
  of: OracleSides['of'],
  from: string,
  to: string,
  files: readonly [Record<string, Uint8Array>, Record<string, Uint8Array>],
])[] = [
  ['two dates', 'as_of', '2025-06-30', '2025-12-31', [J25, D25]],
  ['two later dates', 'as_of', '2025-12-31', '2026-06-30', [D25, J26]],
  ['two revisions of one date', 'revision', '2025-12-31@2026-04-21', '2025-12-31@2026-05-19', [D25_FIRST, D25]],
  ['two dates with another between', 'as_of', '2025-06-30', '2026-06-30', [J25, J26]],
];

describe('differences of filings', () => {
  it.each(PAIRS)('equal a query over the raw files, by location, for %s', async (_, of, from, to, [old, fresh]) => {
    await compareFilings(database.deps, { from, to, state: '54' }, silentProgress);
    const { found, cellOf } = await changesByHand({
      of,
      from: Object.values(old),
      to: Object.values(fresh),
      folder: newFolder(),
    });
    const cell = (location: string) => cellOf.get(location) ?? '';
    expect(await stored('cell', from, to)).toEqual(summed(found, cell));
    const byPlace = new Map(
      [...BOXES, ['state', '54', -180, -90, 180, 90] as const].flatMap(([kind, id, w, s, e, n]) => [
        ...summed(found, (location) => {
          const [lat, lng] = cellToLatLng(cell(location));
          return lng > w && lng < e && lat > s && lat < n ? `${kind}:${id}` : null;
        }),
      ]),
    );
    expect(await stored('place', from, to)).toEqual(byPlace);
    // Every class has something to be wrong about, and a place has less than the state.
    const classes = new Set([...found.keys()].map((key) => key.split(' ')[2]));
    expect(classes.size).toBe(of === 'as_of' ? 11 : 8);
    expect(byPlace.get('senate_district:54008 - - listed')).toBeLessThan(byPlace.get('state:54 - - listed') ?? 0);
  });
});

/** What is stored of a pair, as the oracle names it. */
async function stored(of: 'cell' | 'place', from: string, to: string): Promise<Map<string, number>> {
  const edition = (alias: string) =>
    `${alias}.as_of || case when c.of = 'revision' then '@' || ${alias}.revision else '' end`;
  const rows = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.rows<{ name: string; locations: number }>(
      `select ${of === 'cell' ? 'to_hex(x.cell)' : "x.kind || ':' || x.id"} || ' ' || coalesce(x.provider_id::text, '-')
         || ' ' || coalesce(x.technology::text, '-') || ' ' || x.change as name, x.locations
       from coverage.${of}_changes x
       join coverage.comparisons c on c.id = x.comparison_id
       join coverage.filings f on f.id = c.from_filing
       join coverage.filings g on g.id = c.to_filing
       where c.standing = 'made' and not (c.of = 'as_of' and (f.superseded or g.superseded))
         and ${edition('f')} = $1 and ${edition('g')} = $2`,
      [from, to],
    ),
  );
  return new Map(rows.map(({ name, locations }) => [name, locations]));
}
