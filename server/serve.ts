import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type AppOptions, buildApp } from './app.ts';
import type { Config } from './config.ts';
import type { Deps } from './deps.ts';

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens as configured. @throws when the port is taken, with what to do */
export async function listen(deps: Deps & Pick<AppOptions, 'rates' | 'demoPersons'>): Promise<RunningServer> {
  const { host, port } = deps.config;
  const app = await buildApp(deps);
  for (const doubt of doubtsAbout(deps.config)) app.log.warn(doubt);
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`,
        { cause: error },
      );
    throw error;
  }
  return { url: deps.config.publicUrl ?? addressOf(app), close: () => app.close() };
}

/** Settings that are each right, and together most likely not. */
export function doubtsAbout({ publicUrl, trustedProxies }: Pick<Config, 'publicUrl' | 'trustedProxies'>): string[] {
  if (publicUrl?.startsWith('https:') && trustedProxies.length === 0)
    return [
      'PUBLIC_URL is https, so a proxy stands before this server: name it in TRUSTED_PROXIES. Until then all readers count as one address, and no cookie is marked secure.',
    ];
  if (publicUrl === undefined && trustedProxies.length > 0)
    return [
      'TRUSTED_PROXIES is set and PUBLIC_URL is not: links name the address that the proxy asks, not the one people use.',
    ];
  return [];
}

function addressOf(app: FastifyInstance): string {
  const address = app.server.address() as AddressInfo;
  const host = address.address === '0.0.0.0' || address.address === '::' ? 'localhost' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

/** npm forwards a Ctrl-C to a process that the terminal has already signaled: within this time the two count as one. */
const ONE_KEYSTROKE_MS = 1_000;

/**
 * Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once. Call it before telling the person that
 * Ctrl-C stops everything: somebody may be quick.
 */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        askedAt ??= Date.now();
        if (Date.now() - askedAt > ONE_KEYSTROKE_MS) process.exit(130);
        resolve();
      });
  });
}
