import { grouped, momentInWords } from '../../domain/words.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import type { Certificate } from './contract-uploads.ts';

/** What it says, what a reader asks next, how that is known: texts, not HTML. */
type Fact = readonly [name: string, value: string, explained?: string];

/** The certificate as a page to print and file: first for whoever reads it, then for whoever verifies it. */
export function certificatePage(certificate: Certificate): string {
  const { synthetic, statement, issuer } = certificate;
  return htmlPage({
    title: 'Certificate of receipt and deletion',
    style: STYLE,
    body: `${BRAND}
<h1>Certificate of receipt and deletion</h1>
${synthetic ? '<p><strong>Synthetic data: a practice collection.</strong></p>\n' : ''}<p class="statement">${escaped(statement)}</p>
<p>Issued by ${escaped(issuer)}.</p>
<p class="actions"><button type="button" class="button" id="print" hidden>Print</button> <a class="button" href="/collect">Back to the collection</a></p>
${facts(forReaders(certificate))}
<h2>For whoever verifies this</h2>
${facts(forVerifiers(certificate))}
<script src="/print.js"></script>`,
  });
}

const OUTCOMES: Record<Certificate['outcome'], string> = {
  accepted: 'Accepted',
  accepted_with_notes: 'Accepted, with notes',
  refused: 'Refused',
  discarded: 'Discarded by the district',
  abandoned: 'Given up: nobody went on with it',
};

const TAKEN_IN: Fact = ['What was taken in', 'Homes as hexagons, and answers: no names, addresses or coordinates'];

function forReaders(certificate: Certificate): Fact[] {
  const { collection, districtName, leaId, outcome, rows, startedAt, decidedAt, deletedAt, deleteAfter, takenBackAt } =
    certificate;
  const kept = deleteAfter ? `Not yet; due ${moment(deleteAfter)}` : 'Not yet';
  return [
    ['District', `${districtName} (${leaId})`],
    ['Collection', collection],
    ['Outcome', OUTCOMES[outcome]],
    ...(outcome.startsWith('accepted') ? [TAKEN_IN] : []),
    ...(rows === null ? [] : [['Rows in the file', grouped(rows)] as const]),
    ['Sending began', moment(startedAt)],
    ['Decided', moment(decidedAt)],
    ['File deleted', deletedAt ? moment(deletedAt) : kept],
    ...(takenBackAt ? [['Taken back by the district', moment(takenBackAt)] as const] : []),
  ];
}

function forVerifiers({ sha256, bytes, method, id, signature, verify }: Certificate): Fact[] {
  return [
    [
      'Fingerprint of the file (SHA-256)',
      sha256,
      'The district’s own copy has the same: "certutil -hashfile FILE SHA256" on Windows, "shasum -a 256 FILE" elsewhere.',
    ],
    ...(bytes === null ? [] : [['Size of the file', `${grouped(bytes)} bytes`] as const]),
    ['How it was deleted', method],
    ['Certificate number', id],
    [
      'Signature',
      signature,
      'Made from all of the above with a secret of the server. If anything is changed, it no longer fits.',
    ],
    ['To have it checked', verify],
  ];
}

function facts(list: readonly Fact[]): string {
  const rows = list.map(
    ([name, value, explained]) =>
      `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}${explained ? `<p class="note">${escaped(explained)}</p>` : ''}</dd></div>`,
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

function moment(iso: string): string {
  return momentInWords(new Date(iso));
}

const STYLE = `.statement { font-size: 1.125rem }
dl { margin: 1rem 0 0 }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1.25rem; padding: 0.4rem 0; border-top: 1px solid #d9d5ca; break-inside: avoid }
dt { font-weight: 600 }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere }
dd .note { margin: 0.15rem 0 0 }
@media screen and (max-width: 600px) { dl > div { grid-template-columns: 1fr } }
@media print {
  body { font-size: 10pt; line-height: 1.35 }
  dl > div { padding: 0.25rem 0 }
}`;
