import type { CertificateMessages } from '../../domain/messages/en/certificate.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import type { Certificate } from './contract-uploads.ts';

/** One fact of the certificate: its name, its value, and how that is known. Plain text, not HTML. */
type Fact = readonly [name: string, value: string, explained?: string];

/** The certificate as a page to print and file. Readers come first, verifiers second. */
export function certificatePage(
  messages: CertificateMessages,
  { language, lang }: { language: ShownLanguage; lang: string },
  certificate: Certificate,
): string {
  const { synthetic, statement, issuer } = certificate;
  return htmlPage({
    language,
    title: messages.title,
    style: STYLE,
    body: `${BRAND}
<h1>${escaped(messages.title)}</h1>
${synthetic ? `<p><strong>${escaped(messages.practice)}</strong></p>\n` : ''}<p class="statement">${escaped(statement)}</p>
<p>${escaped(messages.issuedBy({ issuer }))}</p>
<p class="actions"><button type="button" class="button" id="print" hidden>${escaped(messages.print)}</button> <a class="button" href="/collect${lang}">${escaped(messages.back)}</a></p>
${facts(forReaders(messages, certificate))}
<h2>${escaped(messages.forVerifiers)}</h2>
${facts(forVerifiers(messages, certificate))}
<script src="/print.js"></script>`,
  });
}

function forReaders(messages: CertificateMessages, certificate: Certificate): Fact[] {
  const { collection, districtName, leaId, outcome, rows, startedAt, decidedAt, deletedAt, deleteAfter, takenBackAt } =
    certificate;
  const at = (time: string) => messages.at({ time });
  const kept = deleteAfter ? messages.notYetDue({ deleteAfter }) : messages.notYet;
  return [
    [messages.district, `${districtName} (${leaId})`],
    [messages.collection, collection],
    [messages.outcome, messages.outcomeIs({ outcome })],
    ...(outcome.startsWith('accepted') ? [[messages.takenIn, messages.takenInWhat] as const] : []),
    ...(rows === null ? [] : [[messages.rows, messages.count({ rows })] as const]),
    [messages.began, at(startedAt)],
    [messages.decided, at(decidedAt)],
    [messages.fileDeleted, deletedAt ? at(deletedAt) : kept],
    ...(takenBackAt ? [[messages.takenBackByDistrict, at(takenBackAt)] as const] : []),
  ];
}

function forVerifiers(
  messages: CertificateMessages,
  { sha256, bytes, method, id, signature, verify }: Certificate,
): Fact[] {
  return [
    [messages.fingerprint, sha256, messages.fingerprintNote],
    ...(bytes === null ? [] : [[messages.size, messages.bytes({ bytes })] as const]),
    [messages.howDeleted, method],
    [messages.number, id],
    [messages.signature, signature, messages.signatureNote],
    [messages.toVerify, verify],
  ];
}

function facts(list: readonly Fact[]): string {
  const rows = list.map(
    ([name, value, explained]) =>
      `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}${explained ? `<p class="note">${escaped(explained)}</p>` : ''}</dd></div>`,
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
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
