import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { anAssociation, anEnrollment, LEA_ID } from '../../support/edfi-documents.ts';
import { edfiServer } from '../../support/edfi-server.ts';

const CLI = fileURLToPath(new URL('../../../server/cli.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gapmap-edfi-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

function gapmap(args: readonly string[], env: Record<string, string> = {}): Promise<{ said: string; code: number }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } };
    execFile(process.execPath, [CLI, 'import', 'edfi', ...args], options, (error, stdout, stderr) =>
      resolve({ said: stdout + stderr, code: error ? 1 : 0 }),
    );
  });
}

const anApi = () =>
  edfiServer({
    resources: {
      studentEducationOrganizationAssociations: [anAssociation('604822', { internetAccessInResidence: true })],
      studentSchoolAssociations: [anEnrollment('604822')],
    },
  });

describe('gapmap import edfi', () => {
  it('makes a key, reads, and writes, with the secret from the environment and no database', async () => {
    await using api = await anApi();
    const args = ['--base-url', api.baseUrl, '--client-id', api.clientId, '--district', LEA_ID, '--new-key'];
    const { said, code } = await gapmap(args, { GAPMAP_EDFI_SECRET: api.secret });
    expect([code, said]).toEqual([0, expect.stringContaining('1 students, 1 with answers, 0 left out')]);
    for (const hidden of [api.secret, '604822', 'Sampleton']) expect(said).not.toContain(hidden);
    expect(readFileSync(join(folder, `gapmap-${LEA_ID}.csv`), 'utf8').split('\n')).toHaveLength(3);
    expect(statSync(join(folder, `gapmap-key-${LEA_ID}.json`)).mode & 0o777).toBe(0o600);
  });

  it('takes the secret from a file', async () => {
    await using api = await anApi();
    const secretFile = join(folder, 'secret');
    writeFileSync(secretFile, `${api.secret}\n`);
    const args = ['--base-url', api.baseUrl, '--client-id', api.clientId, '--district', LEA_ID, '--out', 'again.csv'];
    expect(await gapmap([...args, '--client-secret-file', secretFile])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'again.csv'))).toEqual(readFileSync(join(folder, `gapmap-${LEA_ID}.csv`)));
  });

  it('says what is missing before it asks anybody', async () => {
    const args = ['--base-url', 'https://api.example.org', '--client-id', 'x', '--district', LEA_ID];
    expect((await gapmap(args)).said).toContain('GAPMAP_EDFI_SECRET');
    expect((await gapmap([...args, '--client-secret-file', 'nowhere'])).said).toContain('There is no file nowhere');
    expect((await gapmap([...args, '--import'], { GAPMAP_EDFI_SECRET: 'x' })).said).toContain(
      '--collection "fall 2026"',
    );
    const other = [...args.slice(0, -1), '5400060'];
    expect((await gapmap(other, { GAPMAP_EDFI_SECRET: 'x' })).said).toContain('There is no key at');
  });
});
