/** Walks the page that prepares a file, as a person does, and makes the exports it is walked with. All of it is invented. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export const LEA_ID = '5400390';

/** A key that every test shares, so that outputs can be compared. */
export const KEY_TEXT = `${JSON.stringify({
  gapmap: 'district key',
  version: 1,
  lea_id: LEA_ID,
  created: '2026-08-15',
  secret: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
  check: '4dbc0b66',
})}\n`;

export interface NamedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function csvFile(name: string, lines: readonly string[]): NamedFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

export function keyFile(text = KEY_TEXT): NamedFile {
  return { name: `gapmap-key-${LEA_ID}.json`, mimeType: 'application/json', buffer: Buffer.from(text) };
}

export const HEADER =
  'Student Number,Last Name,Grade,Home Street,City,State,Zip,Address Type,Latitude,Longitude,InternetAccessInResidence,DigitalDevice';

/** One student of an export with `HEADER`; every part can be made wrong. */
export function studentLine(number: number, parts: Partial<Record<string, string>> = {}): string {
  const lat = (37.7 + (number % 400) / 1000).toFixed(6);
  const lng = (-80.5 + (number % 300) / 1000).toFixed(6);
  const row: Record<string, string> = {
    number: String(900_000_000 + number),
    name: 'Invented',
    grade: '05',
    street: `${100 + number} Spring Creek Rd`,
    city: 'Lewisburg',
    state: 'WV',
    zip: '24901',
    type: 'Home',
    lat,
    lng,
    access: 'Yes',
    device: 'Chromebook',
    ...parts,
  };
  return Object.values(row).join(',');
}

export async function untilReady(page: Page): Promise<void> {
  await page.locator('.prepare[data-ready="true"]').waitFor();
}

export async function giveKey(page: Page, key = keyFile()): Promise<void> {
  await page.getByLabel('We have a key file from last time').check();
  await page.getByLabel('Choose the key file').setInputFiles(key);
}

export async function giveExport(page: Page, file: NamedFile | string): Promise<void> {
  await page.getByLabel(/Choose the export|Choose another file/).setInputFiles(file);
}

export async function untilStep(page: Page, step: string): Promise<void> {
  await page.locator(`.prepare[data-step="${step}"]`).waitFor();
}

/** Key, export, columns as guessed: to the list of problems. */
export async function toProblems(page: Page, file: NamedFile | string): Promise<void> {
  await giveKey(page);
  await giveExport(page, file);
  await page.getByRole('button', { name: 'Go on to the columns' }).click();
  await page.getByRole('button', { name: 'Check every row' }).click();
  await untilStep(page, 'problems');
}

export async function toSave(page: Page): Promise<void> {
  await page.getByRole('button', { name: /go on/i }).click();
  await page.getByRole('button', { name: 'This may leave: go on' }).click();
  await untilStep(page, 'save');
}

export async function saved(page: Page, button: RegExp): Promise<{ name: string; text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: button }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
