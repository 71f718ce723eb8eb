/** Pages made by the server: self-contained, so that they can be printed, mailed or opened without a network. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface HtmlPage {
  readonly language?: string;
  readonly title: string;
  /** This page's additions to the shared style. */
  readonly style: string;
  /** HTML; the caller has escaped its content. */
  readonly body: string;
}

export function htmlPage({ language = 'en', title, style, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<title>${escaped(title)}</title>
<style>
${FONT}
${BASE}
${style}
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Same as in `web/index.html`. */
export const ICON =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><path d='M16 2 28 9v14l-12 7L4 23V9z' fill='#f7f5ef' stroke='#1d2a33' stroke-width='2'/><path d='M16 9l6 3.5v7L16 23l-6-3.5v-7z' fill='#a8321e'/></svg>";

/** The brand at the top of the page. */
export const BRAND = `<p class="brand"><span aria-hidden="true">${ICON}</span> Gapmap</p>`;

const FONT_FILE = createRequire(import.meta.url).resolve(
  '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2',
);
const FONT = `@font-face { font-family: "Public Sans Variable"; font-weight: 100 900; src: url(data:font/woff2;base64,${readFileSync(FONT_FILE).toString('base64')}) format("woff2") }`;

const BASE = `@page { size: letter; margin: 0.5in 0.6in }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #1b2125; font: 1rem/1.5 "Public Sans Variable", system-ui, sans-serif; font-variant-numeric: tabular-nums lining-nums }
main { max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.25rem }
h1 { font-size: 1.75rem; font-weight: 650; line-height: 1.2; margin: 0 0 0.5rem; text-wrap: balance }
h2 { font-size: 1.3rem; font-weight: 650; line-height: 1.25; margin: 1.75rem 0 0.25rem }
p { margin: 0.5rem 0; text-wrap: pretty }
a { color: #1a5872; text-underline-offset: 0.2em }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 1.5rem 0 }
.button { display: inline-flex; align-items: center; min-height: 2.75rem; padding: 0 1rem; border: 1px solid #1a5872; border-radius: 3px; background: #fff; color: #1a5872; font: inherit; text-decoration: none; cursor: pointer }
.button[hidden] { display: none }
@media screen { body:has(.brand) { background: #fdfcf9 } }
.brand { display: flex; align-items: center; gap: 0.5rem; margin: 0 0 1.5rem; font-size: 1.0625rem; font-weight: 700 }
.brand svg { display: block; width: 1.5rem; height: 1.5rem }
.note { color: #565d62; font-size: 0.875rem }
@media print { main { max-width: none; padding: 0 } .actions { display: none } }`;
