/**
 * The thread that sets type: the one file that knows Typst and resvg. A PDF is tagged and meets PDF/UA-1, or fails: so does one with
 * a warning, a glyph that our font lacks, or a page that runs over.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { Resvg } from '@resvg/resvg-js';
import { drawnInline } from './inline-svg.ts';
import { type Print, type Sheet, TEMPLATES, type Template } from './sheet.ts';

export interface PrintAsked {
  readonly number: number;
  readonly print: Print;
}

export type PrintAnswer =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly fault: string };

/** Of letters, in points, largest first. */
const SIZES: Readonly<Record<Template, readonly number[]>> = {
  page: [10.4, 9.8, 9.2, 8.6, 8, 7.4],
  lot: [10.4, 9.8, 9.2, 8.6, 8, 7.4, 6.8],
  slide: [21, 19, 17, 15, 13],
  picture: [14, 13, 12, 11, 10, 9],
  plan: [10.4, 9.8, 9.2, 8.6, 8, 7.4, 6.8],
  handout: [11, 10.4, 9.8, 9.2, 8.6, 8, 7.4, 6.9],
};

/** Compilations that a cached piece outlives. */
const KEPT = 4;

const require = createRequire(import.meta.url);
/** Public Sans as static files: Typst reads no woff2, and would set another font with no more than a warning. */
const FONTS = [
  require.resolve('@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf'),
  require.resolve('@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf'),
];
const WORKSPACE = join(import.meta.dirname, 'templates');
const compiler = NodeCompiler.create({
  workspace: WORKSPACE,
  fontArgs: [{ fontBlobs: FONTS.map((file) => readFileSync(file)) }],
});

parentPort?.on('message', ({ number, print }: PrintAsked) => {
  try {
    const bytes = printed(print);
    parentPort?.postMessage({ number, bytes } satisfies PrintAnswer, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ number, fault: wordsOf(error) } satisfies PrintAnswer);
  }
});

function printed(print: Print): Uint8Array {
  const document = compiled(print);
  try {
    const { as } = print;
    if (as.format === 'pdf') return Uint8Array.from(compiler.pdf(document, { pdfStandard: 'ua-1', pdfTags: true }));
    const drawing = new Resvg(drawnInline(compiler.plainSvg(document)), {
      fitTo: { mode: 'width', value: as.width },
      font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'Public Sans' },
    });
    return Uint8Array.from(drawing.render().asPng());
  } finally {
    compiler.evictCache(KEPT);
  }
}

/**
 * Every sheet at the largest size of letters that keeps it within its page. Found by setting it: measuring inside of Typst lays a page out
 * for every size, and takes six times as long.
 *
 * @throws Error with what Typst says, warnings included; where a page runs over
 */
function compiled({ template, sheets, title, language }: Print): NodeTypstDocument {
  if (!TEMPLATES.includes(template)) throw new Error(`no template ${template}`);
  compiler.resetShadow();
  const set = (own: readonly Sheet[], sizes: readonly number[]) => {
    for (const [at, sheet] of own.entries()) shadowSheet(at, sheet);
    shadow('document.json', JSON.stringify({ title, language, sheets: own.length, sizes }));
    return documentOf(template);
  };
  const fitted = sheets.map((sheet) => largest(SIZES[template], (size) => set([sheet], [size])));
  const [only] = fitted;
  if (fitted.length === 1 && only) return only.document;
  return set(
    sheets,
    fitted.map(({ size }) => size),
  );
}

function largest(sizes: readonly number[], set: (size: number) => NodeTypstDocument) {
  for (const size of sizes) {
    const document = set(size);
    if (document.numOfPages === 1) return { size, document };
  }
  throw new Error('a page runs over');
}

function documentOf(template: Template): NodeTypstDocument {
  const made = compiler.compile({ mainFilePath: join(WORKSPACE, `${template}.typ`) });
  const said = made.takeDiagnostics();
  const document = made.result;
  if (said || !document) throw new Error(said ? JSON.stringify(compiler.fetchDiagnostics(said)) : 'nothing was set');
  return document;
}

function shadowSheet(at: number, { data, map, qr, beside }: Sheet): void {
  shadow(`data-${at}.json`, JSON.stringify(data));
  shadow(`map-${at}.svg`, map);
  shadow(`qr-${at}.svg`, qr);
  if (beside !== undefined) shadow(`beside-${at}.svg`, beside);
}

function shadow(name: string, content: string): void {
  compiler.mapShadow(join(WORKSPACE, name), Buffer.from(content));
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
