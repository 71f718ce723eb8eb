/** One import in a process of its own. Prints `{ seconds, scanSeconds, peakMegabytes }`; arguments: file, data folder, vintage as JSON. */
import { readFileSync } from 'node:fs';
import { readConfig } from '../../../server/config.ts';
import { openDeps } from '../../../server/deps.ts';
import { importFcc } from '../../../server/features/coverage/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { scanSeconds } from './scan.ts';

const [path = '', dataDir = '', vintage = '{}'] = process.argv.slice(2);
await using deps = await openDeps(readConfig({ ...process.env, GAPMAP_DATA_DIR: dataDir }));
const startedAt = performance.now();
await importFcc(deps, { paths: [path], ...JSON.parse(vintage) }, silentProgress);
const seconds = (performance.now() - startedAt) / 1000;
// Linux reports the process's peak memory so far; the scan runs afterwards, to be excluded from it.
const peakMegabytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
console.log(JSON.stringify({ seconds, peakMegabytes, scanSeconds: await scanSeconds(path) }));
