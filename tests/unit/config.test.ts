import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../../server/config.ts';

describe('the configuration', () => {
  it('has a fallback for everything', () => {
    expect(readConfig({})).toMatchObject({ port: 8080, host: '127.0.0.1', databaseUrl: undefined });
  });

  it('names all faults at once, and repeats no password', () => {
    const faulty = {
      PORT: 'eighty',
      DATABASE_URL: 'mysql://me:secret@there/db',
      LOG_LEVEL: 'loud',
      PUBLIC_URL: 'gapmap',
      TRUSTED_PROXIES: '10.0.0.1, everybody, 0.0.0.0/0',
    };
    try {
      readConfig(faulty);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).faults).toHaveLength(6);
      expect((error as ConfigError).message).not.toContain('secret');
    }
  });

  it('reads proxies as addresses and ranges, and trusts nobody unless told', () => {
    expect(readConfig({}).trustedProxies).toEqual([]);
    const asked = '127.0.0.1, 10.1.0.0/16,fd00::/8 , ::1';
    expect(readConfig({ TRUSTED_PROXIES: asked }).trustedProxies).toEqual([
      '127.0.0.1',
      '10.1.0.0/16',
      'fd00::/8',
      '::1',
    ]);
    for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.0/0', '::/0', '10.0.0.0/8/8', 'true', '1', '10.0.0'])
      expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow(`TRUSTED_PROXIES names "${wrong}"`);
  });

  it('keeps the public address without the slash at its end, so that a link has one', () => {
    expect(readConfig({ PUBLIC_URL: 'https://gapmap.example.gov/' }).publicUrl).toBe('https://gapmap.example.gov');
  });

  it('is documented setting by setting in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = SETTINGS.map(
      ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${meaning} |`,
    );
    for (const row of rows) expect(readme).toContain(row);
  });
});
