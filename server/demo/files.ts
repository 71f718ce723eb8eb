import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openScratch } from '../platform/scratch.ts';

const GENERATOR = fileURLToPath(new URL('../../scripts/demo', import.meta.url));

/**
 * Makes the files of the synthetic state unless this generator made them before. It works in a process of its own and
 * the folder gets its name only when complete. Of processes that make it at once the first to end gives it.
 *
 * @param what the state as it is, or what came before it: older filings, and homes of a year earlier
 * @returns the folder
 */
export async function ensureDemoFiles(
  dataDir: string,
  students: number,
  what: 'state' | 'history' = 'state',
): Promise<string> {
  if (!(students >= 1_000)) throw new Error('--students takes a number from 1000 on.');
  const isHistory = what === 'history';
  const folder = join(dataDir, 'demo', `${students}-${generatorVersion()}${isHistory ? '-history' : ''}`);
  if (existsSync(folder)) return folder;
  using scratch = openScratch('demo', join(dataDir, 'demo'));
  const made = join(scratch.folder, 'made');
  await new Promise<void>((resolve, reject) => {
    let words = '';
    const asked = ['--students', String(students), ...(isHistory ? ['--history'] : [])];
    const child = spawn(process.execPath, [join(GENERATOR, 'generate.ts'), made, ...asked], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The demo state could not be made:\n${words}`)),
    );
  });
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Changes whenever the generator does, so that an upgrade makes the state anew. */
function generatorVersion(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(GENERATOR).sort())
    if (name.endsWith('.ts')) hash.update(readFileSync(join(GENERATOR, name)));
  return hash.digest('hex').slice(0, 10);
}
