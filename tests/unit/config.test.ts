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
    };
    try {
      readConfig(faulty);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).faults).toHaveLength(4);
      expect((error as ConfigError).message).not.toContain('secret');
    }
  });

  it('is documented setting by setting in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = SETTINGS.map(
      ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${meaning} |`,
    );
    for (const row of rows) expect(readme).toContain(row);
  });
});
