/**
 * A local Ed-Fi API: discovery, OAuth 2.0 client credentials, resources by offset and by cursor, change queries, and the
 * ways it goes wrong. Sources: Ed-Fi API guidelines (Discovery API, GET requests, Authentication), ODS/API 7.3, and the Data
 * Management Service's "Cursor paging".
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Mishap =
  | { readonly status: number; readonly retryAfter?: string }
  /** Never answers. */
  | 'silence'
  /** Ends the connection. */
  | 'hang up'
  /** Sends half of the page. */
  | 'half';

export interface EdfiServerOptions {
  /**
   * Documents by resource, for example `studentEducationOrganizationAssociations`; what is not named is 404, but for homeless programs,
   * which every API has: there are none in them.
   */
  readonly resources: Record<string, unknown[]>;
  readonly paging?: 'offset' | 'cursor';
  /** More than this asked for is 400. */
  readonly maxLimit?: number;
  /** More than this asked for is quietly cut to it. */
  readonly mostSent?: number;
  readonly secret?: string;
  /** How many requests a token lasts. */
  readonly tokenLasts?: number;
  /** The token that follows each page leads to the same page again. */
  readonly leadsBack?: boolean;
  /** What it claims to hold beyond what it gives. */
  readonly overcounts?: number;
  /** Seconds, as `expires_in` says. */
  readonly tokenSeconds?: number;
  /** What it answers when asked for a token, where it does not keep to RFC 6749. */
  readonly sloppyToken?: (text: string) => { readonly contentType: string; readonly body: string };
  readonly dataStandard?: string;
  /** Resources the client may not read. */
  readonly forbidden?: readonly string[];
  /** What happens instead of an answer, by the number of the request for data, from 1. */
  readonly mishaps?: Readonly<Record<number, Mishap>>;
  /** Told before each page is cut out of the documents, which it may change. */
  readonly beforePage?: (resource: string, request: number, documents: unknown[]) => void;
  readonly newestChangeVersion?: number;
  /** By resource, how many documents have changed since any version asked for. */
  readonly changed?: Record<string, number>;
}

export interface EdfiServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly clientId: string;
  readonly secret: string;
  /** Paths with their queries, in order; tokens and headers are not kept. */
  readonly requests: string[];
  readonly tokensGiven: () => number;
}

export async function edfiServer(options: EdfiServerOptions): Promise<EdfiServer> {
  const clientId = 'a-client';
  const secret = options.secret ?? randomUUID();
  const requests: string[] = [];
  const tokens = new Map<string, number>();
  let given = 0;
  let asked = 0;

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://local');
    requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (url.pathname === '/api') return void response.writeHead(301, { location: '/api/' }).end();
    if (url.pathname === '/api/') return json(response, 200, discovery());
    if (url.pathname === '/api/oauth/token') return void token(request, response);
    asked++;
    const mishap = options.mishaps?.[asked];
    if (mishap === 'silence') return;
    if (mishap === 'hang up') return void request.socket.destroy();
    if (mishap === 'half') return void response.writeHead(200, JSON_TYPE).end('[{"id":"1","studen');
    if (mishap) {
      const headers = mishap.retryAfter === undefined ? {} : { 'retry-after': mishap.retryAfter };
      return json(response, mishap.status, { message: 'not now' }, headers);
    }
    if (!isKnown(request)) return json(response, 401, { type: 'urn:ed-fi:api:security:authentication' });
    if (url.pathname === '/api/changeQueries/v1/availableChangeVersions')
      return json(response, 200, { oldestChangeVersion: 0, newestChangeVersion: options.newestChangeVersion ?? 1 });
    const [, resource = '', part] = /^\/api\/data\/v3\/ed-fi\/(\w+)(?:\/(\w+))?$/.exec(url.pathname) ?? [];
    if (options.forbidden?.includes(resource))
      return json(response, 403, { type: 'urn:ed-fi:api:security:authorization:access-denied' });
    const documents = { studentHomelessProgramAssociations: [], ...options.resources }[resource];
    if (!documents || (part !== undefined && part !== 'deletes')) return json(response, 404, {});
    if (url.searchParams.has('minChangeVersion') || part === 'deletes')
      return json(response, 200, [], { 'total-count': String(part ? 0 : (options.changed?.[resource] ?? 0)) });
    options.beforePage?.(resource, asked, documents);
    page(response, documents.filter(meets(url.searchParams)), url.searchParams);
  });

  function discovery() {
    const { port } = server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}/api`;
    return {
      version: '7.3',
      dataModels: [{ name: 'Ed-Fi', version: options.dataStandard ?? '5.2.0' }],
      urls: { oauth: `${base}/oauth/token`, dataManagementApi: `${base}/data/v3/` },
    };
  }

  async function token(request: IncomingMessage, response: ServerResponse) {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const basic = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
    if (request.headers.authorization !== basic || body !== 'grant_type=client_credentials')
      return json(response, 401, { error: 'invalid_client' });
    given++;
    const text = `token-${given}-${randomUUID()}`;
    tokens.set(text, options.tokenLasts ?? Number.POSITIVE_INFINITY);
    const sloppy = options.sloppyToken?.(text);
    if (sloppy) return void response.writeHead(200, { 'content-type': sloppy.contentType }).end(sloppy.body);
    json(response, 200, { access_token: text, expires_in: options.tokenSeconds ?? 1800, token_type: 'bearer' });
  }

  function isKnown(request: IncomingMessage): boolean {
    const text = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const left = tokens.get(text) ?? 0;
    tokens.set(text, left - 1);
    return left > 0;
  }

  function page(response: ServerResponse, documents: readonly unknown[], query: URLSearchParams) {
    const cursor = query.get('pageToken');
    const limit = Number(query.get(cursor === null ? 'limit' : 'pageSize') ?? 25);
    if (limit > (options.maxLimit ?? 500) || (cursor !== null && query.has('limit')))
      return json(response, 400, { type: 'urn:ed-fi:api:bad-request:parameter' });
    const from = cursor === null ? Number(query.get('offset') ?? 0) : Number(atob(cursor));
    const sent = documents.slice(from, from + Math.min(limit, options.mostSent ?? limit));
    const headers: Record<string, string> = {};
    if (query.get('totalCount') === 'true')
      headers['total-count'] = String(documents.length + (options.overcounts ?? 0));
    // As documented, the last page that holds anything still leads to one that holds nothing.
    if (options.paging === 'cursor' && sent.length > 0)
      headers['next-page-token'] = btoa(String(options.leadsBack ? 0 : from + sent.length));
    json(response, 200, sent, headers);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    clientId,
    secret,
    requests,
    tokensGiven: () => given,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  response.writeHead(status, { ...JSON_TYPE, ...headers }).end(JSON.stringify(body));
}

const PAGING = ['limit', 'offset', 'totalCount', 'pageToken', 'pageSize'];

/** Parameters name a property wherever it is in the document, also in a reference. */
function meets(query: URLSearchParams): (document: unknown) => boolean {
  const filters = [...query].filter(([name]) => !PAGING.includes(name));
  return (document) =>
    filters.every(([name, value]) => new RegExp(`"${name}":"?${value}[",}]`).test(JSON.stringify(document)));
}
