/** A Shapefile: finds its parts under any name and place, and the code page of its table. */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { refusal } from '../problem.ts';
import { rowsOfTable, tableText } from './dbase.ts';

/** Parts that GDAL reads; it rebuilds the index if missing. */
const PARTS = ['.shp', '.shx', '.dbf', '.prj', '.cpg'];
const NEEDED = ['.dbf'];
/** Files that programs add to a Shapefile, not worth a note. */
const COMPANIONS = [
  '.sbn',
  '.sbx',
  '.qix',
  '.qpj',
  '.qmd',
  '.fbn',
  '.fbx',
  '.ain',
  '.aih',
  '.atx',
  '.ixs',
  '.mxs',
  '.fix',
  '.idm',
  '.ind',
];

/**
 * Moves the parts of one Shapefile into a folder of its own under names GDAL finds; accepts any case and any folder.
 *
 * @param shp path of the .shp
 * @param all paths of all files of the archive
 * @returns path of the moved .shp, and notes about its text
 * @throws Refusal when its table is missing, of another export, or in an unsupported code page
 */
export function gatherShapefile(
  shp: string,
  all: readonly string[],
  folder: string,
): { path: string; parts: string[]; notes: Phrase[] } {
  const stem = basename(shp).slice(0, -4);
  const found = new Map<string, string>();
  for (const part of PARTS) {
    const path = part === '.shp' ? shp : partOf(shp, part, all);
    if (path !== undefined) found.set(part, path);
  }
  const missing = NEEDED.filter((part) => !found.has(part));
  if (missing.length > 0)
    throw refusal('gis.shapefile-incomplete/part-missing', 400, { file: basename(shp), parts: missing });
  mkdirSync(folder, { recursive: true });
  for (const [part, path] of found) renameSync(path, join(folder, stem + part));
  const path = join(folder, `${stem}.shp`);
  const [shapes, rows] = [shapesIn(path), rowsOfTable(join(folder, `${stem}.dbf`))];
  if (shapes !== undefined && rows !== undefined && shapes !== rows)
    throw refusal('gis.shapefile-incomplete/unequal-parts', 422, { file: basename(shp), shapes, rows });
  return { path, parts: [...found.values()], notes: settleCodePage(path) };
}

/** Shapes by the lengths that they give, undefined where those do not end with the file. Source: ESRI Shapefile Technical Description. */
function shapesIn(shp: string): number | undefined {
  const file = openSync(shp, 'r');
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(8);
    let shapes = 0;
    let at = 100;
    for (; at < size && readSync(file, head, 0, 8, at) === 8; shapes++) at += 8 + 2 * head.readUInt32BE(4);
    return at === size ? shapes : undefined;
  } finally {
    closeSync(file);
  }
}

/** Whether a file belongs to one of the Shapefiles: such files need no note. */
export function isCompanion(path: string, stems: ReadonlySet<string>): boolean {
  const name = basename(path).toLowerCase();
  return (
    stems.has(name.replace(/\.shp\.xml$|\.[^.]+$/, '')) &&
    (name.endsWith('.shp.xml') || COMPANIONS.includes(extname(name)))
  );
}

/** The one beside the .shp, else the only one of that name anywhere. */
function partOf(shp: string, part: string, all: readonly string[]): string | undefined {
  const wanted = basename(shp).slice(0, -4).toLowerCase() + part;
  const named = all.filter((path) => basename(path).toLowerCase() === wanted);
  return named.find((path) => dirname(path) === dirname(shp)) ?? (named.length === 1 ? named[0] : undefined);
}

/**
 * Writes the encoding of the table to the .cpg. Valid UTF-8 decides first, as no other code page resembles it; then the
 * .cpg, then the language byte of the table. If neither says anything, GDAL is told UTF-8 and leaves the bytes unchanged,
 * and `lines.ts` decodes them.
 */
function settleCodePage(shp: string): Phrase[] {
  const dbf = `${shp.slice(0, -4)}.dbf`;
  const cpg = `${shp.slice(0, -4)}.cpg`;
  const { kind, language, cut, isOfDos } = tableText(dbf);
  const declared = declaredPage(readIfThere(cpg)) ?? LANGUAGES[language];
  const isGuessed = isOfDos && (declared === undefined || declared === 'UTF-8');
  const page = kind !== 'other' ? 'UTF-8' : isGuessed ? 'CP850' : declared;
  if (page === undefined || page === 'UTF-8' || READ.test(page)) writeFileSync(cpg, page ?? 'UTF-8');
  else throw refusal('gis.code-page/code-page', 422, { file: basename(shp), page });
  const file = basename(shp);
  const notes: Phrase[] = [];
  if (isGuessed) notes.push(phrase('gis.text/dos', { file }));
  if (kind === 'utf-8' && declared !== undefined && declared !== 'UTF-8')
    notes.push(phrase('gis.text/declared', { file, page: declared }));
  if (cut > 0) notes.push(phrase('gis.text/half-letters', { file, valueCount: cut }));
  return notes;
}

function readIfThere(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'latin1').trim() : '';
}

/** Normalizes "65001", "ANSI 1252", "ISO 8859-1", "LATIN1", "Windows-1252"; undefined for an unknown or empty name. */
function declaredPage(text: string): string | undefined {
  const word = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (/^(UTF8|65001|CP65001|UNICODE)/.test(word)) return 'UTF-8';
  if (/^(LATIN1|L1|ISOLATIN1)$/.test(word)) return 'CP1252';
  const iso = /^(?:ISO)?8859(\d{1,2})$/.exec(word)?.[1];
  // Latin-1 means Windows-1252, as in browsers: the codes that differ are no letters in Latin-1.
  if (iso !== undefined) return iso === '1' ? 'CP1252' : `ISO-8859-${iso}`;
  if (/^MAC/.test(word)) return 'MACINTOSH';
  const number = /^(?:ANSI|OEM|CP|WINDOWS|WIN|MS|DOS|IBM)*(\d{3,5})$/.exec(word)?.[1];
  return number === undefined ? undefined : number === '437' ? 'CP850' : `CP${number}`;
}

/** Code pages that our build of GDAL converts to UTF-8. */
const READ = /^(CP(125\d|850|866|874|932|936|949|950)|ISO-8859-\d+|MACINTOSH)$/;

/**
 * dBASE language drivers. 437 counts as 850: both have their letters at the same codes, and 437 has only drawing signs where
 * 850 has more letters.
 */
const LANGUAGES: Readonly<Record<number, string>> = Object.fromEntries(
  (
    [
      ['CP850', [0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b]],
      ['CP850', [0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37]],
      ['CP1252', [0x03, 0x57, 0x58, 0x59]],
      ['MACINTOSH', [0x04]],
      ['CP852', [0x1f, 0x22, 0x23, 0x40, 0x64, 0x87]],
      ['CP860', [0x24]],
      ['CP863', [0x1c, 0x6c]],
      ['CP865', [0x08, 0x17, 0x66]],
      ['CP866', [0x26, 0x65]],
      ['CP932', [0x13, 0x7b]],
      ['CP936', [0x4d, 0x7a]],
      ['CP949', [0x4e, 0x79]],
      ['CP950', [0x4f, 0x78]],
      ['CP874', [0x50, 0x7c]],
      ['CP1250', [0xc8]],
      ['CP1251', [0xc9]],
      ['CP1254', [0xca]],
      ['CP1253', [0xcb]],
      ['CP1257', [0xcc]],
    ] as const
  ).flatMap(([page, bytes]) => bytes.map((byte) => [byte, page])),
);
