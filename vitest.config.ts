import { defineConfig } from 'vitest/config';

/** Database tests run once on each database; `npm test` decides which this machine has. */
const DATABASES = (process.env.GAPMAP_TEST_DATABASES ?? 'native,embedded').split(',').filter((name) => name !== '');
/** Of what releases say, not of how a database answers: they take minutes, and one database will do. */
const ONCE = ['tests/attack.test.ts', 'tests/db/time.test.ts'];
const WITH_BROWSER = process.env.GAPMAP_TEST_BROWSER !== 'no';

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/architecture.test.ts'], testTimeout: 30_000 },
      },
      ...DATABASES.map((database) => ({
        test: {
          name: database,
          include: ['tests/db/**/*.test.ts', 'tests/access.test.ts', ...(database === 'embedded' ? ONCE : [])],
          exclude: database === 'embedded' ? [] : ONCE,
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
                hookTimeout: 300_000,
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
