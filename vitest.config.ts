import { defineConfig } from 'vitest/config';

/** Database tests run once on each database; `npm test` decides which this machine has. */
const DATABASES = (process.env.GAPMAP_TEST_DATABASES ?? 'native,embedded').split(',').filter((name) => name !== '');
/** It attacks a product of its own, which starts from the embedded database's template. */
const ATTACK = 'tests/attack.test.ts';
/**
 * Of how a database answers, ends, is filled at once and keeps people apart: on both where both are there. The others, of what files and
 * releases say, need one, the faster; the embedded one meets their features in the browser and in the README's commands.
 */
const ON_BOTH = [
  'tests/db/{api,at-once,backup,bad-values,collect-uploads,database-goes,embedded-goes,intake,jobs,limits,logins}.test.ts',
  'tests/db/{long-work,migrate,placed-tables,roles,scope-migration,server-pool,sessions,tiles}.test.ts',
];
const WITH_BROWSER = process.env.GAPMAP_TEST_BROWSER !== 'no';

/** Files share workers. To load the same modules again for each took two fifths of the processor time of unit tests, a fifth of the databases'. */
const ISOLATED = false;

/** What comes soon on a quiet machine comes late on one that runs two browsers and a database. */
const expect = { poll: { timeout: 30_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
          isolate: ISOLATED,
          maxWorkers: 2,
          testTimeout: 60_000,
          expect,
        },
      },
      ...DATABASES.map((database, position) => ({
        test: {
          name: database,
          include: [
            ...(position === 0 ? ['tests/db/**/*.test.ts', 'tests/access.test.ts'] : ON_BOTH),
            ...(database === 'embedded' ? [ATTACK] : []),
          ],
          globalSetup: [`tests/support/${database}.ts`],
          isolate: ISOLATED,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          expect,
        },
      })),
      ...(WITH_BROWSER
        ? [
            {
              test: {
                name: 'web',
                include: ['tests/web/**/*.test.ts'],
                globalSetup: ['tests/support/products.ts'],
                // It ends what hangs, and is no measure of speed: the longest takes 40 s alone, and 80 s with two others on a slow machine.
                testTimeout: 300_000,
                // The first file of a run makes the state, which takes minutes on a busy machine.
                hookTimeout: 900_000,
                // Two of them leave a third of two cores idle: a page waits for its server, its worker and its frames.
                maxWorkers: 3,
                sequence: { groupOrder: 2 },
                expect,
              },
            },
          ]
        : []),
    ],
  },
});
