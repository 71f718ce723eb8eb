import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { phrases as spanish } from '../../../server/domain/messages/es/phrases.ts';
import { say } from '../../../server/domain/messages/phrase.ts';
import { readProviders } from '../../../server/features/coverage/providers/read.ts';
import type { Refusal } from '../../../server/platform/problem.ts';
import { told } from '../../support/told.ts';

const HEADER = 'provider_id,holding_company,frn,provider_name,operation_type';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-providers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function read(rows: string, encoding: BufferEncoding = 'utf8') {
  const path = join(folder, 'providers.csv');
  writeFileSync(path, `${HEADER}\n${rows}\n`, encoding);
  const notes: string[] = [];
  const providers = await readProviders(path, (note) => notes.push(told(note)));
  return { providers, notes };
}

describe('a provider list', () => {
  it('is read in its own code page, and never keeps a name with letters lost', async () => {
    const { providers, notes } = await read('130317,Telefónica,3768165,Compañía de Teléfonos,ILEC', 'latin1');
    expect(providers).toMatchObject([{ name: 'Compañía de Teléfonos', holdingCompany: 'Telefónica' }]);
    expect(notes.join()).toContain('Windows-1252');
  });

  it('in UTF-16 is read, as spreadsheets save it as text', async () => {
    const path = join(folder, 'providers.csv');
    writeFileSync(path, `\ufeff${HEADER.replaceAll(',', '\t')}\n130317\tA\t3768165\tPeña\tILEC\n`, 'utf16le');
    expect(await readProviders(path, () => undefined)).toMatchObject([{ id: 130317, name: 'Peña' }]);
  });

  it('is refused in Spanish with what was wanted in Spanish', async () => {
    const error = await read('130317,A,12 Elm,A,ILEC').catch((thrown: unknown) => thrown);
    expect(say(spanish, (error as Refusal).phrase)).toContain(
      'columna frn: se encontró un texto de 6 caracteres donde se esperaba como máximo diez dígitos.',
    );
  });

  it('that lost letters before it came says on which line', async () => {
    expect((await read('130317,A,3768165,Compa\ufffd\ufffda,ILEC')).notes.join()).toContain('line 2 is so');
  });

  it('may have 400000 as 4e+05, which loses nothing, and says so', async () => {
    const { providers, notes } = await read('4e+05,A,3768165,A,ILEC');
    expect(providers).toMatchObject([{ id: 400_000 }]);
    expect(notes).toEqual([expect.stringContaining('line 2: provider_id 4e+05 was read as 400000')]);
  });

  it.each(['1.30E+05', '1.30317E+05', '1.3e+05', '1E+05', '4E+05'])(
    'with %s, of which a spreadsheet cut digits, is refused by its line',
    async (id) => {
      await expect(read(`130317,A,1,A,ILEC\n${id},A,1,B,ILEC`)).rejects.toMatchObject({
        code: 'providers.shortened',
        message: expect.stringContaining('line 3, column provider_id'),
      });
    },
  );

  it('with a registration number a spreadsheet cut is refused by its line', async () => {
    await expect(read('130317,A,3.77E+06,A,ILEC')).rejects.toThrow('line 2, column frn');
  });

  it('with a line of more or fewer values than its header is refused by the line', async () => {
    await expect(read('130317,A,3768165,A, Inc,ILEC')).rejects.toThrow('line 2: the line has 6 values');
  });
});
