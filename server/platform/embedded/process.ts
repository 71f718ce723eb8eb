/** Starting and letting go of the process of an embedded database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';

const STOP_MS = 5_000;

/** How the process of a database ended before anybody could connect. */
export interface Ended {
  /** Its exit code or signal, or that there was none. */
  readonly code: Phrase | string;
  readonly lastWords: string;
}

export interface DatabaseProcess {
  /** Undefined when somebody may connect, else how it ended. */
  readonly opened: Promise<Ended | undefined>;
  /** Leaves it running while others are connected; else waits for its end. */
  letGo(): Promise<void>;
}

export function startProcess(folder: string, socketPath: string): DatabaseProcess {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--max-old-space-size=2048', script, folder, socketPath], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-4000);
  });
  const opened = new Promise<Ended | undefined>((resolve) => {
    child.once('message', () => resolve(undefined));
    child.once('exit', (code, signal) => resolve({ code: String(code ?? signal), lastWords }));
    child.once('error', (error) => resolve({ code: phrase('database.not-started'), lastWords: error.message }));
  });
  return { opened, letGo: () => letGo(child) };
}

function letGo(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((done) => {
    const gone = () => done();
    child.once('exit', gone);
    if (child.connected) child.disconnect();
    // Somebody else may still be connected: the process then outlives ours, as they need.
    setTimeout(() => {
      child.off('exit', gone);
      child.unref();
      child.stderr?.destroy();
      done();
    }, STOP_MS).unref();
  });
}
