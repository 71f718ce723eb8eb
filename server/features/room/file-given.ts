/** A coverage file as a page sends it: read as `import puc` reads one, with the same refusals and notes in a page's words. */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { phrases } from '../../domain/messages/en/phrases.ts';
import { onPage, type Phrase, say } from '../../domain/messages/phrase.ts';
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
  /** In a page's words. */
  readonly notes: readonly Phrase[];
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
    const notes: Phrase[] = [];
    const asOf = new Date().toISOString().slice(0, 10);
    const { rows, mended } = await readCoverage(reader, { path, asOf, ...as }, silentProgress, (more) =>
      notes.push(...more.map((note) => onPage(phrases, note))),
    ).catch((error: unknown) => {
      throw error instanceof Refusal ? refusalOnPage(error) : error;
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { fileName, sha256, rows, outlines: mended.outlines, pieces: mended.pieces.flat(), notes };
  });
}

/** Notes as they are stored: English words, and the phrases for other languages. */
export function keptNotes(notes: readonly Phrase[]): { readonly words: string[]; readonly said: string } {
  return { words: notes.map((note) => say(phrases, note)), said: JSON.stringify(notes) };
}

/** What is stored with its notes; null: it came to an earlier version, and stays English. */
export type WithNotes<Shown extends { readonly notes: readonly string[] }> = Shown & {
  readonly notesSaid: readonly Phrase[] | null;
};

/** Nothing of the name leads anywhere else. */
function safeName(name: string): string {
  return (
    basename(name.replaceAll('\\', '/'))
      .replaceAll(/[^\p{L}\p{N} ._()-]/gu, '_')
      .replace(/^\.+/, '') || 'file'
  );
}
