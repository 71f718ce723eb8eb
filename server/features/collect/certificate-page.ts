import type { Certificate } from './contract-uploads.ts';

/** The certificate as a page to print and file. */
export function certificatePage(certificate: Certificate): string {
  const rows: readonly (readonly [string, string | number])[] = [
    ['Collection', certificate.collection],
    ['District', `${certificate.districtName} (${certificate.leaId})`],
    ['Outcome', certificate.outcome.replaceAll('_', ' ')],
    ['SHA-256 of the file', certificate.sha256],
    ['Bytes', certificate.bytes],
    ...(certificate.rows === null ? [] : [['Rows', certificate.rows] as const]),
    ['Sending began', certificate.startedAt],
    ['Decided', certificate.decidedAt],
    ['Raw bytes deleted', certificate.deletedAt ?? `not yet; due ${certificate.deleteAfter ?? 'later'}`],
    ['How', certificate.method],
    ['Certificate', certificate.id],
    ['Signature', certificate.signature],
    ['To have it checked', certificate.verify],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Certificate of receipt and deletion</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1b; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-top: 1px solid #a9aeb1; overflow-wrap: anywhere; }
th { width: 12rem; font-weight: 600; }
</style>
</head>
<body>
<main>
<h1>Certificate of receipt and deletion</h1>
${certificate.synthetic ? '<p><strong>Synthetic data: a practice collection.</strong></p>\n' : ''}<p>${escaped(certificate.statement)}</p>
<table>
${rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(String(value))}</td></tr>`).join('\n')}
</table>
</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
