/** Builders of FCC availability files, in the FCC's own form. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { onTestFinished } from 'vitest';

export interface AvailabilityRow {
  frn: string;
  providerId: number | string;
  brandName: string;
  locationId: number | string;
  technology: number | string;
  downloadMbps: number | string;
  uploadMbps: number | string;
  lowLatency: number | string;
  code: string;
  state: string;
  block: string;
  cell: string;
}

export const HEADER =
  'frn,provider_id,brand_name,location_id,technology,max_advertised_download_speed,max_advertised_upload_speed,' +
  'low_latency,business_residential_code,state_usps,block_geoid,h3_res8_id';

/** Two res-8 cells in Charleston, West Virginia. */
export const CELL = '882a91a943fffff';
export const OTHER_CELL = '882a91a941fffff';

export function aRow(values: Partial<AvailabilityRow> = {}): AvailabilityRow {
  return {
    frn: '0003768165',
    providerId: 130317,
    brandName: 'Xfinity',
    locationId: 1037392925,
    technology: 40,
    downloadMbps: 100,
    uploadMbps: 20,
    lowLatency: 1,
    code: 'R',
    state: 'WV',
    block: '540390002002027',
    cell: CELL,
    ...values,
  };
}

export function csv(rows: readonly Partial<AvailabilityRow>[], header = HEADER): string {
  const lines = rows.map((values) => Object.values(aRow(values)).map(quoted).join(','));
  return `${[header, ...lines].join('\n')}\n`;
}

function quoted(value: string | number): string {
  return /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}

/** `bdc_54_Cable_fixed_broadband_D25_14jul2026.csv` */
export function fileName(technology = 'Cable', period = 'D25', revision = '14jul2026', state = '54'): string {
  return `bdc_${state}_${technology}_fixed_broadband_${period}_${revision}.csv`;
}

/** Gone when the test has finished. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-fcc-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files into a folder, a new one unless given. @returns the folder */
export function folderOf(files: Record<string, string | Uint8Array>, folder = newFolder()): string {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export function zipOf(members: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(members).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
}
