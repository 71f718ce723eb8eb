/** Real OpenID Connect issuers (oidc-provider) with their own pages for signing in, on loopback. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface TestIssuer {
  readonly address: string;
  close(): Promise<void>;
}

interface IssuerOptions {
  /** Of its cookies: browsers keep one jar for all ports of a host. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Addresses of the product. */
  readonly product: string;
  /** Key of the issuer in the product's setting. */
  readonly key: string;
  /** Groups of each person, by login. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

export async function startIssuer({
  name,
  clientId,
  clientSecret,
  product,
  key,
  groups,
}: IssuerOptions): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(address, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${product}/sign-in/${key}/callback`],
        post_logout_redirect_uris: [`${product}/signed-out`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: name, use: 'sig', alg: 'RS256' }] },
    cookies: {
      keys: ['of-the-test'],
      names: { session: `${name}_session`, interaction: `${name}_interaction`, resume: `${name}_resume` },
    },
    claims: { openid: ['sub'], profile: ['name', 'groups'] },
    pkce: { required: () => true },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({ sub: login, name: `${login} of ${name}`, groups: [...(groups[login] ?? [])] }),
    }),
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
  });
  server.on('request', provider.callback());
  return {
    address,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
