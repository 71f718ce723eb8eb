import type { Language } from '../../domain/survey/wording.ts';

/** A page that stands alone: printed, mailed or opened without a network. */
export function page(language: Language, title: string, style: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
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

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const BASE = `@page { size: letter; margin: 0.5in 0.6in }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #111; font: 13pt/1.3 "Public Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif }
main { max-width: 7.3in; margin: 0 auto; padding: 0.3in }
h1 { font-size: 1.5em; line-height: 1.15; margin: 0 0 0.2em }
@media print { main { max-width: none; padding: 0 } }`;
