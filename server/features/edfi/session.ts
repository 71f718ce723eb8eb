import {
  allowInsecureRequests,
  type ClientAuth,
  ClientError,
  Configuration,
  clientCredentialsGrant,
  customFetch,
} from 'openid-client';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { type Answer, askPatiently, Garbled, type Patience, Unanswered } from '../../platform/http-client/patience.ts';
import { Refusal } from '../../platform/problem.ts';
import type { Secret } from '../../platform/secret.ts';
import { edfiErrors } from './errors.ts';

export interface Credentials {
  readonly clientId: string;
  readonly secret: Secret;
}

/** The API's answer for one resource. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined unless the status is 200. */
  readonly body: unknown;
  /** The API's own name of an error, `urn:ed-fi:api:...`; undefined if none. */
  readonly errorType: string | undefined;
}

/** Margin before expiry at which a token is renewed, so that none expires on its way. */
const MARGIN_MS = 30_000;

/**
 * Queries an Ed-Fi API with a token of the OAuth 2.0 client credentials grant, renewed shortly before it expires or when the API
 * rejects it. No message contains token, secret or any answer.
 */
export class EdfiSession {
  readonly #tokenUrl: string;
  readonly #credentials: Credentials;
  readonly #patience: Patience;
  readonly #onWait: (why: Phrase) => void;
  #token: { readonly text: string; readonly endsAt: number } | undefined;

  constructor(
    tokenUrl: string,
    credentials: Credentials,
    patience: Patience,
    onWait: (why: Phrase) => void = () => undefined,
  ) {
    this.#tokenUrl = tokenUrl;
    this.#credentials = credentials;
    this.#patience = patience;
    this.#onWait = onWait;
  }

  /**
   * @param resource for messages
   * @throws Refusal without an answer, or without a token; statuses other than 200 are the caller's business
   */
  async get(url: URL, resource: string): Promise<Page> {
    const page = await this.#ask(url, resource);
    if (page.status !== 401) return page;
    // Expired early, or revoked by a restart of the API: retry once with a new token.
    this.#token = undefined;
    const again = await this.#ask(url, resource);
    if (again.status === 401) throw edfiErrors.tokenRefused(resource);
    return again;
  }

  async #ask(url: URL, resource: string): Promise<Page> {
    const token = await this.#currentToken();
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
    try {
      return await askPatiently(url, { headers }, this.#patience, pageOf, this.#onWait);
    } catch (error) {
      if (error instanceof Unanswered) throw edfiErrors.unanswered(resource, error.reason, error);
      throw error;
    }
  }

  async #currentToken(): Promise<string> {
    if (this.#token !== undefined && Date.now() < this.#token.endsAt) return this.#token.text;
    const server = { issuer: new URL(this.#tokenUrl).origin, token_endpoint: this.#tokenUrl };
    const config = new Configuration(server, this.#credentials.clientId, undefined, plainBasic(this.#credentials));
    if (this.#tokenUrl.startsWith('http:')) allowInsecureRequests(config);
    config[customFetch] = (url, { method, headers, body }) =>
      askPatiently(url, { method, headers, body: body ?? null }, this.#patience, tokenAnswer, this.#onWait);
    const { access_token: text, expires_in: seconds = Number.POSITIVE_INFINITY } =
      await clientCredentialsGrant(config).catch(refuseToken);
    const lifeMs = seconds * 1000;
    this.#token = { text, endsAt: Date.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
    return text;
  }
}

/** Sends id and secret unencoded: Ed-Fi APIs do not decode them, contrary to RFC 6749 (2.3.1). */
function plainBasic({ clientId, secret }: Credentials): ClientAuth {
  const basic = Buffer.from(`${clientId}:${secret.reveal()}`).toString('base64');
  return (_server, _client, _body, headers) => headers.set('authorization', `Basic ${basic}`);
}

/** The token of an answer, normalized to RFC 6749: APIs omit its type, or write its lifetime as text. */
function tokenAnswer({ status, text }: Answer): Response {
  if (status === 400 || status === 401 || status === 403) throw edfiErrors.credentials(status);
  const body = jsonIn(text);
  const seconds = Number(fieldOf(body, 'expires_in') ?? Number.NaN);
  return Response.json(
    {
      access_token: fieldOf(body, 'access_token'),
      token_type: 'bearer',
      // Only recommended: without it the API rejects the token once it has expired.
      ...(seconds >= 0 && seconds < Number.POSITIVE_INFINITY ? { expires_in: seconds } : {}),
    },
    { status },
  );
}

/** The client's own errors contain the answer, so none of them is passed on. */
function refuseToken(error: unknown): never {
  const cause = error instanceof ClientError ? error.cause : error;
  if (cause instanceof Unanswered) throw edfiErrors.unanswered(phrase('edfi.resource/token'), cause.reason, cause);
  if (cause instanceof Refusal) throw cause;
  throw edfiErrors.noToken();
}

function pageOf({ status, headers, text }: Answer): Page {
  if (status >= 300 && status < 400) return { status, headers, body: undefined, errorType: undefined };
  const body = jsonIn(text);
  if (status === 200) {
    if (body === undefined) throw new Garbled(phrase('wait.no-json'));
    return { status, headers, body, errorType: undefined };
  }
  return { status, headers, body: undefined, errorType: errorTypeIn(body) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Only the API's own name of the fault: its other words may repeat the request. */
function errorTypeIn(body: unknown): string | undefined {
  const type = fieldOf(body, 'type');
  return typeof type === 'string' && /^urn:ed-fi:api:[a-z:-]{1,120}$/.test(type) ? type : undefined;
}

export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

/** @throws Refusal for any status but 200 */
export function requireOk(page: Page, resource: string): unknown {
  if (page.status === 200) return page.body;
  throw refusalOf(page, resource);
}

function refusalOf({ status, errorType }: Page, resource: string): Refusal {
  if (status === 403) return edfiErrors.forbidden(resource, errorType);
  if (status === 404) return edfiErrors.noResource(resource);
  if (status >= 300 && status < 400) return edfiErrors.redirected(resource);
  return edfiErrors.unexpected(resource, status, errorType);
}
