/** `npm run trips`: the files with a function that runs for one traced row, from where it comes in to where it is seen. The README says what counts. */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startCluster } from '../../tests/support/postgres.ts';
import { type Calls, filesMore, filesOf } from './coverage.ts';
import { type Walked, walk } from './steps.ts';

const { values } = parseArgs({ options: { list: { type: 'boolean', default: false } } });

interface Trip {
  readonly title: string;
  readonly walk: (rows: number) => Promise<Walked[]>;
  /** How many are given, and how many more the second time. */
  readonly rows: number;
  readonly more: number;
  /** The same steps without any row. */
  readonly without?: () => Promise<Walked[]>;
}

build('--sourcemap', '--minify', 'false');
const cluster = await startCluster();
const noFiling = once(() => walk(cluster, 'filing.ts', '1', 'providers'));
const filing = (kind: string) => ({
  walk: (rows: number) => walk(cluster, 'filing.ts', String(rows), kind),
  rows: 1,
  more: 10,
  without: noFiling,
});
const TRIPS: readonly Trip[] = [
  { title: 'row of the FCC to a verdict', ...filing('fcc') },
  { title: 'polygon of the commission to a verdict', ...filing('puc') },
  // A release of fewer than sixty says nothing of any hexagon.
  {
    title: 'row of a district to a pixel',
    walk: (rows) => walk(cluster, 'homes.ts', String(rows)),
    rows: 60,
    more: 60,
  },
];

try {
  process.stdout.write('| trip | files that run for it | of them for each row anew |\n|---|---|---|\n');
  for (const trip of TRIPS) await measure(trip);
} finally {
  await cluster.stop();
  build();
}

/** The pages: with source maps while they are measured, and then again as they are served. */
function build(...more: readonly string[]): void {
  execFileSync('npm', ['run', '--silent', 'web:build', '--', '--logLevel', 'error', ...more], { stdio: 'inherit' });
}

async function measure({ title, walk, rows, more, without }: Trip): Promise<void> {
  const once = await walk(rows);
  const again = await walk(rows + more);
  const anyway = (await without?.()) ?? [];
  const ran = new Set<string>();
  const grew = new Set<string>();
  for (const [at, step] of once.entries())
    for (const [part, { calls, anyway: own }] of step.parts.entries()) {
      const known = anyway.length > 0 ? callsAt(anyway, at, part) : own;
      for (const file of filesOf(calls, known)) ran.add(file);
      for (const file of filesMore(callsAt(again, at, part), calls, more)) grew.add(file);
    }
  const both = [...ran].filter((file) => grew.has(file));
  process.stdout.write(`| ${title} | ${ran.size} | ${both.length} |\n`);
  if (values.list)
    for (const file of [...ran].sort()) process.stdout.write(`  ${grew.has(file) ? '*' : ' '} ${file}\n`);
}

function callsAt(walked: readonly Walked[], step: number, part: number): Calls {
  return walked[step]?.parts[part]?.calls ?? {};
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}
