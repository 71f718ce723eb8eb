import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { problems } from '../../../server/domain/messages/en/problems.ts';

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
    expect(page.headers['cache-control']).toBe('private, no-store');
    expect(page.body).toContain(words);
    expect(page.body).toContain('width=device-width');
    expect(page.body).toContain('href="/collect"');
    expect(page.body).toContain('href="/"');
    expect(page.body).not.toContain('nobody-was');
    expect(page.body).not.toContain('nowhere-at-all');
  });

  it.each(['notNow', 'ourFault'] as const)('sends nobody but a district to a coordinator: %s', (kind) => {
    expect(problems[kind].toDo).toMatch(/tell whoever runs Gapmap in your state; a district tells the coordinator/);
  });

  it('says so in Spanish to whoever wants Spanish', async () => {
    const accept = 'text/html';
    const wanted = await app.inject({ url: '/nowhere', headers: { accept, 'accept-language': 'es-MX,en;q=0.5' } });
    expect(wanted.body).toContain('<html lang="es">');
    expect(wanted.body).toContain('Aquí no hay ninguna página');
    expect(wanted.body).toContain('href="/collect"');
    expect(wanted.headers).toMatchObject({
      'content-language': 'es',
      vary: 'accept, accept-language, authorization, cookie',
    });
    const asked = await app.inject({ url: '/nowhere?lang=es', headers: { accept, 'accept-language': 'en' } });
    expect(asked.body).toContain('Aquí no hay ninguna página');
    expect(asked.body).toContain('href="/collect?lang=es"');
  });

  it('keeps its code and facts for a program in any language, and gives the words in the one asked for', async () => {
    const { headers, body } = await app.inject('/api/v1/cells/8f2830828052d25?lang=es');
    expect(headers['content-language']).toBe('es');
    expect(JSON.parse(body)).toMatchObject({
      code: 'cell.resolution',
      resolution: 15,
      title: 'No se entendió',
      detail: 'Se contestan celdas de resolución 5 a 9; esta tiene 15.',
    });
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
