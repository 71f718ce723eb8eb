#!/usr/bin/env node
// Runs the command line on the Node that came with `npm ci`, whichever one the system has.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runBeside, stopWithNpm } from './beside.js';

const cli = fileURLToPath(new URL('../server/cli.ts', import.meta.url));
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

stopWithNpm();
if (process.features.typescript) {
  await import(cli);
} else if (existsSync(own)) {
  runBeside(own, cli, process.argv.slice(2));
} else {
  process.stderr.write('Gapmap needs Node 24. Run `npm ci` in its folder first: it brings its own.\n');
  process.exitCode = 1;
}
