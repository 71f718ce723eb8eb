/** Every address of the pages, typed: `routeOf` reads one, `addressOf` writes it. */
import { PAGES, pageAt } from '../../../server/domain/pages.ts';
import { type PlaceRef, placeRefOf } from '../../../server/domain/place-ref.ts';
import { type CollectPlace, collectPlaceOf, queryOfCollectPlace } from './collect-place.ts';
import { oneOf, queryOf, type View, viewOf } from './view.ts';
import { placeOfWorkbench, queryOfWorkbench, type WorkbenchPlace } from './workbench-place.ts';

export type { WorkbenchPlace };

/** The steps of preparing a file, in order. */
export const STEPS = ['file', 'columns', 'problems', 'preview', 'save'] as const;
export type Step = (typeof STEPS)[number];

/** Release and audience. */
export type Reading = Pick<View, 'release' | 'audience' | 'theme'>;

export type Route =
  | { readonly page: 'map' | 'table'; readonly view: View }
  | { readonly page: 'privacy' | 'devices'; readonly reading: Reading }
  /** Without a place it is the state's. */
  | { readonly page: 'brief'; readonly reading: Reading; readonly place: PlaceRef | undefined }
  | { readonly page: 'workbench'; readonly place: WorkbenchPlace }
  | { readonly page: 'collect'; readonly place: CollectPlace }
  /** Nothing of a file is ever in the address. `leaId`: from a district's link, unchecked. */
  | { readonly page: 'prepare'; readonly step?: Step | undefined; readonly leaId?: string | undefined };

/** Any other address is the map's. */
export function routeOf(url: URL): Route {
  const page = pageAt(url.pathname) ?? 'map';
  switch (page) {
    case 'map':
    case 'table':
      return { page, view: viewOf(url) };
    case 'privacy':
    case 'devices':
      return { page, reading: viewOf(url) };
    case 'brief':
      return { page, reading: viewOf(url), place: placeInPath(url.pathname, PAGES.brief.path) };
    case 'workbench':
      return { page, place: placeOfWorkbench(url.searchParams) };
    case 'collect':
      return { page, place: collectPlaceOf(url.searchParams) };
    case 'prepare': {
      const hash = url.hash.slice(1);
      return { page, step: oneOf(STEPS, hash), leaId: new URLSearchParams(hash).get('lea') ?? undefined };
    }
  }
}

/** Path, query and hash of a route. */
export function addressOf(route: Route): string {
  const { path } = PAGES[route.page];
  switch (route.page) {
    case 'map':
    case 'table':
      return withQuery(path, queryOf(route.view));
    case 'privacy':
    case 'devices':
      return withQuery(path, queryOfReading(route.reading));
    case 'brief': {
      const { place } = route;
      return withQuery(place ? `${path}/${place.kind}/${place.id}` : path, queryOfReading(route.reading));
    }
    case 'workbench':
      return withQuery(path, queryOfWorkbench(route.place));
    case 'collect':
      return withQuery(path, queryOfCollectPlace(route.place));
    case 'prepare':
      return `${path}${route.step ? `#${route.step}` : route.leaId ? `#${new URLSearchParams({ lea: route.leaId })}` : ''}`;
  }
}

/** A place as the end of an address: `/brief/county/54015`. */
function placeInPath(pathname: string, page: string): PlaceRef | undefined {
  const [kind, id] = pathname.slice(page.length + 1).split('/');
  return placeRefOf(`${kind}:${id ?? ''}`);
}

function queryOfReading({ release, audience, theme }: Reading): string {
  return queryOf({ ...START, ...(release ? { release } : {}), audience, theme });
}

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path;
}

/** The view of a bare address. */
const START = viewOf(new URL('http://localhost/'));

/** Initial state of each page. */
export const STARTS = {
  map: { page: 'map', view: START },
  prepare: { page: 'prepare' },
  collect: { page: 'collect', place: collectPlaceOf(new URLSearchParams()) },
  workbench: { page: 'workbench', place: placeOfWorkbench(new URLSearchParams()) },
  devices: { page: 'devices', reading: START },
  privacy: { page: 'privacy', reading: START },
} as const satisfies { readonly [Page in Exclude<Route['page'], 'table' | 'brief'>]: Route };
