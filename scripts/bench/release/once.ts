/**
 * One release in a process of its own, of the state that is loaded where the configuration says. Prints
 * `{ seconds, processorSeconds, megabytes }`: of Node alone the second, the most memory of Node and the embedded database the third.
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

/** Of the embedded database's process, where that is in use. */
function embeddedPid(): string[] {
  const lock = join(deps.config.dataDir, 'postgres', 'lock');
  return deps.db.kind === 'embedded' && existsSync(lock) ? [readFileSync(lock, 'utf8').trim()] : [];
}

/** Linux keeps the most memory a process ever had. */
function mostMegabytes(pid: string): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
