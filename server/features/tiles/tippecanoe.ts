/** Outline tiles by tippecanoe: thinned where a tile would be too large, simplified below the highest zoom. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { openPmtiles } from '../../platform/pmtiles-file.ts';
import { openScratch } from '../../platform/scratch.ts';
import type { Tile } from './address.ts';
import { BUFFER, EXTENT } from './contract.ts';
import { tileErrors } from './errors.ts';
import type { Shapes } from './load-shapes.ts';

export interface OutlineTiles {
  /** @returns an uncompressed vector tile; no bytes when nothing is drawn there */
  tile(at: Tile): Promise<Uint8Array>;
  /** Removes what was written. */
  close(): Promise<void>;
}

/**
 * @param program name on PATH, or path
 * @returns its version line, "tippecanoe v2.53.0"; undefined if there is no such program
 * @throws Refusal when it exists and does not run
 */
export async function versionOf(program: string): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, ['--version']);
    return `${stdout}${stderr}`.trim();
  } catch (error) {
    const { code } = error as { code?: number | string };
    if (code === 'ENOENT') return undefined;
    throw tileErrors.tippecanoe(program, code);
  }
}

/**
 * @param beside path of the archive; working files lie beside it, readable by their owner only, until closed
 * @throws Refusal when tippecanoe fails
 */
export async function tippecanoeTiles(
  program: string,
  shapes: Shapes,
  { beside, maxZoom }: { readonly beside: string; readonly maxZoom: number },
): Promise<OutlineTiles> {
  // Tippecanoe fails on no input.
  if (Object.values(shapes).every((features) => features.length === 0))
    return { tile: async () => new Uint8Array(), close: async () => undefined };
  const scratch = openScratch('outlines', dirname(beside));
  const { folder } = scratch;
  try {
    const path = join(folder, 'outlines.pmtiles');
    await run(program, [...optionsFor(maxZoom), '--temporary-directory', folder, '--output', path], lines(shapes));
    const { tile, close } = await openPmtiles(path);
    return {
      tile,
      async close() {
        await close();
        scratch[Symbol.dispose]();
      },
    };
  } catch (error) {
    scratch[Symbol.dispose]();
    throw error;
  }
}

function optionsFor(maxZoom: number): string[] {
  return [
    '--quiet',
    '--minimum-zoom=0',
    `--maximum-zoom=${maxZoom}`,
    `--full-detail=${Math.log2(EXTENT)}`,
    `--low-detail=${Math.log2(EXTENT)}`,
    // In 1/256 of a tile.
    `--buffer=${(BUFFER * 256) / EXTENT}`,
    '--no-tile-compression',
    // Clusters are sorted with the highest ranks last, to be drawn on top.
    '--preserve-input-order',
    // Never coalesces: an outline would get another's attributes. Points are thinned by tile size, not by zoom.
    '--drop-smallest-as-needed',
    '--drop-rate=1',
    // Readers overzoom from the highest zoom, so it keeps every feature and vertex.
    '--simplify-only-low-zooms',
    '--no-tiny-polygon-reduction-at-maximum-zoom',
    '--no-simplification-of-shared-nodes',
  ];
}

function* lines(shapes: Shapes): Generator<string> {
  for (const [layer, features] of Object.entries(shapes))
    for (const feature of features) yield `${JSON.stringify({ ...feature, tippecanoe: { layer } })}\n`;
}

async function run(program: string, options: readonly string[], input: Iterable<string>): Promise<void> {
  const child = spawn(program, options, { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  // A program that exits early closes its input: its exit code says more than the broken pipe.
  const [[code, signal]] = await Promise.all([
    ended,
    pipeline(Readable.from(input), child.stdin).catch(() => undefined),
  ]);
  if (code !== 0) throw tileErrors.tippecanoe(program, code ?? String(signal));
}
