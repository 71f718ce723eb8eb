import { describe, expect, it } from 'vitest';
import { loginsInWords } from '../../../server/commands/logins.ts';
import { readConfig } from '../../../server/config.ts';
import { messagesIn } from '../../../server/platform/messages.ts';

const { secrets } = messagesIn('en').terminal;

const said = (env: NodeJS.ProcessEnv, without: string[] = []) =>
  loginsInWords({ kind: 'native', without }, readConfig(env), secrets).join('\n');

describe('the logins of a database, in the status', () => {
  it('are one user where the database is the embedded one', () => {
    expect(loginsInWords({ kind: 'embedded', without: [] }, readConfig({}), secrets).join()).toContain('a single user');
  });

  it('are asked for until API, worker and commands each have their own, with the statements that give them', () => {
    const one = said({ DATABASE_URL: 'postgres://gapmap:hunter2@127.0.0.1/gapmap' }, ['gapmap_api', 'gapmap_worker']);
    expect(one).toContain("alter role gapmap_api login password '...';");
    expect(one).toContain("alter role gapmap_worker login password '...';");
    expect(one).toContain('DATABASE_WORKER_URL as gapmap_worker');
    expect(one).not.toContain('hunter2');
    const two = { DATABASE_URL: 'postgres://gapmap_api@db/g', DATABASE_OWNER_URL: 'postgres://gapmap@db/g' };
    expect(said(two)).toContain('do not log in separately');
    const three = said({
      DATABASE_URL: 'postgres://gapmap_api@127.0.0.1/gapmap',
      DATABASE_WORKER_URL: 'postgres://gapmap_worker@localhost/gapmap?host=/var/run/postgresql',
      DATABASE_OWNER_URL: 'postgres://gapmap@localhost/gapmap',
    });
    expect(three).toBe('API, worker and commands log in separately.');
  });

  it.each([
    ['postgres://a@db.example.gov/gapmap', true],
    ['postgres://a@db.example.gov/gapmap?sslmode=no-verify', true],
    ['postgres://a@db.example.gov/gapmap?sslmode=disable', true],
    ['postgres://a@localhost/gapmap?host=db.example.gov', true],
    ['postgres://a@db.example.gov/gapmap?sslmode=verify-full', false],
    ['postgres://a@db.example.gov/gapmap?sslmode=require', false],
    ['postgres://a@[::1]/gapmap', false],
    ['postgres://a@127.0.0.2/gapmap', false],
    ['postgres://a@localhost/gapmap?host=/var/run/postgresql', false],
  ])(
    'are warned about where one leaves the machine without a checked certificate, and nowhere else: %s',
    (url, isWarned) => {
      const words = said({ DATABASE_URL: url });
      expect(words.includes('DATABASE_URL reaches another machine without a checked certificate')).toBe(isWarned);
      expect(words).not.toContain('example');
    },
  );
});
