/** The product as an operator runs it: server and worker as processes, each begun again when it ends, and commands beside them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const GAPMAP = fileURLToPath(new URL('../../bin/gapmap.js', import.meta.url));
/** An operator's supervisor waits a moment before it begins a process again. */
const AGAIN_AFTER_MS = 500;

export type Kept = 'serve' | 'work';

export interface Command {
  readonly code: number | null;
  readonly said: string;
}

export class Product {
  readonly url: string;
  readonly dataDir: string;
  /** Ends of processes that nobody asked for, with their last words. */
  readonly unasked: string[] = [];
  /** What the server and the worker wrote to their log as unexpected, each once. */
  readonly unexpected = new Set<string>();
  private readonly env: NodeJS.ProcessEnv;
  private readonly running = new Map<Kept, ChildProcess>();
  private readonly killed = new Set<ChildProcess>();
  private readonly commands = new Map<ChildProcess, readonly string[]>();
  private stopping = false;

  /** @param databaseUrl undefined: the embedded database */
  constructor(dataDir: string, port: number, databaseUrl: string | undefined) {
    this.dataDir = dataDir;
    this.url = `http://127.0.0.1:${port}`;
    this.env = {
      ...process.env,
      GAPMAP_DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl ?? '',
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      // The load comes from many readers behind one address, as from a proxy.
      TRUSTED_PROXIES: '127.0.0.1',
    };
  }

  /** A command to its end, or killed after a time. */
  command(args: readonly string[], killAfterMs?: number): Promise<Command> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [GAPMAP, ...args], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
      this.commands.set(child, args);
      let said = '';
      const hear = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000));
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      child.once('error', reject);
      child.once('exit', (code) => {
        clearTimeout(timer);
        this.commands.delete(child);
        resolve({ code, said });
      });
    });
  }

  /** Ends the commands that are still at work, each of which is a fault. */
  giveUpCommands(): void {
    for (const [child, args] of this.commands) {
      this.unasked.push(`gapmap ${args.join(' ')} had not ended`);
      child.kill('SIGKILL');
    }
  }

  /** @throws when the command fails */
  async done(...args: string[]): Promise<string> {
    const { code, said } = await this.command(args);
    if (code !== 0) throw new Error(`gapmap ${args[0]} ended with ${code}:\n${said}`);
    return said;
  }

  keep(name: Kept): void {
    const child = spawn(process.execPath, [GAPMAP, name], { env: this.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let lastWords = '';
    child.stderr.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-1000)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const error = /^\{"level":[56]0,/.test(line) ? (JSON.parse(line).err?.stack as string | undefined) : undefined;
      if (error && this.unexpected.size < 10) this.unexpected.add(`${name}: ${error}`);
    });
    this.running.set(name, child);
    child.once('exit', async (code, signal) => {
      if (this.stopping) return;
      if (!this.killed.has(child)) this.unasked.push(`${name} ended with ${signal ?? code}: ${lastWords.trim()}`);
      await sleep(AGAIN_AFTER_MS);
      if (!this.stopping) this.keep(name);
    });
  }

  kill(name: Kept): void {
    const child = this.running.get(name);
    if (!child) return;
    this.killed.add(child);
    child.kill('SIGKILL');
  }

  /** Kills the process of the embedded database. */
  killDatabase(): void {
    for (const pid of processesNaming('embedded/child.ts', this.dataDir)) process.kill(pid, 'SIGKILL');
  }

  databaseProcesses(): number {
    return processesNaming('embedded/child.ts', this.dataDir).length;
  }

  /** Resident memory of the server, in bytes. */
  serverMemory(): number {
    const pages = readFileSync(`/proc/${this.running.get('serve')?.pid}/statm`, 'utf8').split(' ')[1];
    return Number(pages) * 4096;
  }

  /** Waits until the product says that it is ready. @returns milliseconds waited @throws after the limit */
  async ready(limitMs: number): Promise<number> {
    const from = performance.now();
    while (performance.now() - from < limitMs) {
      const status = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 200) return performance.now() - from;
      await sleep(100);
    }
    throw new Error(`The product was not ready again after ${limitMs / 1000} s.`);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const ends = [...this.running.values()].map((child) =>
      child.exitCode !== null || child.signalCode !== null
        ? undefined
        : new Promise((resolve) => {
            child.once('exit', resolve);
            child.kill('SIGTERM');
          }),
    );
    await Promise.all(ends);
  }
}

function processesNaming(...words: readonly string[]): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.every((word) => line.includes(word));
      } catch {
        return false;
      }
    })
    .map(Number);
}
