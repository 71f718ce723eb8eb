import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { loggerOptions } from '../../../server/platform/log.ts';
import { originOf } from '../../../server/platform/origin.ts';
import { trustOf, warnOfForwarding } from '../../../server/platform/proxies.ts';
import { RATES } from '../../../server/platform/rates.ts';
import { doubtsAbout } from '../../../server/serve.ts';

const NO_DATABASE = { connection: { kind: 'native', url: 'postgres://nowhere.invalid/none' } } as const;
let app: FastifyInstance | undefined;
afterEach(() => app?.close());

async function behind(proxies: string, env: Record<string, string> = {}) {
  const config = readConfig({ LOG_LEVEL: 'silent', TRUSTED_PROXIES: proxies, ...env });
  app = await buildApp({ config, db: NO_DATABASE, rates: { ...RATES, api: 2 } });
  app.get('/who', ({ ip, host, protocol }) => ({ ip, host, protocol }));
  return app;
}

const FORGED = { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
const PROXY = '10.1.2.3';

describe('forwarded headers', () => {
  it.each([
    ['nobody is trusted', '', PROXY],
    ['nobody is trusted, though there is a public address', '', PROXY],
    ['another proxy is trusted', '10.9.0.0/16', PROXY],
    ['a reader asks past the proxy', '10.1.0.0/16', '203.0.113.5'],
  ])('say nothing of address, host or protocol where %s', async (_, proxies, remoteAddress) => {
    const server = await behind(proxies, { PUBLIC_URL: 'https://gapmap.example.gov' });
    const { ip, host, protocol } = (await server.inject({ url: '/who', remoteAddress, headers: FORGED })).json();
    expect({ ip, protocol }).toEqual({ ip: remoteAddress, protocol: 'http' });
    expect(host).not.toContain('evil');
  });

  it.each([
    ['by address', PROXY, PROXY],
    ['by range', '10.1.0.0/16', PROXY],
    ['written within IPv6', '10.1.0.0/16', `::ffff:${PROXY}`],
    ['by range of IPv6', 'fd00::/8', 'fd00::1'],
  ])('say all three where the proxy is trusted, %s', async (_, proxies, remoteAddress) => {
    const server = await behind(proxies);
    const said = (await server.inject({ url: '/who', remoteAddress, headers: FORGED })).json();
    expect(said).toEqual({ ip: '198.51.100.7', host: 'evil.example', protocol: 'https' });
  });

  it('count a reader by the last address that no proxy of ours wrote', async () => {
    const server = await behind('10.1.0.0/16');
    const ask = async (written: string) =>
      (await server.inject({ url: '/x', remoteAddress: PROXY, headers: { 'x-forwarded-for': written } })).statusCode;
    expect(await ask('192.0.2.1, 198.51.100.7')).toBe(404);
    expect(await ask('192.0.2.2, 198.51.100.7, 10.1.0.9')).toBe(404);
    expect(await ask('192.0.2.3, 198.51.100.7')).toBe(429);
    expect(await ask('192.0.2.3, 198.51.100.8')).toBe(404);
  });

  it('of a peer that is not trusted are warned of, once for its kind of network and without its address', async () => {
    const lines: string[] = [];
    const stream = { write: (line: string) => void lines.push(line) };
    app = Fastify({ logger: { ...(loggerOptions('warn').logger as object), stream } }) as FastifyInstance;
    await app.register(warnOfForwarding, { trusts: trustOf(['10.1.0.0/16']) });
    for (const remoteAddress of ['203.0.113.5', '203.0.113.6', '10.9.0.1', '10.9.0.2', '127.0.0.1', PROXY])
      await app.inject({ url: '/x', remoteAddress, headers: FORGED });
    await app.inject({ url: '/x', remoteAddress: '192.168.0.9' });
    const warnings = lines.filter((line) => line.includes('TRUSTED_PROXIES'));
    expect(warnings.map((line) => JSON.parse(line).from)).toEqual([
      'a public address',
      'a private network',
      'this machine',
    ]);
    expect(warnings.join()).not.toMatch(/203\.0|198\.51|10\.9|127\.0|evil/);
  });
});

describe('trust', () => {
  it('is given to what is named, and to nothing that is no address', () => {
    const trusts = trustOf(['10.1.0.0/16', '::1', '2001:db8::/32']);
    expect(['10.1.255.255', '::ffff:10.1.0.1', '::1', '2001:db8:5::9'].map(trusts)).toEqual([true, true, true, true]);
    expect(['10.2.0.0', '::2', '127.0.0.1', '2001:db9::1', '', 'unix', undefined].map(trusts)).not.toContain(true);
  });

  it('that is left out, or has no public address beside it, is doubted aloud', () => {
    const doubts = (env: Record<string, string>) => doubtsAbout(readConfig(env)).join();
    expect(doubts({ PUBLIC_URL: 'https://gapmap.example.gov' })).toContain('name it in TRUSTED_PROXIES');
    expect(doubts({ TRUSTED_PROXIES: PROXY })).toContain('PUBLIC_URL is not');
    expect(doubts({})).toBe('');
    expect(doubts({ TRUSTED_PROXIES: PROXY, PUBLIC_URL: 'https://gapmap.example.gov' })).toBe('');
    expect(doubts({ PUBLIC_URL: 'http://192.0.2.1:8080' })).toBe('');
  });
});

describe('links', () => {
  const asked = (host: string | undefined, localAddress: string | undefined, protocol: 'http' | 'https' = 'http') => ({
    protocol,
    headers: { host },
    socket: { localAddress, localPort: 8080 },
  });

  it.each([
    [
      'the public address, whatever was asked',
      'evil.example',
      '10.0.0.2',
      'https://gapmap.example.gov',
      'https://gapmap.example.gov',
    ],
    ['loopback by name', 'localhost:8080', '127.0.0.1', undefined, 'http://localhost:8080'],
    ['loopback by number', '127.0.0.1:9000', '127.0.0.1', undefined, 'http://127.0.0.1:9000'],
    ['loopback of IPv6', '[::1]:8080', '::1', undefined, 'http://[::1]:8080'],
    ['the address that was asked', '192.168.1.5:8080', '192.168.1.5', undefined, 'http://192.168.1.5:8080'],
    ['the same, written within IPv6', '192.168.1.5:8080', '::ffff:192.168.1.5', undefined, 'http://192.168.1.5:8080'],
    ['the same in IPv6', '[2001:DB8::5]:8080', '2001:db8:0:0::5', undefined, 'http://[2001:db8::5]:8080'],
    ['that address in place of a forged host', 'evil.example', '192.168.1.5', undefined, 'http://192.168.1.5:8080'],
    [
      'that address in place of a likely host',
      'localhost.evil.example',
      '192.168.1.5',
      undefined,
      'http://192.168.1.5:8080',
    ],
    [
      'that address in place of a host with a person in it',
      'localhost@evil.example',
      '192.168.1.5',
      undefined,
      'http://192.168.1.5:8080',
    ],
    ['that address in place of none', undefined, '192.168.1.5', undefined, 'http://192.168.1.5:8080'],
  ])('begin with %s', (_, host, localAddress, publicUrl, expected) => {
    expect(originOf(asked(host, localAddress), publicUrl)).toBe(expected);
  });
});
