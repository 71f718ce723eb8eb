import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemoFiles } from '../../server/demo/files.ts';
import { loadDemo } from '../../server/demo/load.ts';
import type { Deps } from '../../server/deps.ts';
import { silentProgress } from '../../server/platform/progress.ts';

/** Loads and releases a small synthetic state through the importers. Its files are made once a machine and kept. */
export async function loadSmallState(deps: Deps): Promise<void> {
  await loadDemo(deps, silentProgress, ensureDemoFiles(join(tmpdir(), 'gapmap-test-state'), 3_000));
}
