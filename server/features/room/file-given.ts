/** A coverage file as a page sends it: read as `import puc` reads one, with the same refusals in a page's words. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal, refusalOnPage } from '../../platform/problem.ts';
import { silentProgress } from '../../platform/progress.ts';
import type { Reader } from '../../platform/reader.ts';
import { openScratch } from '../../platform/scratch.ts';
import { turns } from '../../platform/turns.ts';
import { type AreaRow, readCoverage } from '../coverage/index.ts';

export interface FileGiven {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface AreasGiven {
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: readonly AreaRow[];
  /** By position of the row, hexadecimal EWKB. */
  readonly outlines: readonly string[];
  readonly pieces: readonly string[];
  readonly notes: readonly string[];
}

/** A file unpacked takes memory and a core: one at a time. */
const inTurn = turns();

/**
 * @param as the provider's name, for areas that name none, and whether what is only planned counts too
 * @throws Refusal of the reader
 */
export function areasOf(
  reader: Reader,
  { name, bytes }: FileGiven,
  as: { readonly provider: string; readonly includesPlanned: boolean },
): Promise<AreasGiven> {
  const fileName = safeName(name);
  return inTurn(async () => {
    using scratch = openScratch('room');
    const path = join(scratch.folder, fileName);
    writeFileSync(path, bytes);
    const notes: string[] = [];
    const asOf = new Date().toISOString().slice(0, 10);
    const { rows, mended } = await readCoverage(reader, { path, asOf, ...as }, silentProgress, (more) =>
      notes.push(...more.map(withoutOptions)),
    ).catch((error: unknown) => {
      throw error instanceof Refusal ? refusalOnPage(error) : error;
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { fileName, sha256, rows, outlines: mended.outlines, pieces: mended.pieces.flat(), notes };
  });
}

/** A page takes no options, so that sentences which name one are left out. */
export function withoutOptions(note: string): string {
  return note
    .split(/(?<=[.?!]) /)
    .filter((sentence) => !/(^|\s)--[a-z]/.test(sentence))
    .join(' ');
}

/** Nothing of the name leads anywhere else. */
function safeName(name: string): string {
  return (
    basename(name.replaceAll('\\', '/'))
      .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_')
      .replace(/^\.+/, '') || 'file'
  );
}
