/** The command itself in another process, for work that would keep a server from answering. */
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

const GAPMAP = fileURLToPath(new URL('../../bin/gapmap.js', import.meta.url));
/** It stops when this process is gone. */
const WITH_PARENT = fileURLToPath(new URL('../../bin/with-parent.js', import.meta.url));

interface Beside {
  /** @throws Error with its last words where it failed; not where it was stopped */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Runs `gapmap demo` on the same data, on what processor time is left. What it prints for people is printed here. */
export function demoBeside(args: readonly string[]): Beside {
  const child = spawn(process.execPath, ['--import', WITH_PARENT, GAPMAP, 'demo', ...args], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-1_000)));
  child.once('spawn', () => setPriority(child.pid ?? 0, constants.priority.PRIORITY_BELOW_NORMAL));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 || signal !== null ? resolve() : reject(new Error(lastWords.trim() || `it ended with code ${code}`)),
    );
  });
  return { ended, stop: () => child.kill('SIGTERM') };
}
