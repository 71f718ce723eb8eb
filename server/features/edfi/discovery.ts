/** Locates the parts of an Ed-Fi API by the Discovery API: a JSON document at the base address, without a token. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { type Answer, askPatiently, type Patience, Unanswered } from '../../platform/http-client/patience.ts';
import { edfiErrors } from './errors.ts';
import { fieldOf } from './session.ts';

export interface Addresses {
  readonly token: string;
  /** Ends with a slash; resources are appended, as `ed-fi/students`. */
  readonly data: string;
  /** Address of the change queries; undefined where the API names none. */
  readonly changes: string | undefined;
  /** Version of the Ed-Fi data standard, for example 6; undefined where the API does not give it. */
  readonly dataStandard: number | undefined;
}

export interface AddressOptions {
  readonly baseUrl: string;
  readonly tokenUrl?: string | undefined;
  readonly dataUrl?: string | undefined;
}

/** @throws Refusal when an address is unusable, or none is found */
export async function discover(
  { baseUrl, tokenUrl, dataUrl }: AddressOptions,
  patience: Patience,
  onWait?: (why: Phrase) => void,
): Promise<Addresses> {
  const base = checkedUrl(baseUrl, '--base-url');
  const root = tokenUrl !== undefined && dataUrl !== undefined ? undefined : await rootOf(base, patience, onWait);
  const urls = fieldOf(root, 'urls');
  const told = (name: string) => {
    const text = fieldOf(urls, name);
    return typeof text === 'string' ? checkedUrl(asSecureAs(base, text), `urls.${name}`).href : undefined;
  };
  const token = tokenUrl === undefined ? told('oauth') : checkedUrl(tokenUrl, '--token-url').href;
  const data = dataUrl === undefined ? told('dataManagementApi') : checkedUrl(dataUrl, '--data-url').href;
  if (token === undefined || data === undefined) throw edfiErrors.noDiscovery(base.host);
  const changes = told('changeQueries');
  return {
    token,
    data: withSlash(data),
    changes: changes === undefined ? changesBeside(withSlash(data)) : withSlash(changes),
    dataStandard: dataStandardOf(fieldOf(root, 'dataModels')),
  };
}

async function rootOf(base: URL, patience: Patience, onWait?: (why: Phrase) => void): Promise<unknown> {
  const read = ({ status, text }: Answer): unknown => {
    if (status !== 200) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  };
  try {
    // No secret has been sent yet, and many hosts redirect /api to /api/.
    const init: RequestInit = { headers: { accept: 'application/json' }, redirect: 'follow' };
    return await askPatiently(base, init, patience, read, onWait);
  } catch (error) {
    if (error instanceof Unanswered)
      throw edfiErrors.unanswered(phrase('edfi.resource/addresses'), error.reason, error);
    throw error;
  }
}

/** Before version 7 the ODS/API serves change queries at /changeQueries/v1, beside /data/v3, without listing them. */
function changesBeside(data: string): string | undefined {
  return /\/data\/v3\//.test(data) ? data.replace(/\/data\/v3\//, '/changeQueries/v1/') : undefined;
}

function dataStandardOf(models: unknown): number | undefined {
  if (!Array.isArray(models)) return undefined;
  const core: unknown = models.find((model) => fieldOf(model, 'name') === 'Ed-Fi');
  const major = /^(\d+)\./.exec(String(fieldOf(core, 'version') ?? ''))?.[1];
  return major === undefined ? undefined : Number(major);
}

function checkedUrl(text: string, option: string): URL {
  if (!URL.canParse(text)) throw edfiErrors.notUrl(option);
  const url = new URL(text);
  if (url.protocol === 'https:') return url;
  if (url.protocol !== 'http:') throw edfiErrors.notUrl(option);
  if (!/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)) throw edfiErrors.notSecure(option, url.host);
  return url;
}

/** APIs behind an https proxy often list http addresses: on the same host, the original scheme is kept. */
function asSecureAs(base: URL, text: string): string {
  if (base.protocol !== 'https:' || !URL.canParse(text) || new URL(text).hostname !== base.hostname) return text;
  return text.replace(/^http:/, 'https:');
}

function withSlash(text: string): string {
  return text.endsWith('/') ? text : `${text}/`;
}
