import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { codeValueSays, headerSays, keyValueSays, valueSays } from '../../../server/domain/identifying.ts';
import { layoutOf } from '../../../server/features/intake/columns.ts';
import { KeyIndex } from '../../../server/features/intake/key-index.ts';
import { KEY_BYTES, looksLikeKey, rekeyWith, sameKey } from '../../../server/features/intake/pseudonym.ts';
import { serverKey, serverKeyInWords } from '../../../server/features/intake/server-key.ts';
import { messagesIn } from '../../../server/platform/messages.ts';
import { Secret } from '../../../server/platform/secret.ts';

const { secrets } = messagesIn('en').terminal;

describe('a pseudonym keyed again', () => {
  it('is the HMAC-SHA-256 of kind, district and key, cut to 16 bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 100 }),
        fc.constantFrom('student' as const, 'household' as const),
        fc.string({ unit: fc.constantFrom(...'0123456789abcdefXYZ_-'), minLength: 16, maxLength: 128 }),
        (secret, kind, key) => {
          const out = Buffer.alloc(40, 7);
          rekeyWith(Buffer.from(secret))(kind, '5400030', key, out, 3);
          const expected = createHmac('sha256', secret)
            .update(`${kind.charAt(0)}5400030${key}`)
            .digest();
          expect(out.subarray(3, 3 + KEY_BYTES)).toEqual(expected.subarray(0, KEY_BYTES));
          expect(out[2]).toBe(7);
          expect(out[3 + KEY_BYTES]).toBe(7);
        },
      ),
    );
  });

  it('must have been made by the anonymizer', () => {
    for (let i = 0; i < 200; i++) {
      expect(looksLikeKey(randomBytes(16).toString('hex'))).toBe(true);
      expect(looksLikeKey(randomBytes(32).toString('base64url'))).toBe(true);
      expect(looksLikeKey(randomBytes(16).toString('base64'))).toBe(true);
    }
    for (const text of [
      '',
      '12345',
      '1234567890123456',
      'Maximiliana Mustermann',
      'maximilianamustermann',
      'a'.repeat(200),
    ])
      expect(looksLikeKey(text)).toBe(false);
  });

  it('in hexadecimal is the same in capitals; in base64 it is not', () => {
    for (const bytes of [16, 32]) {
      const key = randomBytes(bytes).toString('hex');
      expect([key, key.toUpperCase()].map(sameKey)).toEqual([key, key]);
    }
    const base64 = `${randomBytes(32).toString('base64url')}Zz`;
    expect(sameKey(base64)).toBe(base64);
  });

  it('counts once, however often it is met', () => {
    const keys = Array.from({ length: 5_000 }, (_, i) => Buffer.alloc(16, String(i % 3_000)));
    const index = new KeyIndex();
    const numbers = keys.map((key) => index.add(key, 0));
    expect(index.size).toBe(new Set(keys.map(String)).size);
    expect(numbers.slice(3_000)).toEqual(numbers.slice(0, 2_000));
  });
});

describe('the server secret', () => {
  it('is made once, in a file that only its owner can read and in the form its setting takes', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'gapmap-key-'));
    const key = serverKey({ dataDir, serverSecret: undefined });
    expect(key).toHaveLength(32);
    expect(serverKey({ dataDir, serverSecret: undefined })).toEqual(key);
    const held = readFileSync(join(dataDir, 'server.key'), 'utf8').trim();
    expect(held).toBe(key.toString('hex'));
    const { serverSecret } = readConfig({ GAPMAP_SERVER_SECRET: held });
    expect(serverKey({ dataDir: '/nowhere', serverSecret })).toEqual(key);
    expect(statSync(join(dataDir, 'server.key')).mode & 0o777).toBe(0o600);
    rmSync(dataDir, { recursive: true });
  });

  it.each<[string, string | Buffer]>([
    ['as the setting takes it', 'ab'.repeat(32)],
    ['in capitals, with the line end of Windows', `${'AB'.repeat(32)}\r\n`],
    ['with a byte order mark and blanks', `\ufeff  ${'ab'.repeat(32)} \n\n`],
    ['as 32 bytes, which earlier versions wrote', Buffer.alloc(32, 0xab)],
  ])('is read from its file %s', (_, held) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'gapmap-key-'));
    writeFileSync(join(dataDir, 'server.key'), held);
    expect(serverKey({ dataDir, serverSecret: undefined })).toEqual(Buffer.alloc(32, 0xab));
    const words = serverKeyInWords({ dataDir, serverSecret: undefined }, secrets);
    expect(words.includes('as earlier versions wrote it')).toBe(typeof held !== 'string');
    expect(words).not.toContain('abab');
    expect(serverKeyInWords({ dataDir, serverSecret: new Secret('cd'.repeat(32)) }, secrets)).toContain('another one');
    expect(serverKeyInWords({ dataDir, serverSecret: new Secret('ab'.repeat(32)) }, secrets)).toBe(
      'GAPMAP_SERVER_SECRET',
    );
    rmSync(dataDir, { recursive: true });
  });

  it.each(['', 'ab'.repeat(16), 'ab'.repeat(31), 'ab'.repeat(33), `${'ab'.repeat(31)}xy`, 'GAPMAP_SERVER_SECRET=abab'])(
    'is refused from a file that holds %j, which is left as it is',
    (held) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'gapmap-key-'));
      writeFileSync(join(dataDir, 'server.key'), held);
      expect(() => serverKey({ dataDir, serverSecret: undefined })).toThrow('64 hexadecimal characters');
      expect(readFileSync(join(dataDir, 'server.key'), 'utf8')).toBe(held);
      rmSync(dataDir, { recursive: true });
    },
  );

  it('of the configuration takes precedence, and shows in no text made of it', () => {
    const secret = new Secret('ab'.repeat(32));
    expect(serverKey({ dataDir: '/nowhere', serverSecret: secret })).toEqual(Buffer.alloc(32, 0xab));
    for (const text of [String(secret), JSON.stringify({ secret }), inspect({ secret })])
      expect(text).not.toContain('abab');
  });
});

describe('a column', () => {
  it.each([
    ['latitude', 'coordinates'],
    ['homeLng', 'coordinates'],
    ['Home Address', 'street addresses'],
    ['ZIP', 'street addresses'],
    ['LastName', 'names of people'],
    ['student_name', 'names of people'],
    ['Guardian', 'names of people'],
    ['parentEmail', 'e-mail addresses'],
    ['Phone1', 'telephone numbers'],
    ['DOB', 'dates, such as of birth'],
    ['studentUniqueId', 'numbers of students'],
  ])('headed %s is said to hold %s', (header, what) => {
    expect(headerSays(header)).toBe(what);
  });

  it.each(['school_code', 'School Name', 'survey_round', 'translate', 'platform'])(
    'headed %s is not taken for identifying',
    (header) => {
      expect(headerSays(header)).toBeUndefined();
    },
  );
});

describe('a value', () => {
  it.each([
    ['38.349820', 'coordinates'],
    ['-81,632623', 'coordinates'],
    ['38.3498, -81.6326', 'coordinates'],
    ['POINT(1 2)', 'coordinates'],
    ['12 Example Street', 'street addresses'],
    ['1200 N Old Example Rd Apt 4', 'street addresses'],
    ['PO Box 12', 'street addresses'],
    ['someone@example.org', 'e-mail addresses'],
    ['(304) 555-0100', 'telephone numbers'],
    ['2012-04-30', 'dates, such as of birth'],
    ['4/30/2012', 'dates, such as of birth'],
    ['000-12-3456', 'social security numbers'],
    ['Doe, Jane', 'names of people'],
  ])('such as %s is recognized as %s', (text, what) => {
    expect(valueSays(text)).toBe(what);
  });

  it.each(['Yes', 'Residential Broadband', '12', '3.75', '2026', 'Not sure', 'Lincoln Elementary'])(
    'such as %s is left alone',
    (text) => {
      expect(valueSays(text)).toBeUndefined();
    },
  );

  it('of two words is a name where a key or cell should stand', () => {
    expect(codeValueSays('Jane Q. Doe')).toBe('names of people');
    expect(keyValueSays('000123456')).toBe('numbers of students');
    expect(codeValueSays('54003')).toBeUndefined();
  });
});

describe('the header of a homes file', () => {
  const known = ['lea_id', 'student_key', 'household_key', 'cell', 'grade_level'];

  it('is read in any order and spelling', () => {
    const layout = layoutOf(['Cell', 'LEA ID', 'Household_Key', 'STUDENT_KEY', '001934'], []);
    expect(layout).toMatchObject({ cell: 0, leaId: 1, householdKey: 2, studentKey: 3, gradeLevel: undefined });
    expect(layout.survey).toEqual([{ question: 'internet_access', index: 4, name: '001934' }]);
  });

  it('is refused with a column that could identify, even when told to ignore it', () => {
    expect(() => layoutOf([...known, 'latitude'], ['latitude'])).toThrow('column latitude looks like coordinates');
  });

  it('is refused with a column we do not know, unless told to ignore it', () => {
    expect(() => layoutOf([...known, 'school_code'], [])).toThrow('--ignore-columns "school_code"');
    expect(layoutOf([...known, 'school_code'], ['School Code']).ignored).toEqual([5]);
  });

  it('is refused with the same question twice, naming both columns', () => {
    expect(() => layoutOf([...known, 'InternetAccessInResidence', '001934'], [])).toThrow(
      'InternetAccessInResidence and 001934',
    );
  });

  it('that is missing is reported without the first line, which is a student', () => {
    expect(() => layoutOf(['Jane Doe', '12 Example Street'], [])).toThrow(/^(?!.*(Jane|Example)).*first line/);
    expect(() => layoutOf([...known, '12 Example Street'], [])).toThrow(/^(?!.*Example).*number 6/);
  });
});
