// Ties the life of the command to that of whoever started it, so that nothing is left on its port.
import { execFileSync, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a script on another Node: signals go on to it, its end is ours, and it ends with us even if we are killed. */
export function runBeside(node, script, args) {
  // It learns of our end by the closing of the channel, which no signal can keep open.
  const preload = fileURLToPath(new URL('./with-parent.js', import.meta.url));
  const child = spawn(node, ['--import', preload, script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${node} could not be started: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    for (const each of SIGNALS) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

const BETWEEN_LOOKS_MS = 500;

/**
 * Stops when npm is gone, which started us by `npx` or `npm start`, most often through a shell: killed, it tells nobody, and the shell
 * waits on. Started by anything else, the command goes on without its parent, as a service or a job of a closed terminal does.
 */
export function stopWithNpm() {
  if (process.env.npm_execpath === undefined) return;
  const parent = process.ppid;
  const npm = beforeShell(parent);
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) process.kill(process.pid, 'SIGTERM');
  }, BETWEEN_LOOKS_MS).unref();
}

/** The process itself if it is npm, else the one that started it. */
function beforeShell(pid) {
  try {
    const [, before, name] =
      /^\s*(\d+)\s+(.*)$/m.exec(execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)])) ?? [];
    return before === undefined || /^(npm|node)/.test(basename(name)) ? pid : Number(before);
  } catch {
    // Without `ps` the parent alone is watched.
    return pid;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
