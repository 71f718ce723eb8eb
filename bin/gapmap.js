#!/usr/bin/env node
// Runs the command line on the Node that came with `npm ci`, whichever one the system has.
import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBeside, stopWithNpm } from './beside.js';

const cli = fileURLToPath(new URL('../server/cli.ts', import.meta.url));
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

stopWithNpm();
// Code is compiled once per version of a file, here and in processes started from here. In a folder of this user's own, for what lies in it runs.
const { HOME, XDG_CACHE_HOME = HOME && join(HOME, '.cache') } = process.env;
if (XDG_CACHE_HOME) process.env.NODE_COMPILE_CACHE ??= join(XDG_CACHE_HOME, 'gapmap', 'code');
if (process.features.typescript) {
  if (process.env.NODE_COMPILE_CACHE) modules.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  await import(cli);
} else if (existsSync(own)) {
  runBeside(own, cli, process.argv.slice(2));
} else {
  process.stderr.write('Gapmap needs Node 24. Run `npm ci` in its folder first: it brings its own.\n');
  process.exitCode = 1;
}
