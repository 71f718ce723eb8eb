/**
 * One release in a process of its own, of the state loaded in the configured database. Prints
 * `{ seconds, processorSeconds, megabytes }`: the second is Node's alone, the third the peak of Node and the embedded database.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { openDeps } from '../../../server/deps.ts';
import { createRelease } from '../../../server/features/releasing/index.ts';
import { progressOn } from '../../../server/platform/progress.ts';

export interface Once {
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

await using deps = await openDeps(readConfig(process.env));
const startedAt = performance.now();
const before = process.cpuUsage();
await createRelease(deps, { name: 'bench' }, progressOn(process.stderr));
const seconds = (performance.now() - startedAt) / 1000;
const { user, system } = process.cpuUsage(before);
const pids = ['self', ...embeddedPid()];
const megabytes = pids.reduce((sum, pid) => sum + mostMegabytes(pid), 0);
console.log(JSON.stringify({ seconds, processorSeconds: (user + system) / 1e6, megabytes } satisfies Once));

/** Peak of the embedded database's process, if in use. */
function embeddedPid(): string[] {
  const lock = join(deps.config.dataDir, 'postgres', 'lock');
  return deps.db.kind === 'embedded' && existsSync(lock) ? [readFileSync(lock, 'utf8').trim()] : [];
}

/** Linux reports the peak memory of a process. */
function mostMegabytes(pid: string): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
