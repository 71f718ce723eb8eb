/** Dirty files and what doors say of them. `Zzmarker` stands in the files wherever a family's own value would. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AnonymizeError } from '../../server/domain/anonymize/index.ts';
import type { Phrase } from '../../server/domain/messages/phrase.ts';
import { readCsv } from '../../server/platform/csv/read.ts';
import { Refusal } from '../../server/platform/problem.ts';
import type { Progress } from '../../server/platform/progress.ts';
import { told } from './told.ts';

export const MARKER = /zzmarker/i;

const FOLDER = fileURLToPath(new URL('../fixtures/dirt', import.meta.url));
export const dirtAt = (kind: 'homes' | 'exports' | 'gis', name = '') => join(FOLDER, kind, name);
export const dirtNames = (kind: 'homes' | 'exports' | 'gis') => readdirSync(dirtAt(kind)).sort();

/** Progress that keeps every word it was told. */
export function listening(): { progress: Progress; heard: string[] } {
  const heard: string[] = [];
  const hear = (line: Phrase | string = '') => void heard.push(told(line));
  const begin: Progress['begin'] = (title) => {
    hear(title);
    return { advance: () => undefined, note: hear, done: hear };
  };
  return { heard, progress: { print: hear, begin } };
}

/**
 * Runs a door to its end and says in a line how it ended: what it took, or the code of its refusal with the lines and
 * columns it names. Anything but a refusal is a bug and thrown on.
 */
export async function outcomeOf(door: () => Promise<string>, heard: string[]): Promise<string> {
  try {
    return await door();
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof AnonymizeError)) throw error;
    heard.push(error.message, String(error.stack), JSON.stringify(error));
    return refusalInWords(error.code, error.message);
  }
}

export function refusalInWords(code: string, message: string): string {
  if (!SAYS_WHAT_TO_DO.test(message)) throw new Error(`${code} does not say what to do: ${message}`);
  const places = [...new Set(message.match(/\bline \d+|\bcolumn [\w ]+(?= looks? like)/gi) ?? [])];
  return [code, ...places.map((place) => place.toLowerCase())].join(', ');
}

/** Every refusal ends in something that a person can do. */
const SAYS_WHAT_TO_DO =
  /\b(save|send|write|unpack|close|remove|keep|run|name|needs?|must|export|choose|give|mend|open|put|load|leave|anonymizer|use|draw|convert|correct|ask|begin|say|download|zip|move|hold rows|has a header and no rows|is empty|has no rows)\b/i;

/** A report's rows in words: "not a cell on line 7 in cell". */
export async function reportInWords(csv: string | Uint8Array, skip = 0): Promise<string[]> {
  const rows: string[][] = [];
  for await (const batch of readCsv(ReadableStream.from([Buffer.from(csv)])))
    rows.push(...batch.map(({ fields }) => fields));
  return rows.slice(1).map((row) => {
    const [line, column, kind] = row.slice(skip);
    return `${kind} on line ${line}${column ? ` in ${column}` : ''}`;
  });
}

/** The first findings; files with one fault in every row have many. */
export function findingsInWords(findings: readonly string[]): string {
  const shown = findings.slice(0, 2).map((words) => `; ${words}`);
  return shown.join('') + (findings.length > 2 ? `; ${findings.length} in all` : '');
}

export const readIfThere = (path: string) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
