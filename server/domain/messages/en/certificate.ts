/** The certificate of receipt and deletion: first for whoever reads it, then for whoever verifies it. */
import { wordingIn } from '../wording.ts';

const { grouped, moment, plural } = wordingIn('en');

const BECAME: Readonly<Record<string, string>> = {
  accepted: 'it was checked and accepted',
  accepted_with_notes: 'it was checked and accepted, with notes',
  refused: 'it was checked and refused, and nothing of it was taken in',
  discarded: 'the district discarded it, and nothing of it was taken in',
  abandoned: 'nobody went on with it, so it was given up, and nothing of it was taken in',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  accepted: 'Accepted',
  accepted_with_notes: 'Accepted, with notes',
  refused: 'Refused',
  discarded: 'Discarded by the district',
  abandoned: 'Given up: nobody went on with it',
};

const at = (time: string) => moment(new Date(time));

export const certificate = {
  received: ({
    districtName,
    leaId,
    collection,
    startedAt,
    outcome,
  }: {
    districtName: string;
    leaId: string;
    collection: string;
    startedAt: string;
    outcome: string;
  }) =>
    `${districtName} (${leaId}) sent a file for the collection “${collection}” on ${at(startedAt)}; ${BECAME[outcome] ?? outcome}.`,
  takenBack: ({ takenBackAt }: { takenBackAt: string }) =>
    `The district took back what had been taken in on ${at(takenBackAt)}; no release made after that counts it.`,
  deleted: ({ deletedAt }: { deletedAt: string }) => `The file itself was deleted from the server on ${at(deletedAt)}.`,
  keptUntil: ({ deleteAfter }: { deleteAfter: string }) =>
    `The file itself is kept on the server until ${at(deleteAfter)}, and then deleted.`,
  keptOn: 'The file itself is kept on the server until further notice, and then deleted.',
  forgotten: ({
    districtName,
    leaId,
    collection,
    deletedAt,
  }: {
    districtName: string | null;
    leaId: string | null;
    collection: string | null;
    deletedAt: string;
  }) =>
    `All that ${districtName === null ? 'districts' : `${districtName} (${leaId})`} had sent${collection === null ? '' : ` for the collection “${collection}”`} was deleted from the server on ${at(deletedAt)}; no release made after that counts it.`,
  forgottenStays:
    'What releases published stays published until they are withdrawn. Counts by area and answer stay, of no single student, because later releases are proven against them. So do the log of disclosures and the certificates. Where other districts share an area, the hexagon and the answers of students whose pseudonyms are deleted stay until the area is recounted, so that nobody can tell them by comparing two releases.',
  forgottenMethod:
    'Deleted from the server’s database in one transaction. Its log and backups may hold copies until the server’s operator lets them expire.',
  issuerAt: ({ address }: { address: string }) => `Gapmap at ${address}`,
  issuerOf: ({ stateName, address }: { stateName: string; address: string }) =>
    `Gapmap of ${stateName}${address === '' ? '' : `, ${address}`}`,
  method:
    'Deleted from the server’s database, together with what its encryption key was made from. Copies that the database’s log or backups may still hold cannot be read without that.',
  verify:
    'Whoever runs the server checks the JSON form of this certificate with "npx gapmap certificate verify FILE"; a program sends it to POST /api/v1/collect/certificates/verify.',

  title: 'Certificate of receipt and deletion',
  practice: 'Synthetic data: a practice collection.',
  issuedBy: ({ issuer }: { issuer: string }) => `Issued by ${issuer}.`,
  print: 'Print',
  back: 'Back to the collection',
  forVerifiers: 'For whoever verifies this',
  district: 'District',
  collection: 'Collection',
  outcome: 'Outcome',
  outcomeIs: ({ outcome }: { outcome: string }) => OUTCOMES[outcome] ?? outcome,
  takenIn: 'What was taken in',
  takenInWhat: 'Homes as hexagons, and answers: no names, addresses or coordinates',
  rows: 'Rows in the file',
  count: ({ rows }: { rows: number }) => grouped(rows),
  began: 'Sending began',
  decided: 'Decided',
  fileDeleted: 'File deleted',
  at: ({ time }: { time: string }) => at(time),
  notYet: 'Not yet',
  notYetDue: ({ deleteAfter }: { deleteAfter: string }) => `Not yet; due ${at(deleteAfter)}`,
  takenBackByDistrict: 'Taken back by the district',
  fingerprint: 'Fingerprint of the file (SHA-256)',
  fingerprintNote:
    'The district’s own copy has the same: "certutil -hashfile FILE SHA256" on Windows, "shasum -a 256 FILE" elsewhere.',
  size: 'Size of the file',
  bytes: ({ bytes }: { bytes: number }) => plural(bytes, 'byte', 'bytes'),
  howDeleted: 'How it was deleted',
  number: 'Certificate number',
  signature: 'Signature',
  signatureNote: 'Made from all of the above with a secret of the server. If anything is changed, it no longer fits.',
  toVerify: 'To have it checked',
};

export type CertificateMessages = typeof certificate;
