/** What is left of a command when whoever started it is stopped or killed: nothing on its port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BESIDE = fileURLToPath(new URL('../../bin/beside.js', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-bin-'));
  const listens = `
    import { createServer } from 'node:net';
    const server = createServer().listen(0, '127.0.0.1', () => console.log('port', server.address().port));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {
      console.log('heard', signal);
      server.close(() => process.exit(7));
    });`;
  writeFileSync(join(folder, 'listens.mjs'), listens);
  writeFileSync(join(folder, 'fails.mjs'), 'process.exitCode = 3;');
  writeFileSync(join(folder, 'dies.mjs'), "process.kill(process.pid, 'SIGKILL');");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(script: string): ChildProcess {
  const code = `import { runBeside } from ${JSON.stringify(BESIDE)};
    runBeside(process.execPath, ${JSON.stringify(join(folder, script))}, []);`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      const found = pattern.exec(text);
      if (found) resolve(found[1] ?? found[0]);
    });
  });
}

function isOpen(port: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('a command on the Node that came with it', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'hears %s, and its end is that of who started it',
    async (signal) => {
      const child = start('listens.mjs');
      const port = await said(child, /port (\d+)/);
      const heard = said(child, /heard (\w+)/);
      child.kill(signal);
      expect(await heard).toBe(signal);
      expect(await once(child, 'exit')).toEqual([7, null]);
      expect(await isOpen(port)).toBe(false);
    },
  );

  it('leaves its port when who started it is killed', async () => {
    const child = start('listens.mjs');
    const port = await said(child, /port (\d+)/);
    expect(await isOpen(port)).toBe(true);
    child.kill('SIGKILL');
    await expect.poll(() => isOpen(port), { timeout: 15_000 }).toBe(false);
  });

  it.each([
    ['npm, which started it', ''],
    ['npm, which started it through a shell that waits on', "; echo 'the shell is done'"],
  ])('leaves its port when who is killed is %s', async (_, after) => {
    const inner = join(folder, 'inner.mjs');
    writeFileSync(
      inner,
      `import { runBeside, stopWithNpm } from ${JSON.stringify(BESIDE)};
       stopWithNpm();
       runBeside(process.execPath, ${JSON.stringify(join(folder, 'listens.mjs'))}, []);`,
    );
    const line = `"${process.execPath}" "${inner}"${after}`;
    const code = `import { spawn } from 'node:child_process'; spawn('sh', ['-c', ${JSON.stringify(line)}], { stdio: 'inherit' });`;
    const npm = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, npm_execpath: 'npm' },
    });
    const port = await said(npm, /port (\d+)/);
    npm.kill('SIGKILL');
    await expect.poll(() => isOpen(port), { timeout: 15_000 }).toBe(false);
  });

  it('ends with the code of the command, or by its signal', async () => {
    expect(await once(start('fails.mjs'), 'exit')).toEqual([3, null]);
    expect(await once(start('dies.mjs'), 'exit')).toEqual([null, 'SIGKILL']);
  });
});
