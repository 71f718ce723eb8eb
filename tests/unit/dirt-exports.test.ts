import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createKey, SECRET_BYTES } from '../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../server/features/anonymize/index.ts';
import {
  dirtAt,
  dirtNames,
  findingsInWords,
  listening,
  MARKER,
  outcomeOf,
  readIfThere,
  reportInWords,
} from '../support/dirt.ts';
import { DIRTY_EXPORTS } from '../support/dirt-exports.ts';

const folder = mkdtempSync(join(tmpdir(), 'gapmap-dirt-'));
afterAll(() => rmSync(folder, { recursive: true }));
const key = createKey('5400030', new Uint8Array(SECRET_BYTES).fill(7), '2026-11-01');

const WRITTEN_OTHERWISE = [
  'semicolons.csv',
  'tabs.csv',
  'pipes.csv',
  'decimal-commas.csv',
  'byte-order-mark.csv',
  'utf-16-le.csv',
  'utf-16-be.csv',
  'utf-16-le-without-mark.csv',
  'carriage-returns.csv',
  'no-last-line-end.csv',
  'title-above-header.csv',
  'separator-hint.csv',
  'blank-lines.csv',
  'totals-at-the-end.csv',
  'student-repeated.csv',
  'three-hundred-columns.csv',
  'flags-like-names.csv',
  'ticks-in-many-columns.csv',
  'id-formula.csv',
  'id-decimal.csv',
  'id-lost-zeros.csv',
  'no-break-spaces.csv',
  'right-to-left-override.csv',
  'point-in-one-column.csv',
  'point-as-wkt.csv',
];

interface Ended {
  readonly outcome: string;
  readonly heard: string;
  /** The anonymized file; nothing when there is none. */
  readonly written: string;
}

async function anonymize(path: string): Promise<Ended> {
  const out = join(folder, 'out.csv');
  const report = join(folder, 'report.csv');
  for (const file of [out, report]) rmSync(file, { force: true });
  const { heard, progress } = listening();
  const outcome = await outcomeOf(async () => {
    const { counts } = await anonymizeFile({ path, key, out, report }, progress);
    const findings = await reportInWords(readIfThere(report));
    const aside = [
      counts.noFixedResidence > 0 ? `; ${counts.noFixedResidence} without residence` : '',
      counts.repeated > 0 ? `; ${counts.repeated} repeated` : '',
      counts.blankLines > 0 ? `; ${counts.blankLines} blank` : '',
      counts.strayLines > 0 ? `; ${counts.strayLines} stray` : '',
      counts.mailing > 0 ? `; ${counts.mailing} mailing` : '',
    ];
    return `${counts.students} students${aside.join('')}${findingsInWords(findings)}`;
  }, heard);
  heard.push(readIfThere(report), readIfThere(out));
  return { outcome, heard: heard.join('\n'), written: readIfThere(out) };
}

describe('a dirty export', () => {
  it('has an expected outcome in the table', () => {
    expect(Object.keys(DIRTY_EXPORTS).sort()).toEqual(dirtNames('exports'));
  });

  it.each(Object.entries(DIRTY_EXPORTS))(
    '%s is anonymized or refused, and nothing of a family is repeated',
    { timeout: 5_000 },
    async (name, expected) => {
      const { outcome, heard, written } = await anonymize(dirtAt('exports', name));
      expect(outcome).toBe(expected);
      expect(heard).not.toMatch(MARKER);
      expect(written !== '').toBe(/^\d+ students/.test(outcome));
    },
  );

  it('gives the same bytes however the same table and the same numbers are written', async () => {
    const clean = await anonymize(dirtAt('exports', 'crlf.csv'));
    for (const name of WRITTEN_OTHERWISE) {
      const { outcome, written } = await anonymize(dirtAt('exports', name));
      expect(outcome, name).toMatch(/^12 students/);
      expect(written, name).toBe(clean.written);
    }
  });

  it.each(dirtNames('homes'))(
    '%s, anonymized before, is anonymized again or refused',
    { timeout: 5_000 },
    async (name) => {
      const { outcome, heard } = await anonymize(dirtAt('homes', name));
      expect(outcome).toMatch(/^(anonymize|mapping|csv|sheet)\./);
      expect(heard).not.toMatch(MARKER);
    },
  );
});
