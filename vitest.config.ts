import { defineConfig } from 'vitest/config';

/** Database tests run once on each database; `npm test` decides which this machine has. */
const DATABASES = (process.env.GAPMAP_TEST_DATABASES ?? 'native,embedded').split(',').filter((name) => name !== '');
/** It attacks a product of its own, which starts from the embedded database's template. */
const ATTACK = 'tests/attack.test.ts';
/**
 * Of what files and releases say, not of how a database answers: one database will do, the faster one where both are there. The
 * embedded one meets the same imports, releases and tiles in the tests of the commands, of the API and in the browser.
 */
const ONCE = [
  'tests/db/{briefs,changes*,cluster*,collect-shown,cost,coverage-fcc-technologies,demo-round,devices,dirt*,edfi,estimates*,funded,gis-import,ground}.test.ts',
  'tests/db/{one-source,outreach-messages,places-tiger,profiles,proposals-deadline,proposals-judging,room,schools,shared-cache,time,towns,two-states,workbench}.test.ts',
];
const WITH_BROWSER = process.env.GAPMAP_TEST_BROWSER !== 'no';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'], testTimeout: 30_000 },
      },
      ...DATABASES.map((database, position) => ({
        test: {
          name: database,
          include: ['tests/db/**/*.test.ts', 'tests/access.test.ts', ...(database === 'embedded' ? [ATTACK] : [])],
          exclude: position === 0 ? [] : ONCE,
          globalSetup: [`tests/support/${database}.ts`],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      })),
      ...(WITH_BROWSER
        ? [
            {
              test: {
                name: 'web',
                include: ['tests/web/**/*.test.ts'],
                globalSetup: ['tests/support/products.ts'],
                testTimeout: 120_000,
                // The first file of a run makes the state, which takes minutes on a busy machine.
                hookTimeout: 900_000,
                maxWorkers: 2,
              },
            },
          ]
        : []),
    ],
  },
});
