/** One traced journey: a process that V8 watches goes its steps, and says which reports are of which. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cluster, withoutTransaction } from '../../tests/support/postgres.ts';
import { type Calls, callsIn } from './coverage.ts';
import { isOfMainThread } from './watched.ts';

/** As a journey tells it, in JSON on its standard output. */
export interface Step {
  readonly title: string;
  /** Of what the server and the commands ran. */
  readonly reports: readonly string[];
  /** Of what the pages before it asked of the server. */
  readonly anyway: readonly string[];
  readonly inPage?: Calls;
  readonly inPageAnyway?: Calls;
}

/** What a step ran on the server and in the pages, with what runs there anyway. Threads, of GDAL and of the solver, come as a step of their own. */
export interface Walked {
  readonly title: string;
  readonly parts: readonly { readonly calls: Calls; readonly anyway: Calls }[];
}

let walks = 0;

/** @param script of this folder, given the address of a new database and then these arguments */
export async function walk(cluster: Cluster, script: string, ...more: readonly string[]): Promise<Walked[]> {
  const name = `trip_${++walks}`;
  await withoutTransaction(cluster.url, [`create database ${name}`]);
  const url = new URL(cluster.url);
  url.pathname = `/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-trips-'));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), url.href, ...more],
    { env: { ...process.env, NODE_V8_COVERAGE: folder }, encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(`${script} ${more.join(' ')} ended with ${status}:\n${stderr}`);
  const steps = JSON.parse(stdout) as Step[];
  const pid = steps[0]?.reports[0]?.split('-')[1];
  const threads = readdirSync(folder).filter(
    (report) => report.startsWith(`coverage-${pid}-`) && !isOfMainThread(report),
  );
  const anyway = callsIn(
    folder,
    steps.flatMap((step) => step.anyway),
  );
  const inThreads = callsIn(folder, threads);
  const walked = steps.map(({ title, reports, inPage = {}, inPageAnyway = {} }) => ({
    title,
    parts: [
      { calls: callsIn(folder, reports), anyway },
      { calls: inPage, anyway: inPageAnyway },
    ],
  }));
  rmSync(folder, { recursive: true });
  return [...walked, { title: 'in threads', parts: [{ calls: inThreads, anyway: {} }] }];
}
