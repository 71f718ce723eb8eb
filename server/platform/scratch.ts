/** Temporary folders that go with their work; those of a killed process go at the next start. */
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isRunning, ownName } from './process-name.ts';

export interface Scratch extends Disposable {
  readonly folder: string;
}

/** A folder whose process nobody can ask about is left alone while anything in it changed within this time. */
const STALE_MS = 24 * 3600_000;

/**
 * Makes an empty folder for this process alone, and removes what killed ones left beside it.
 *
 * @param what a word for whoever finds it: "gis"
 * @param root the system's temporary folder when left out; created where it is missing
 */
export function openScratch(what: string, root: string = tmpdir()): Scratch {
  mkdirSync(root, { recursive: true });
  removeAbandoned(root);
  const { host, pid, began } = ownName();
  const folder = mkdtempSync(join(root, `gapmap-${what}-${host}-${pid}-${began}-`));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Removes folders under `root` that `openScratch` made for processes that are gone. Leaves those of other users and everything else. */
export function removeAbandoned(root: string = tmpdir()): void {
  if (!existsSync(root)) return;
  for (const name of readdirSync(root)) {
    const [, host = '', pid, began] = /^gapmap-[a-z]+-([A-Za-z0-9]*)-(\d+)-(\d+)-\w{6}$/.exec(name) ?? [];
    if (pid === undefined) continue;
    const path = join(root, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isDirectory() || (process.platform !== 'win32' && found.uid !== userInfo().uid)) continue;
    const runs = isRunning({ host, pid: Number(pid), began: Number(began) });
    if (runs === false || (runs === undefined && Date.now() - lastChange(path) > STALE_MS))
      rmSync(path, { recursive: true, force: true });
  }
}

/** In ms since 1970, of the folder and of all in it; now, where it goes at this moment. */
function lastChange(folder: string): number {
  try {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
    return Math.max(...[folder, ...paths].map((path) => lstatSync(path).mtimeMs));
  } catch {
    return Date.now();
  }
}
