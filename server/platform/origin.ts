/** The base of links to this server. Whoever asks may write any Host header, so a link never repeats one that is not known to be ours. */
import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/**
 * PUBLIC_URL; without it the host that was asked, if that is loopback or the address the connection arrived at, else that address.
 *
 * @returns such as https://gapmap.example.gov, without a slash at its end
 */
export function originOf({ socket, protocol, headers }: Asked, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl;
  const scheme = protocol === 'https' ? 'https' : 'http';
  const arrivedAt = inAddress(socket.localAddress);
  const asked = URL.canParse(`http://${headers.host}`) ? new URL(`http://${headers.host}`) : undefined;
  if (asked && (isLoopback(asked.hostname) || asked.hostname === arrivedAt)) return `${scheme}://${asked.host}`;
  return `${scheme}://${arrivedAt ?? 'localhost'}${socket.localPort === undefined ? '' : `:${socket.localPort}`}`;
}

type Asked = Pick<FastifyRequest, 'protocol' | 'headers'> & {
  /** Without an address once it is closed, or where none was opened. */
  readonly socket: { readonly localAddress?: string | undefined; readonly localPort?: number | undefined };
};

/** A network address as it is written in the address of a page. */
function inAddress(address: string | undefined): string | undefined {
  const plain = address?.replace(/^::ffff:(?=\d+\.)/, '');
  return plain !== undefined && isIPv6(plain) ? new URL(`http://[${plain}]`).hostname : plain;
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}
