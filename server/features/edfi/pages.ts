import { edfiErrors } from './errors.ts';
import { type EdfiSession, fieldOf, type Page, requireOk } from './session.ts';

/** Documents of one resource as parsed, of unknown shape. */
export interface Collection {
  readonly documents: readonly unknown[];
  /** Duplicates from another page, dropped. */
  readonly repeated: number;
  /** Total at the start, as counted by the API; undefined where it gives none. */
  readonly total: number | undefined;
}

export interface PageOptions {
  /** Query parameters, the same on every page. */
  readonly filters?: Readonly<Record<string, string>>;
  /** At least 2. */
  readonly pageSize?: number;
  /** Reduces a document to what is kept. @default all of it */
  readonly keep?: (document: unknown) => unknown;
  /** Called after each page. */
  readonly onPage?: (documents: number, total: number | undefined) => void;
}

/** The ODS/API's own limit, unless its host lowered it; it then answers 400, and we ask for its default of 25. */
const PAGE_SIZE = 500;
const SMALL_PAGE_SIZE = 25;
/** Retries of a collection that changes while it is read by offset. */
const WALKS = 3;

/**
 * All documents of a resource, each once. Uses the API's cursor where there is one (`Next-Page-Token`, from ODS/API
 * 7.3), which skips no document when others come and go. With offsets, additions and deletions shift documents across
 * pages: each page therefore begins with the last document of the previous one, and if that is missing the walk restarts.
 *
 * Sources: Ed-Fi API guidelines, GET requests; Ed-Fi Data Management Service, "Cursor paging".
 *
 * @throws Refusal when the resource cannot be read
 */
export async function readAll(
  session: EdfiSession,
  url: URL,
  resource: string,
  { filters = {}, pageSize = PAGE_SIZE, keep = (document) => document, onPage = () => undefined }: PageOptions = {},
): Promise<Collection> {
  const ask: Ask = (parameters) => session.get(withQuery(url, { ...filters, ...parameters }), resource);
  for (let walk = 1; walk <= WALKS; walk++) {
    const { first, size } = await firstPage(ask, pageSize);
    const total = totalOf(first);
    const documents: unknown[] = [];
    const read = (page: Page) => documentsIn(page, resource).map(keep);
    const take = (more: readonly unknown[]) => {
      documents.push(...more);
      onPage(documents.length, total);
    };
    take(read(first));
    let isWhole = true;
    if (nextOf(first) === null) isWhole = await walkByOffset(ask, size, read, documents, take);
    else for await (const page of walkByCursor(ask, size, first, resource)) take(read(page));
    if (isWhole) return once(documents, total);
  }
  throw edfiErrors.keepsChanging(resource);
}

type Ask = (parameters: Record<string, string>) => Promise<Page>;

async function firstPage(ask: Ask, pageSize: number): Promise<{ first: Page; size: number }> {
  const of = (size: number) => ask({ limit: String(size), totalCount: 'true' });
  const first = await of(pageSize);
  if (first.status !== 400 || pageSize <= SMALL_PAGE_SIZE) return { first, size: pageSize };
  return { first: await of(SMALL_PAGE_SIZE), size: SMALL_PAGE_SIZE };
}

/** An empty page may still have a successor; only a missing token ends the walk. */
async function* walkByCursor(ask: Ask, size: number, first: Page, resource: string): AsyncGenerator<Page> {
  const followed = new Set<string>();
  for (let cursor = nextOf(first); cursor !== null; ) {
    if (followed.has(cursor)) throw edfiErrors.turnsInCircles(resource);
    followed.add(cursor);
    const page = await ask({ pageToken: cursor, pageSize: String(size) });
    yield page;
    cursor = nextOf(page);
  }
}

/** @returns false when documents have shifted, so that those taken so far may be incomplete */
async function walkByOffset(
  ask: Ask,
  size: number,
  read: (page: Page) => unknown[],
  documents: readonly unknown[],
  take: (more: readonly unknown[]) => void,
): Promise<boolean> {
  for (let last = documents.at(-1); last !== undefined; last = documents.at(-1)) {
    const [again, ...further] = read(await ask({ limit: String(size), offset: String(documents.length - 1) }));
    if (nameOf(again) !== nameOf(last)) return false;
    // An API may limit its pages, so a short page proves nothing; one without anything new ends the walk.
    if (further.length === 0) return true;
    take(further);
  }
  return true;
}

function documentsIn(page: Page, resource: string): unknown[] {
  const documents = requireOk(page, resource);
  if (!Array.isArray(documents)) throw edfiErrors.unexpected(resource, page.status, undefined);
  return documents;
}

/** Identity of a document: its id, or all of it if it has none. */
function nameOf(document: unknown): string {
  const id = fieldOf(document, 'id');
  return typeof id === 'string' && id !== '' ? id : `document ${JSON.stringify(document)}`;
}

/** The last version of each. */
function once(documents: readonly unknown[], total: number | undefined): Collection {
  const found = new Map(documents.map((document) => [nameOf(document), document]));
  return { documents: [...found.values()], repeated: documents.length - found.size, total };
}

function nextOf({ headers }: Page): string | null {
  return headers.get('next-page-token');
}

function totalOf({ headers }: Page): number | undefined {
  const text = headers.get('total-count');
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}

function withQuery(url: URL, parameters: Readonly<Record<string, string>>): URL {
  const asked = new URL(url);
  for (const [name, value] of Object.entries(parameters)) asked.searchParams.set(name, value);
  return asked;
}
