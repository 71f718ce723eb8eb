import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { acceptedEncoding } from '../../../server/platform/http-cache/encoding.ts';
import { bodyCache } from '../../../server/platform/http-cache/index.ts';

/** A server of bodies `/<key>`, made by `make` and kept up to a limit of bytes. */
async function serving(make: (key: string) => Promise<Uint8Array>, limit = 1_000_000) {
  const app = Fastify();
  const bodies = bodyCache(limit);
  app.get<{ Params: { key: string } }>('/:key', (request, reply) => {
    const { key } = request.params;
    return bodies.send(request, reply, {
      key,
      contentType: 'application/octet-stream',
      cacheControl: 'public',
      effort: 'soon',
      make: () => make(key),
    });
  });
  return (key: string, headers: Record<string, string> = {}) => app.inject({ url: `/${key}`, headers });
}

describe('bodies kept in memory', () => {
  it('are made once for all who ask for one at once', async () => {
    const made: string[] = [];
    const ask = await serving(async (key) => {
      made.push(key);
      await new Promise((resume) => setTimeout(resume, 5));
      return Buffer.from(key);
    });
    const answers = await Promise.all(['a', 'a', 'b', 'a'].map((key) => ask(key)));
    expect(answers.map(({ body }) => body)).toEqual(['a', 'a', 'b', 'a']);
    expect((await ask('a')).body).toBe('a');
    expect(made).toEqual(['a', 'b']);
  });

  it('are made once for each encoding, and all of them answer 304 to a reader of any', async () => {
    let made = 0;
    const ask = await serving(async () => Buffer.from(`made ${++made}`.slice(0, 4)));
    const { etag } = (await ask('a', { 'accept-encoding': 'gzip' })).headers;
    await ask('a', { 'accept-encoding': 'br' });
    expect(made).toBe(2);
    expect((await ask('a', { 'accept-encoding': 'identity', 'if-none-match': `${etag}` })).statusCode).toBe(304);
    expect(made).toBe(2);
  });

  it('fail for all who wait, and are made anew afterwards', async () => {
    let fails = true;
    const ask = await serving(async () => {
      await new Promise((resume) => setTimeout(resume, 5));
      if (fails) throw new Error('no database');
      return Buffer.from('there');
    });
    expect((await Promise.all([ask('a'), ask('a')])).map(({ statusCode }) => statusCode)).toEqual([500, 500]);
    fails = false;
    expect((await ask('a')).body).toBe('there');
  });

  it('are evicted when least recently asked for', async () => {
    const made: string[] = [];
    const ask = await serving(async (key) => {
      made.push(key);
      return Buffer.alloc(1000);
    }, 3000);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are answered though they are larger than all that is kept', async () => {
    let made = 0;
    const ask = await serving(async () => Buffer.alloc(1000, ++made), 500);
    expect((await ask('a')).rawPayload.length).toBe(1000);
    await ask('a');
    expect(made).toBe(2);
  });

  it('are answered to those who wait though newer ones push them out meanwhile', async () => {
    const ask = await serving(async (key) => {
      await new Promise((resume) => setTimeout(resume, key === 'slow' ? 30 : 1));
      return Buffer.alloc(1000);
    }, 1500);
    const slow = ask('slow');
    for (const key of ['a', 'b', 'c', 'd']) await ask(key);
    expect((await slow).statusCode).toBe(200);
  });
});

describe('the encoding of an answer', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['deflate', 'identity'],
  ])('to a reader that says %o is %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });
});
