/** Commands as processes of their own, as a person or an operator starts them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const GAPMAP = fileURLToPath(new URL('../../bin/gapmap.js', import.meta.url));

export interface Running {
  readonly process: ChildProcess;
  /** All that it has printed. */
  words(): string;
  /** Its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves when it has printed this. @throws Error when it ends before */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

/** `gapmap ...args` with settings of its own. */
export function gapmap(args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [GAPMAP, ...args], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', LANG: 'C', LC_ALL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    process: child,
    words: () => words,
    ended,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(words);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then((code) => reject(new Error(`it ended with ${code} before it said ${pattern}:\n${words}`)));
      }),
  };
}
