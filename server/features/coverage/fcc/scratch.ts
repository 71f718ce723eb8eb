/** The folder of one import's temporary files, in the data folder, removed however the import ends. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface Scratch extends Disposable {
  readonly folder: string;
}

export function openScratch(dataDir: string): Scratch {
  const root = join(dataDir, 'tmp');
  mkdirSync(root, { recursive: true });
  removeAbandoned(root);
  const folder = mkdtempSync(join(root, `fcc-${process.pid}-`));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Removes what killed imports left behind: a folder's name contains its process id. */
function removeAbandoned(root: string): void {
  for (const name of readdirSync(root)) {
    const pid = Number(/^fcc-(\d+)-/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
