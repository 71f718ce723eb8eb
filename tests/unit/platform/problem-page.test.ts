import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';

/** Nothing asked here gets as far as a database. */
const NO_DATABASE = { connection: { kind: 'native', url: 'postgres://nowhere.invalid/none' } } as const;
let app: FastifyInstance;

beforeAll(async () => {
  app = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }), db: NO_DATABASE });
});
afterAll(() => app?.close());

describe('an address that leads nowhere', () => {
  const opened = (url: string) =>
    app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } });

  it.each([
    ['/nowhere-at-all', 404, 'There is no page here'],
    ['/collect/nowhere-at-all', 404, 'There is no page here'],
    ['/api/v1/collect/nowhere-at-all', 404, 'There is no page here'],
    ['/api/v1/collect/collections', 401, 'This page needs a link'],
    ['/api/v1/places/nowhere-at-all/1', 400, 'This address was not understood'],
    ['/enter/nowhere-at-all-%E0%A4%A', 404, 'There is no page here'],
  ])('%s says so to a person, and repeats nothing of it', async (url, status, words) => {
    const page = await opened(url);
    expect(page.statusCode).toBe(status);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body).toContain(words);
    expect(page.body).toContain('width=device-width');
    expect(page.body).toContain('href="/collect"');
    expect(page.body).toContain('href="/"');
    expect(page.body).not.toContain('nobody-was');
    expect(page.body).not.toContain('nowhere-at-all');
  });

  it('stays JSON for a program', async () => {
    for (const accept of [undefined, '*/*', 'application/json', 'application/json, text/html;q=0.5']) {
      const { headers, body } = await app.inject({ url: '/nowhere', headers: accept ? { accept } : {} });
      expect(headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ status: 404, code: 'address.unknown' });
    }
    const unreadable = await app.inject('/enter/%E0%A4%A');
    expect(unreadable.json()).toMatchObject({ status: 404, code: 'address.unknown' });
    expect(unreadable.body).not.toContain('%E0');
  });

  it('has an icon as the pages have', async () => {
    const icon = await app.inject('/favicon.ico');
    expect(icon.statusCode).toBe(200);
    expect(icon.headers['content-type']).toBe('image/svg+xml');
    const page = readFileSync(new URL('../../../web/index.html', import.meta.url), 'utf8');
    const inPage = /image\/svg\+xml,([^"]+)"/.exec(page)?.[1] ?? '';
    expect(decodeURIComponent(inPage)).toBe(icon.body);
  });
});
