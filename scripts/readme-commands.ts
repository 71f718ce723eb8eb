/**
 * Runs every command of the README's `sh` blocks once, in order, in data folders of its own. Waits until a server
 * answers, then stops it with Ctrl-C, which must end it cleanly. Skips blocks marked `console`, which are for
 * machines with a container engine.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LIMIT_MS = 10 * 60_000;

/** Whoever runs this script has just run these commands, or is running them. */
const DONE_ELSEWHERE = [/^npm ci\b/, /^npm test\b/, /^npm run bench\b/];
/** Commands that run until stopped, and their output once they are up. */
const SERVING: readonly { command: RegExp; says: string }[] = [
  { command: /^npm start\b/, says: 'Ctrl-C stops everything.' },
  { command: /^npx gapmap serve\b/, says: 'answers at' },
  { command: /^npx gapmap work\b/, says: 'Waiting for work' },
];

const NEW_DATA_DIR = /^export GAPMAP_DATA_DIR=/;

const folder = mkdtempSync(join(tmpdir(), 'gapmap-readme-'));
const env = { ...process.env, GAPMAP_DATA_DIR: join(folder, 'first'), PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: '' };
try {
  for (const command of commandsOf(readFileSync(join(ROOT, 'README.md'), 'utf8'))) {
    if (NEW_DATA_DIR.test(command)) {
      env.GAPMAP_DATA_DIR = join(folder, 'own');
      continue;
    }
    const startedAt = Date.now();
    await runOnce(command);
    process.stdout.write(`${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${command}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function commandsOf(readme: string): string[] {
  return [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap((block) => (block[1] ?? '').replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+&&\s+/))
    .filter((line) => !DONE_ELSEWHERE.some((pattern) => pattern.test(line)));
}

function runOnce(command: string): Promise<void> {
  const says = SERVING.find((serving) => serving.command.test(command))?.says;
  return new Promise((resolve, reject) => {
    let words = '';
    let asked = false;
    // A process group of its own, so that Ctrl-C reaches every process of it as in a terminal.
    const child = spawn('bash', ['-c', command], { cwd: ROOT, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const limit = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), LIMIT_MS);
    const hear = (chunk: Buffer) => {
      words += chunk.toString();
      if (!says || asked || !words.includes(says)) return;
      asked = true;
      process.kill(-(child.pid ?? 0), 'SIGINT');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    // Not when the shell or npm exits, but when the last process of the group has closed its output.
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      // npm itself ends by the signal it passed on, once the product has said good-bye.
      const saidGoodBye = says !== undefined && signal === 'SIGINT' && words.includes('Stopping ...');
      if (code === 0 || saidGoodBye) resolve();
      else reject(new Error(`"${command}" ended with ${signal ?? `code ${code}`}. It said:\n${words}`));
    });
  });
}
