/**
 * Briefs on paper: a hundred places with their maps, each in both languages, from a cold start. Run alone: `npm run bench -- briefs`, or
 * `node scripts/bench/briefs/bench.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { ensureDemoFiles } from '../../../server/demo/files.ts';
import { loadDemo } from '../../../server/demo/load.ts';
import { type Deps, openDeps } from '../../../server/deps.ts';
import { LANGUAGES } from '../../../server/domain/messages/language.ts';
import { everyBrief, printOf, sheetOf } from '../../../server/features/briefs/make.ts';
import { groundReader } from '../../../server/features/briefs/map/ground.ts';
import { estimateReader } from '../../../server/features/estimates/index.ts';
import { openPrinter } from '../../../server/features/print/index.ts';
import { messagesIn } from '../../../server/platform/messages.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { type BenchResult, benchTable } from '../result.ts';

const STUDENTS = 20_000;
const PLACES = 100;
const KINDS = ['senate_district', 'county', 'school_district'] as const;

export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-bench-'));
  try {
    await using deps = await openDeps(readConfig({ GAPMAP_DATA_DIR: folder }));
    await loadDemo(deps, silentProgress, ensureDemoFiles(join(tmpdir(), 'gapmap-bench-briefs'), STUDENTS));
    return [await cold(deps)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function cold(deps: Deps): Promise<BenchResult> {
  const [startedAt, processor] = [performance.now(), process.cpuUsage()];
  const estimates = estimateReader();
  const readers = { db: deps.db, estimates, ground: groundReader(estimates) };
  const printer = openPrinter();
  let [places, pages, bytes] = [0, 0, 0];
  for (const kind of KINDS) {
    const all = await everyBrief(readers, { role: 'public' }, { kind, release: 'current' });
    for (const { id } of all.places.slice(0, PLACES - places)) {
      const gathered = await all.gather(id);
      for (const language of LANGUAGES) {
        const words = { language, messages: messagesIn(language), commission: 'PSC', origin: 'http://localhost' };
        bytes += (await printer.print(printOf(sheetOf(gathered, words), 'page'))).length;
        pages += 1;
      }
      places += 1;
    }
  }
  await printer.close();
  if (places !== PLACES) throw new Error(`only ${places} places`);
  const { user, system } = process.cpuUsage(processor);
  return {
    name: 'briefs of 100 places with maps in both languages, cold',
    value: (performance.now() - startedAt) / 1000,
    unit: 's',
    bar: { atMost: 60 },
    detail: `embedded; ${pages} PDFs, ${(bytes / 1e6).toFixed(1)} MB, ${((user + system) / 1e6).toFixed(1)} s of a processor in Node`,
  };
}

if (import.meta.main) console.log(benchTable(await run()));
