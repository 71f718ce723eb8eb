import { type Answer, askPatiently, Garbled, type Patience, Unanswered } from '../../platform/http-client/patience.ts';
import type { Refusal } from '../../platform/problem.ts';
import type { Secret } from '../../platform/secret.ts';
import { edfiErrors } from './errors.ts';

export interface Credentials {
  readonly clientId: string;
  readonly secret: Secret;
}

/** What the API said for one resource. */
export interface Page {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined where the status is not 200. */
  readonly body: unknown;
  /** `urn:ed-fi:api:...` of an error, as the API names it; undefined for none. */
  readonly errorType: string | undefined;
}

/** A token is renewed this long before it ends, so that none ends on its way. */
const MARGIN_MS = 30_000;

/**
 * Asks an Ed-Fi API with a token of the OAuth 2.0 client credentials grant, renewed when it is about to end or the API says
 * that it has. Neither token nor secret nor anything answered goes into a message.
 */
export class EdfiSession {
  readonly #tokenUrl: string;
  readonly #credentials: Credentials;
  readonly #patience: Patience;
  readonly #onWait: (words: string) => void;
  #token: { readonly text: string; readonly endsAt: number } | undefined;

  constructor(
    tokenUrl: string,
    credentials: Credentials,
    patience: Patience,
    onWait: (words: string) => void = () => undefined,
  ) {
    this.#tokenUrl = tokenUrl;
    this.#credentials = credentials;
    this.#patience = patience;
    this.#onWait = onWait;
  }

  /**
   * @param resource for messages
   * @throws Refusal when there is no answer, or no token for it; other statuses than 200 are for the caller
   */
  async get(url: URL, resource: string): Promise<Page> {
    const page = await this.#ask(url, resource);
    if (page.status !== 401) return page;
    // Ended before its time, or revoked by a restart of the API: once more with a new one.
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
    const { clientId, secret } = this.#credentials;
    const basic = Buffer.from(`${clientId}:${secret.reveal()}`).toString('base64');
    const init = {
      method: 'POST',
      headers: {
        authorization: `Basic ${basic}`,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    };
    try {
      this.#token = await askPatiently(this.#tokenUrl, init, this.#patience, tokenOf, this.#onWait);
    } catch (error) {
      if (error instanceof Unanswered) throw edfiErrors.unanswered('a token', error.reason, error);
      throw error;
    }
    return this.#token.text;
  }
}

function pageOf({ status, headers, text }: Answer): Page {
  if (status >= 300 && status < 400) return { status, headers, body: undefined, errorType: undefined };
  const body = jsonIn(text);
  if (status === 200) {
    if (body === undefined) throw new Garbled('the answer was no complete JSON');
    return { status, headers, body, errorType: undefined };
  }
  return { status, headers, body: undefined, errorType: errorTypeIn(body) };
}

function tokenOf({ status, text }: Answer): { text: string; endsAt: number } {
  if (status === 400 || status === 401 || status === 403) throw edfiErrors.credentials(status);
  const body = jsonIn(text);
  const token = fieldOf(body, 'access_token');
  if (typeof token !== 'string' || token === '') throw edfiErrors.noToken();
  // RFC 6749 only recommends expires_in; without it the API says when the token has ended.
  const seconds = Number(fieldOf(body, 'expires_in') ?? Number.POSITIVE_INFINITY);
  const lifeMs = Number.isNaN(seconds) ? Number.POSITIVE_INFINITY : seconds * 1000;
  return { text: token, endsAt: Date.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Only the API's own name of the fault: its other words may repeat what was asked for. */
function errorTypeIn(body: unknown): string | undefined {
  const type = fieldOf(body, 'type');
  return typeof type === 'string' && /^urn:ed-fi:api:[a-z:-]{1,120}$/.test(type) ? type : undefined;
}

export function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

/** @throws Refusal for every status but 200 */
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
