/** Speed tests as CSV: only the numbers are kept, never who tested or where. */

import { encodingOf, readExport } from '../../platform/csv/export.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import { refusal } from '../../platform/problem.ts';
import type { Found } from './contract.ts';

const NAMES = {
  download_mbps: ['download', 'downloadmbps', 'down', 'downmbps', 'dl', 'downloadspeed'],
  upload_mbps: ['upload', 'uploadmbps', 'up', 'upmbps', 'ul', 'uploadspeed'],
  latency_ms: ['latency', 'latencyms', 'ping', 'pingms', 'rtt', 'rttms'],
} as const;
type Column = keyof typeof NAMES;

/** Of the committed speed, that a test reaches. Source: FCC DA 18-710, 80/80. */
const ENOUGH = 0.8;
const MOST_TESTS = 100_000;

/** @throws Refusal csv.*; 422 without speeds */
export async function reducedTests(
  bytes: Buffer,
  offer: { readonly downloadMbps: number; readonly uploadMbps: number },
): Promise<{ bytes: Buffer; found: Found }> {
  const rows = await rowsOf(bytes);
  const [head, ...tests] = rows;
  const at = positions(head ?? []);
  if (at.download_mbps < 0 || at.upload_mbps < 0 || tests.length === 0) throw refusal('commitments.no-speeds', 422);
  const kept = (Object.keys(NAMES) as Column[]).filter((column) => at[column] >= 0);
  const numbers = tests.map((fields) => kept.map((column) => numberOf(fields[at[column]])));
  const meeting = tests.filter(
    (fields) =>
      (numberOf(fields[at.download_mbps]) ?? 0) >= ENOUGH * offer.downloadMbps &&
      (numberOf(fields[at.upload_mbps]) ?? 0) >= ENOUGH * offer.uploadMbps,
  );
  return {
    bytes: Buffer.from(csvHeader(kept) + numbers.map((row) => csvLine(row)).join('')),
    found: { tests: tests.length, meeting: meeting.length },
  };
}

async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const again = async function* () {
    yield bytes;
  };
  const rows: string[][] = [];
  for await (const batch of readExport(again(), await encodingOf(again))) {
    rows.push(...batch.map(({ fields }) => fields));
    if (rows.length > MOST_TESTS) throw refusal('commitments.tests-enough', 413, { most: MOST_TESTS });
  }
  return rows;
}

/** -1: there is none. */
function positions(head: readonly string[]): Record<Column, number> {
  const plain = head.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const of = (column: Column) => plain.findIndex((name) => (NAMES[column] as readonly string[]).includes(name));
  return { download_mbps: of('download_mbps'), upload_mbps: of('upload_mbps'), latency_ms: of('latency_ms') };
}

function numberOf(text: string | undefined): number | null {
  const value = Number((text ?? '').replace(/[^0-9.]/g, ''));
  return text?.trim() && Number.isFinite(value) ? value : null;
}
