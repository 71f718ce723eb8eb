/** Imports and releases beside readers and beside one another. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { gridDisk } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadState } from '../../scripts/bench/release/state.ts';
import { importFcc, importPuc } from '../../server/features/coverage/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import type { Refusal } from '../../server/platform/problem.ts';
import { type Progress, silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { aSquare, GisFiles } from '../support/gis.ts';
import { told } from '../support/told.ts';
import { type AvailabilityRow, CELL, csv, fileName, folderOf } from '../unit/coverage-fcc/availability.ts';

const database = testDatabase();
const intake = <T extends object>(text: string, parameters: (string | number)[] = []) =>
  database.deps.db.as({ role: 'intake' }, (tx) => tx.rows<T>(text, parameters));

beforeAll(() => database.deps.db.as({ role: 'intake' }, (tx) => loadState(tx, { students: 3_000, areas: 12 })));

/** A reader who asks when a step begins; in `order` who was done first, the step or the reader. */
function readerAt(step: RegExp): { progress: Progress; order: string[]; answered: () => Promise<unknown> } {
  const order: string[] = [];
  let reading: Promise<unknown> = Promise.reject(new Error('the step did not begin'));
  reading.catch(() => undefined);
  const progress: Progress = {
    print: () => undefined,
    begin(title) {
      const isIt = step.test(told(title)) && order.length === 0;
      if (isIt)
        reading = database.deps.db
          .as({ role: 'public' }, (tx) => tx.rows('select from published.current'))
          .then(() => order.push('reader'));
      return {
        advance: () => undefined,
        note: () => undefined,
        done: () => {
          if (isIt) order.push('step');
        },
      };
    },
  };
  return { progress, order, answered: () => reading };
}

/** Of a state that nothing else is loaded of. */
const cable = [1, 2, 3].map((locationId) => ({ locationId, state: 'DC', downloadMbps: 1000, uploadMbps: 100 }));
const fcc = (revision: string, rows: readonly Partial<AvailabilityRow>[] = cable) =>
  folderOf({ [fileName('Cable', 'D25', revision, '11')]: csv(rows) });
const offersLeft = async () =>
  (
    await intake<{ n: number }>(
      'select count(*)::int as n from coverage.offers where filing_id not in (select id from coverage.filings)',
    )
  )[0]?.n;

describe('a reader', () => {
  it.each([['Homes read'], ['Verdicts and places'], ['Rows and clusters composed']])(
    'who asks while a release is at "%s" is answered before that is done',
    async (step) => {
      const { progress, order, answered } = readerAt(new RegExp(`^${step}`));
      await createRelease(database.deps, { name: `Beside a reader: ${step}` }, progress);
      await answered();
      expect(order[0]).toBe('reader');
    },
  );

  it('who asks while rows of the FCC are written is answered before that is done', async () => {
    const { progress, order, answered } = readerAt(/^Write /);
    const many = gridDisk(CELL, 70).map((cell, i) => ({ ...cable[0], locationId: 1_000_000 + i, cell }));
    await importFcc(database.deps, { paths: [fcc('14jul2026', many)] }, progress);
    await answered();
    expect(order[0]).toBe('reader');
  });

  it('who asks while areas of the commission are read is answered before that is done', async () => {
    using files = new GisFiles();
    const service = { providerid: 900001, brandname: 'Example Fiber', technology: 50, maxdown: 100, maxup: 20 };
    const path = files.geoJson('areas.geojson', [aSquare(-82.5, 35.3, 0.1, service)]);
    const { progress, order, answered } = readerAt(/^Loading the areas/);
    await importPuc(database.deps, { ...PUC, path }, progress);
    await answered();
    expect(order[0]).toBe('reader');
  });
});

const PUC = {
  publisher: 'Example PSC',
  asOf: '2026-06-30',
  revision: '2026-06-30',
  stateFips: '54',
  provider: 'Example Fiber, LLC',
  confidentiality: 'public',
} as const;

describe('a release', () => {
  it('is made all the same, and says so, where the database cannot count its tables afterwards', async () => {
    const { deps } = database;
    const said: string[] = [];
    const asOwner = () => Promise.reject(new Error('the connection is lost'));
    const { id } = await createRelease(
      { ...deps, db: { ...deps.db, asOwner } },
      { name: 'Not counted' },
      { ...silentProgress, print: (line) => said.push(told(line)) },
    );
    expect(said).toEqual(['The release is made, but the database did not count its tables: the connection is lost']);
    expect(await intake<{ id: number }>("select id from published.releases where name = 'Not counted'")).toEqual([
      { id },
    ]);
  });

  const duringProof = (work: () => Promise<unknown>): Progress => {
    let working: Promise<unknown> | undefined;
    return {
      print: () => undefined,
      begin: (title) => {
        if (title.key === 'step.protection') working = work();
        return {
          advance: () => undefined,
          note: () => undefined,
          done: () => {
            if (title.key === 'step.proof') void working;
          },
        };
      },
    };
  };

  it.each([
    [
      'a place is renamed',
      "update places.places set name = name || ' Town' where kind = 'county' and id = (select min(id) from places.places where kind = 'county')",
    ],
    [
      'homes come',
      "update intake.uploads set loaded_at = loaded_at + interval '1 second' where lea_id = (select min(lea_id) from intake.uploads)",
    ],
  ])('is refused, and nothing of it published, when %s while it is computed', async (_, statement) => {
    const name = 'Overtaken';
    const refused = createRelease(
      database.deps,
      { name },
      duringProof(() => database.deps.db.as({ role: 'intake' }, (tx) => tx.run(statement))),
    ).then(
      () => expect.fail('it was made'),
      (error: Refusal) => error.code,
    );
    expect(await refused).toBe('release.changed-meanwhile');
    expect(await intake('select from published.releases where name = $1', [name])).toEqual([]);
  });
});

describe('an import of the FCC', () => {
  it('leaves no rows of a killed one before it, and those of one still running', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const host = hostname().replace(/[^A-Za-z0-9]/g, '');
    const running = { host, pid: process.pid, began: 0 };
    await database.deps.db.as({ role: 'intake' }, async (tx) => {
      for (const [id, owner] of [
        [9001, { host, pid: dead, began: 1 }],
        [9002, running],
      ] as const) {
        await tx.run('insert into coverage.loading (filing_id, host, pid, began) values ($1, $2, $3, $4)', [
          id,
          owner.host,
          owner.pid,
          owner.began,
        ]);
        await tx.run(
          `insert into coverage.offers select shard, $1, cell, provider_id, technology, brand_name, locations, locations_25_3,
             locations_100_20, locations_1000_100, max_download_mbps, max_upload_mbps
           from coverage.offers where filing_id = (select min(filing_id) from coverage.offers)`,
          [id],
        );
      }
    });
    await importFcc(database.deps, { paths: [fcc('15jul2026')] }, silentProgress);
    const left = await intake<{ filing_id: number }>(
      'select distinct filing_id from coverage.offers where filing_id > 9000 order by 1',
    );
    expect(left).toEqual([{ filing_id: 9002 }]);
    expect(await intake('select filing_id from coverage.loading')).toEqual([{ filing_id: 9002 }]);
    await intake('delete from coverage.offers where filing_id = 9002');
    await intake('delete from coverage.loading');
  });

  it('and another of the same vintage at once: one is loaded, the other refused with nothing left of it', async () => {
    const outcomes = await Promise.allSettled(
      ['16jul2026', '17jul2026'].map((revision) =>
        importFcc(database.deps, { paths: [fcc(revision)] }, silentProgress),
      ),
    );
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Refusal).code] : []));
    expect(refused).toEqual(['fcc.meanwhile']);
    expect(await offersLeft()).toBe(0);
    expect(await intake('select from coverage.loading')).toEqual([]);
    const kept = await intake<{ name: string }>(
      'select kept_name as name from coverage.filing_files where kept_name is not null',
    );
    expect(readdirSync(join(database.dataDir, 'fcc')).sort()).toEqual(
      [...new Set(kept.map(({ name }) => name))].sort(),
    );
  });

  it('in place of another file removes the rows of that one', async () => {
    await importFcc(database.deps, { paths: [fcc('17aug2026')] }, silentProgress);
    const fewer = fcc('17aug2026', cable.slice(1));
    const [loaded] = await importFcc(database.deps, { paths: [fewer], replace: true }, silentProgress);
    expect(await offersLeft()).toBe(0);
    expect(
      await intake('select sum(locations)::int as n from coverage.offers where filing_id = $1', [
        loaded?.filingId ?? 0,
      ]),
    ).toEqual([{ n: 2 }]);
    expect(await intake('select from coverage.loading')).toEqual([]);
  });
});
