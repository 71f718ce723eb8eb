/** The pages a person may open, bookmark and send on. The server, the development proxy and every link go by this list. */

export interface PageAddress {
  readonly path: string;
  /** A link with a token may lead here instead of to the role's own page. */
  readonly isFirst?: true;
  /** Its document has content security rules of its own: going there, or away, loads a new document. */
  readonly isSealed?: true;
}

export const PAGES = {
  map: { path: '/', isFirst: true },
  table: { path: '/table' },
  prepare: { path: '/collect/prepare', isFirst: true, isSealed: true },
  collect: { path: '/collect', isFirst: true },
  privacy: { path: '/privacy' },
} as const satisfies Record<string, PageAddress>;

export type PageName = keyof typeof PAGES;
export type PagePath = (typeof PAGES)[PageName]['path'];

export const PAGE_ADDRESSES: readonly (PageAddress & { readonly path: PagePath })[] = Object.values(PAGES);

/** Only these: an address of anybody's choosing would lend our name to it. */
export const FIRST_PAGES: readonly PagePath[] = PAGE_ADDRESSES.filter(({ isFirst }) => isFirst).map(({ path }) => path);

export function pageAt(path: string): PageName | undefined {
  return (Object.keys(PAGES) as PageName[]).find((name) => PAGES[name].path === path);
}

/** Whether one document serves both addresses, so that moving between them need not load another. */
export function shareDocument(path: string, other: string): boolean {
  return (
    path === other || ![path, other].some((one) => PAGE_ADDRESSES.some((page) => page.isSealed && page.path === one))
  );
}

/** What else the server answers, for a development server that passes it on. */
export const SERVED_BESIDES = ['/api', '/tiles', '/enter', '/leave', '/openapi.json', '/docs'] as const;
