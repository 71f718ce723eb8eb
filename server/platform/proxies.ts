/**
 * Whom the server believes about its readers. A proxy says a reader's address, the host and the protocol in X-Forwarded-For, -Host and
 * -Proto, but so can anybody: those headers count only from TRUSTED_PROXIES, all three alike.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';
import fp from 'fastify-plugin';

/** Tells whether a peer is a trusted proxy. */
export type Trusts = (peer: string | undefined) => boolean;

/** @param text an address, or a range such as 10.0.0.0/8 @returns whether it can be trusted; the range of everybody cannot */
export function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** @param proxies addresses and ranges; none: nobody is trusted */
export function trustOf(proxies: readonly string[]): Trusts {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (peer) => peer !== undefined && isIP(peer) !== 0 && list.check(peer, isIPv4(peer) ? 'ipv4' : 'ipv6');
}

const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const;
const BETWEEN_WARNINGS_MS = 3_600_000;

/** Networks that a proxy of one's own may ask from: private, shared, unique local and link-local (RFC 1918, 6598, 4193, 4291). */
const NEAR = trustOf([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
]);
const HERE = trustOf(['127.0.0.0/8', '::1']);

/**
 * Warns of forwarded headers from a peer that is not trusted: a proxy that was left out of the setting, or a forger. Names the kind of
 * network and never the address, which may be a reader's; each kind once an hour.
 */
export const warnOfForwarding = fp<{ readonly trusts: Trusts }>(async (app, { trusts }) => {
  const warnedAt = new Map<string, number>();
  app.addHook('onRequest', (request, _reply, done) => {
    const headers = FORWARDED.filter((name) => request.headers[name] !== undefined);
    const peer = request.socket.remoteAddress;
    if (headers.length > 0 && !trusts(peer)) {
      const from = HERE(peer) ? 'this machine' : NEAR(peer) ? 'a private network' : 'a public address';
      if (Date.now() - (warnedAt.get(from) ?? 0) >= BETWEEN_WARNINGS_MS) {
        warnedAt.set(from, Date.now());
        request.log.warn(
          { headers, from },
          'forwarded headers passed over: if they are from your proxy, name it in TRUSTED_PROXIES',
        );
      }
    }
    done();
  });
});
