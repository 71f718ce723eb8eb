/**
 * `npm test`: the whole suite. What the machine lacks is installed where that can be done without asking (root on Debian
 * or Ubuntu) and otherwise skipped with one plain line each; with CI=true a lack is a failure.
 *
 * Arguments go on to Vitest: `npm test -- tests/unit/domain`.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserPath } from '../tests/support/browser-path.ts';
import { nativeBinaries } from '../tests/support/postgres.ts';

const inCi = process.env.CI === 'true';
const canInstall = process.getuid?.() === 0 && has('apt-get');

interface Need {
  readonly what: string;
  readonly packages: readonly string[];
  readonly without: string;
  isHere(): boolean;
}

const NEEDS: readonly Need[] = [
  {
    what: 'PostgreSQL with PostGIS',
    packages: [postgisPackage()],
    without: 'database tests run on the embedded database only',
    isHere: () => process.env.TEST_DATABASE_URL !== undefined || nativeBinaries() !== undefined,
  },
  {
    what: 'Chromium',
    packages: [browserPackage(), 'fonts-liberation'],
    without: 'tests of the pages in a real browser are left out',
    isHere: () => browserPath() !== undefined,
  },
];

const missing = NEEDS.filter((need) => !need.isHere());
if (missing.length > 0 && canInstall) install(missing.flatMap((need) => need.packages));
const lacks = NEEDS.filter((need) => !need.isHere());
for (const { what, without, packages } of lacks)
  process.stdout.write(
    `${inCi ? 'Missing' : 'Skipped'}: no ${what} on this machine, so ${without}. To have it: install ${packages.join(' ')}.\n`,
  );
if (inCi && lacks.length > 0) process.exit(1);

const [noPostgres, noBrowser] = NEEDS.map((need) => lacks.includes(need));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    GAPMAP_TEST_DATABASES: noPostgres ? 'embedded' : 'native,embedded',
    GAPMAP_TEST_BROWSER: noBrowser ? 'no' : 'yes',
  },
});
process.exitCode = status ?? 1;

function install(packages: readonly string[]): void {
  process.stdout.write(`Installing ${packages.join(' ')} ...\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Debian has the browser without a window as a package of its own. */
function browserPackage(): string {
  const found = spawnSync('apt-cache', ['show', 'chromium-headless-shell'], { stdio: 'ignore' });
  return found.status === 0 ? 'chromium-headless-shell' : 'chromium';
}

/** The version this Debian or Ubuntu packages. */
function postgisPackage(): string {
  const found = spawnSync('apt-cache', ['depends', 'postgresql-postgis'], { encoding: 'utf8' });
  return /Depends: (postgresql-\d+-postgis-3)\b/.exec(found.stdout ?? '')?.[1] ?? 'postgresql-15-postgis-3';
}
