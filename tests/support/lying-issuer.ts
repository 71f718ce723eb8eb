/**
 * An OpenID Connect issuer that says what a test tells it to, right or wrong. Shares no code with the product's client: tokens are put together
 * from the standards (RFC 7519, RFC 7515, OpenID Connect Core 3.1).
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Lies {
  /** Merged into the ID token's claims. */
  claims: Record<string, unknown>;
  /** Seconds that its clock is ahead. */
  ahead: number;
  /** Signs with a key that it does not publish. */
  unpublishedKey: boolean;
  /** Merged into the query with which the browser comes back. */
  back: Record<string, string>;
}

export interface LyingIssuer {
  readonly address: string;
  readonly lies: Lies;
  /** Parameters of the last token request. */
  readonly asked: URLSearchParams[];
  /** The address to which the browser of whoever is sent to `location` comes back. */
  comeBack(location: string): URL;
  close(): Promise<void>;
}

interface Given {
  readonly nonce: string | null;
  readonly challenge: string | null;
  isUsed: boolean;
}

export const HONEST = (): Lies => ({ claims: {}, ahead: 0, unpublishedKey: false, back: {} });

export async function startLyingIssuer(clientId: string): Promise<LyingIssuer> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const codes = new Map<string, Given>();
  const asked: URLSearchParams[] = [];
  const lies = HONEST();
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    const path = new URL(request.url ?? '/', address).pathname;
    if (path === '/.well-known/openid-configuration') return answer(200, metadata(address));
    if (path === '/jwks')
      return answer(200, {
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES256' }],
      });
    if (path !== '/token') return answer(404, {});
    const form = new URLSearchParams(await bodyOf(request));
    asked.push(form);
    const given = codes.get(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!given || given.isUsed || given.challenge !== verifier) return answer(400, { error: 'invalid_grant' });
    given.isUsed = true;
    const now = Math.floor(Date.now() / 1000) + lies.ahead;
    const claims = {
      iss: address,
      aud: clientId,
      sub: 'subject-1',
      name: 'Olive Test',
      groups: ['agency'],
      iat: now,
      exp: now + 300,
      nonce: given.nonce,
      ...lies.claims,
    };
    answer(200, {
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      expires_in: 300,
      id_token: signed(claims, lies.unpublishedKey ? other.privateKey : key.privateKey),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    lies,
    asked,
    comeBack: (location) => {
      const query = new URL(location).searchParams;
      const code = randomBytes(16).toString('hex');
      codes.set(code, { nonce: query.get('nonce'), challenge: query.get('code_challenge'), isUsed: false });
      const back = new URL(query.get('redirect_uri') ?? '');
      const said = { code, state: query.get('state') ?? '', iss: address, ...lies.back };
      for (const [name, value] of Object.entries(said)) back.searchParams.set(name, value);
      return back;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function metadata(address: string) {
  return {
    issuer: address,
    authorization_endpoint: `${address}/authorize`,
    token_endpoint: `${address}/token`,
    jwks_uri: `${address}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function signed(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'ES256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
