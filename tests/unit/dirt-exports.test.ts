import { existsSync, mkdtempSync, rmSync } from 'node:fs';
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

interface Ended {
  readonly outcome: string;
  readonly heard: string;
  readonly isWritten: boolean;
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
      counts.strayLines > 0 ? `; ${counts.strayLines} stray` : '',
      counts.mailing > 0 ? `; ${counts.mailing} mailing` : '',
    ];
    return `${counts.students} students${aside.join('')}${findingsInWords(findings)}`;
  }, heard);
  heard.push(readIfThere(report), readIfThere(out));
  return { outcome, heard: heard.join('\n'), isWritten: existsSync(out) };
}

describe('a dirty export', () => {
  it('is in the table, whichever it is', () => {
    expect(Object.keys(DIRTY_EXPORTS).sort()).toEqual(dirtNames('exports'));
  });

  it.each(Object.entries(DIRTY_EXPORTS))(
    '%s ends well at the anonymiser, and nothing of a family is repeated',
    { timeout: 5_000 },
    async (name, expected) => {
      const { outcome, heard, isWritten } = await anonymize(dirtAt('exports', name));
      expect(outcome).toBe(expected);
      expect(heard).not.toMatch(MARKER);
      expect(isWritten).toBe(/^\d+ students/.test(outcome));
    },
  );

  it.each(dirtNames('homes'))(
    '%s, anonymised before, ends well at the anonymiser',
    { timeout: 5_000 },
    async (name) => {
      const { outcome, heard } = await anonymize(dirtAt('homes', name));
      expect(outcome).toMatch(/^(anonymize|mapping|csv|sheet)\./);
      expect(heard).not.toMatch(MARKER);
    },
  );
});
