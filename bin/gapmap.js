#!/usr/bin/env node
// Runs the command line on the Node that came with `npm ci`, whichever one the system has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../server/cli.ts', import.meta.url));
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (process.features.typescript) {
  await import(cli);
} else if (existsSync(own)) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  const { status, signal } = spawnSync(own, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exitCode = status ?? (signal ? 1 : 0);
} else {
  process.stderr.write('Gapmap needs Node 24. Run `npm ci` in its folder first: it brings its own.\n');
  process.exitCode = 1;
}
