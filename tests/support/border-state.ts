/**
 * A small state where a district line, a county line and two providers' areas cross: patches hold land of several verdicts, lie
 * across the county line, and the agency knows of one filing more than the public.
 */
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { PROFILES } from '../../server/domain/technology.ts';
import type { Db, Tx } from '../../server/platform/db.ts';

export const DISTRICTS = ['5400030', '5400060'] as const;
const CENTER = latLngToCell(38.5, -80.9, 8);
const STUDENTS = 1600;
/** One with most of the students, one with some of the rest, and one without an outline. */
export const TOWNS = { large: '5400001', small: '5400002', point: '5400003' } as const;

/** Numbers from 0 up to 1, the same each time. */
export function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function loadBorderState(db: Db): Promise<void> {
  return db.as({ role: 'intake' }, async (tx) => {
    await loadPlaces(tx);
    const { id } = await tx.one<{ id: number }>(
      "insert into intake.collections (name, state_fips) values ('fall 2026', '54') returning id",
    );
    await loadStudents(tx, id);
    await loadFcc(tx);
    await loadPuc(tx, 'Highgap', 'public', [-80.95, 38.47, -80.9, 38.56], 100);
    await loadPuc(tx, 'Lowgap', 'public', [-80.91, 38.45, -80.84, 38.5], 30);
    await loadPuc(tx, 'Quiet Fiber', 'agency', [-80.93, 38.49, -80.87, 38.53], 1000);
    await tx.run('insert into coverage.area_parts (area_id, geom) select id, geom from coverage.areas');
  });
}

async function loadPlaces(tx: Tx): Promise<void> {
  const places = [
    ['state', '54', [-81.5, 38, -80.3, 39]],
    ['county', '54001', [-81.5, 38, -80.905, 39]],
    ['county', '54003', [-80.905, 38, -80.3, 39]],
    ['school_district', DISTRICTS[0], [-81.5, 38.497, -80.3, 39]],
    ['school_district', DISTRICTS[1], [-81.5, 38, -80.3, 38.497]],
    ['senate_district', '54001', [-81.5, 38, -80.3, 39]],
    ['town', TOWNS.large, [-80.938, 38.47, -80.868, 38.53]],
    ['town', TOWNS.small, [-80.868, 38.47, -80.84, 38.56]],
  ] as const;
  for (const [kind, id, box] of places)
    await tx.run(
      `insert into places.places (kind, id, name, state_fips, label_point, geom)
       select $1, $2, $1 || ' ' || $2, '54', st_centroid(box), st_multi(box)
       from st_makeenvelope($3::float8, $4::float8, $5::float8, $6::float8, 4326) as box`,
      [kind, id, ...box],
    );
  await tx.run(
    `insert into places.places (kind, id, name, state_fips, label_point)
     values ('town', $1, 'town ' || $1, '54', st_point(-80.9, 38.5, 4326))`,
    [TOWNS.point],
  );
}

/** Two students a household. Families north of the middle are connected more often; one in five does not answer. */
async function loadStudents(tx: Tx, collection: number): Promise<void> {
  const draw = draws(11);
  const hexes = gridDisk(CENTER, 5);
  const students = Array.from({ length: STUDENTS / 2 }, (_, household) => {
    const hex = hexes[Math.floor(draw() ** 2 * hexes.length)] ?? CENTER;
    const isNorth = cellToLatLng(hex)[0] > 38.497;
    return [0, 1].map((child) => {
      const said = draw();
      const status = said < 0.2 ? null : said < (isNorth ? 0.75 : 0.5) ? 'yes' : said < 0.9 ? 'no' : 'nothing there';
      return { key: `${household} ${child}`, household, hex, lea: DISTRICTS[isNorth ? 0 : 1], status };
    });
  }).flat();
  for (const lea of DISTRICTS) {
    const own = students.filter((student) => student.lea === lea);
    await tx.run(
      `insert into intake.uploads (collection_id, lea_id, sha256, state, row_count, bad_row_count, synthetic)
       values ($1, $2, 'border ' || $2, 'accepted', $3, 0, true)`,
      [collection, lea, own.length],
    );
    await tx.run(
      `insert into intake.homes (shard, collection_id, lea_id, student_key, household_key, cell, grade_level)
       select shard, $1, $2, decode(md5(key), 'hex'), decode(md5('home ' || household), 'hex'), cell, '05'
       from unnest($3::bigint[], $4::text[], $5::integer[], $6::bigint[]) as homes (shard, key, household, cell)`,
      [
        collection,
        lea,
        own.map(({ hex }) => shardOf(cellFromText(hex))),
        own.map(({ key }) => key),
        own.map(({ household }) => household),
        own.map(({ hex }) => cellFromText(hex)),
      ],
    );
  }
  const answered = students.filter(({ status }) => status !== null);
  await tx.run(
    `insert into intake.answers (shard, collection_id, lea_id, student_key, internet_access, barrier, internet_type, performance)
     select shard, $1, lea, decode(md5(key), 'hex'), status = 'yes',
       case status when 'no' then 'Not Affordable' when 'nothing there' then 'Not Available' end,
       case status when 'yes' then 'Residential Broadband' end,
       case status when 'yes' then 'Yes' end
     from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as answers (shard, lea, key, status)`,
    [
      collection,
      answered.map(({ hex }) => shardOf(cellFromText(hex))),
      answered.map(({ lea }) => lea),
      answered.map(({ key }) => key),
      answered.map(({ status }) => status),
    ],
  );
}

/** Most hexes have locations, and of those from none to all are served; each wider profile at least as many. */
async function loadFcc(tx: Tx): Promise<void> {
  const id = await filing(tx, ['fcc', 'FCC', 'Broadband Data Collection', 'public']);
  const draw = draws(5);
  for (const hex of gridDisk(CENTER, 14)) {
    const locations = Math.floor(draw() * 40) - 6;
    if (locations <= 0) continue;
    const kind = draw();
    for (const profile of PROFILES) {
      const share = Math.min(1, (kind < 0.35 ? 0.05 : kind < 0.5 ? 0.5 : 0.95) + (profile === 'any' ? 0.4 : 0));
      const at25 = Math.round(locations * Math.min(1, share * 1.1 + (kind > 0.25 && kind < 0.35 ? 0.9 : 0)));
      await tx.run(
        `insert into coverage.service
           (shard, filing_id, cell, profile, locations, served_25_3, served_100_20, served_1000_100)
         values ($1, $2, $3, $4, $5, $6, $7, 0)`,
        [
          shardOf(cellFromText(hex)),
          id,
          cellFromText(hex),
          profile,
          locations,
          at25,
          Math.min(at25, Math.round(locations * share)),
        ],
      );
    }
  }
}

async function loadPuc(
  tx: Tx,
  provider: string,
  confidentiality: string,
  box: readonly [number, number, number, number],
  mbps: number,
): Promise<void> {
  const id = await filing(tx, ['puc', 'Commission', provider, confidentiality]);
  await tx.run(
    `insert into coverage.areas
       (filing_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency, residential, geom)
     values ($1, $2, 50, '50', $3, $4, true, true, st_multi(st_makeenvelope($5::float8, $6::float8, $7::float8, $8::float8, 4326)))`,
    [id, provider, mbps, mbps / 5, ...box],
  );
}

async function filing(tx: Tx, values: [source: string, publisher: string, title: string, confidentiality: string]) {
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, publisher, title, confidentiality, state_fips, as_of, revision, synthetic)
     values ($1, $2, $3, $4, '54', '2026-06-30', '2026-06-30', true)
     returning id`,
    values,
  );
  return id;
}
