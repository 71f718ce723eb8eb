import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDemoFiles } from '../../server/demo/files.ts';
import { loadDemo } from '../../server/demo/load.ts';
import type { Deps } from '../../server/deps.ts';
import { silentProgress } from '../../server/platform/progress.ts';

/** Files of a small synthetic state, made once a machine and kept. @returns their folder */
export function smallStateFiles(): Promise<string> {
  return ensureDemoFiles(join(tmpdir(), 'gapmap-test-state'), 3_000);
}

/** Loads and releases that state through the importers. */
export async function loadSmallState(deps: Deps): Promise<void> {
  await loadDemo(deps, silentProgress, smallStateFiles());
}
