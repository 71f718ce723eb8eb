/** The pages a person may open, bookmark and share. The server, the development proxy and every link use this list. */

export interface PageAddress {
  readonly path: string;
  /** A link with a token may lead here instead of to the role's own page. */
  readonly isFirst?: true;
  /** Its document has its own content security rules: going there, or away, loads a new document. */
  readonly isSealed?: true;
  /** Its address goes on with a kind of place and an id. */
  readonly hasPlaces?: true;
}

export const PAGES = {
  map: { path: '/', isFirst: true },
  table: { path: '/table' },
  prepare: { path: '/collect/prepare', isFirst: true, isSealed: true },
  collect: { path: '/collect', isFirst: true },
  brief: { path: '/brief', hasPlaces: true },
  workbench: { path: '/workbench' },
  devices: { path: '/devices' },
  privacy: { path: '/privacy' },
} as const satisfies Record<string, PageAddress>;

export type PageName = keyof typeof PAGES;
export type PagePath = (typeof PAGES)[PageName]['path'];

export const PAGE_ADDRESSES: readonly (PageAddress & { readonly path: PagePath })[] = Object.values(PAGES);

/** Only these: an arbitrary target would lend our name to somebody else's page. */
export const FIRST_PAGES: readonly PagePath[] = PAGE_ADDRESSES.filter(({ isFirst }) => isFirst).map(({ path }) => path);

export function pageAt(path: string): PageName | undefined {
  return (Object.keys(PAGES) as PageName[]).find((name) => {
    const page: PageAddress = PAGES[name];
    return page.path === path || (page.hasPlaces && path.startsWith(`${page.path}/`));
  });
}

/** Whether one document serves both addresses, so that no load is needed between them. */
export function shareDocument(path: string, other: string): boolean {
  return (
    path === other || ![path, other].some((one) => PAGE_ADDRESSES.some((page) => page.isSealed && page.path === one))
  );
}

/** Further paths of the server, for the proxy of a development server. */
export const SERVED_BESIDES = [
  '/api',
  '/tiles',
  '/enter',
  '/leave',
  '/sessions',
  '/b/',
  '/openapi.json',
  '/docs',
] as const;
