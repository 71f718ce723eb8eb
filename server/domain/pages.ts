/** The pages a person may open, bookmark and share. The server, the development proxy and every link use this list. */

export interface PageAddress {
  readonly path: string;
  /** A link with a token may lead here instead of to the role's own page. */
  readonly isFirst?: true;
  /** Its document has its own content security rules: going there, or away, loads a new document. */
  readonly isSealed?: true;
  /** What follows the path in the addresses of further pages, as Fastify writes it. A brief's document is made by `features/briefs`. */
  readonly below?: string;
  /** There is no page at the path itself. */
  readonly isOnlyBelow?: true;
}

export const PAGES = {
  map: { path: '/', isFirst: true },
  table: { path: '/table' },
  prepare: { path: '/collect/prepare', isFirst: true, isSealed: true },
  collect: { path: '/collect', isFirst: true },
  brief: { path: '/brief', below: '/:kind/:id' },
  story: { path: '/story', below: '/:kind/:id', isOnlyBelow: true },
  workbench: { path: '/workbench' },
  devices: { path: '/devices' },
  outbox: { path: '/outbox' },
  commitments: { path: '/commitments', isFirst: true, below: '/:id' },
  privacy: { path: '/privacy' },
  cost: { path: '/cost' },
  room: { path: '/room', isFirst: true },
  corrections: { path: '/corrections', isFirst: true },
  rounds: { path: '/rounds', isFirst: true, below: '/:id' },
  qualify: { path: '/qualify', isFirst: true },
  places: { path: '/places' },
  place: { path: '/place', below: '/:kind/:id', isOnlyBelow: true },
  change: { path: '/change' },
  proposal: { path: '/proposal', below: '/:round', isOnlyBelow: true },
  evaluation: { path: '/evaluation', below: '/:round', isOnlyBelow: true },
  outreach: { path: '/outreach' },
  roadmap: { path: '/roadmap' },
  blueprint: { path: '/blueprint' },
  reading: { path: '/how-to-read' },
  method: { path: '/method' },
  accessibility: { path: '/accessibility' },
} as const satisfies Record<string, PageAddress>;

export type PageName = keyof typeof PAGES;
export type PagePath = (typeof PAGES)[PageName]['path'];

export const PAGE_ADDRESSES: readonly (PageAddress & { readonly path: PagePath })[] = Object.values(PAGES);

/** Only these: an arbitrary target would lend our name to somebody else's page. */
export const FIRST_PAGES: readonly PagePath[] = PAGE_ADDRESSES.filter(({ isFirst }) => isFirst).map(({ path }) => path);

export function pageAt(path: string): PageName | undefined {
  return (Object.keys(PAGES) as PageName[]).find((name) => {
    const page: PageAddress = PAGES[name];
    return page.path === path ? !page.isOnlyBelow : page.below !== undefined && path.startsWith(`${page.path}/`);
  });
}

/** Whether the page there has content security rules of its own. */
export function isSealedAt(path: string): boolean {
  return PAGE_ADDRESSES.some((page) => page.isSealed && page.path === path);
}

/** Whether one document serves both addresses, so that no load is needed between them. */
export function shareDocument(path: string, other: string): boolean {
  return path === other || ![path, other].some(isSealedAt);
}

/** Further paths of the server, for the proxy of a development server. */
export const SERVED_BESIDES = [
  '/api',
  '/tiles',
  '/enter',
  '/leave',
  '/sessions',
  '/sign-in',
  '/sign-out',
  '/signed-out',
  '/invite',
  '/people',
  '/b/',
  '/s/',
  '/openapi.json',
  '/docs',
] as const;
