/** Every address of the pages, typed: `routeOf` reads one, `addressOf` writes it. */
import { CLUSTER_MEASURES, type ClusterMeasure } from '../../../server/domain/cluster/measure.ts';
import { PAGES, pageAt } from '../../../server/domain/pages.ts';
import { type PlaceRef, placeRefOf } from '../../../server/domain/place-ref.ts';
import { type CollectPlace, collectPlaceOf, queryOfCollectPlace } from './collect-place.ts';
import { oneOf, queryOf, type View, viewOf } from './view.ts';

/** The steps of preparing a file, in order. */
export const STEPS = ['file', 'columns', 'problems', 'preview', 'save'] as const;
export type Step = (typeof STEPS)[number];

/** Release and audience. */
export type Reading = Pick<View, 'release' | 'audience' | 'theme'>;

export type Route =
  | { readonly page: 'map' | 'table'; readonly view: View }
  | { readonly page: 'privacy'; readonly reading: Reading }
  /** `saved`: id of a scenario, which brings its own clusters. */
  | {
      readonly page: 'cost';
      readonly reading: Reading;
      readonly clusters: readonly string[];
      /** The set they are of; without the benchmark unless said otherwise. */
      readonly of?: ClusterMeasure | undefined;
      readonly saved?: string | undefined;
    }
  /** Without a place it is the state's. */
  | { readonly page: 'brief'; readonly reading: Reading; readonly place: PlaceRef | undefined }
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
      return { page, reading: viewOf(url) };
    case 'brief':
      return { page, reading: viewOf(url), place: placeInPath(url.pathname, PAGES.brief.path) };
    case 'cost':
      return { page, reading: viewOf(url), ...scenarioIn(url.searchParams) };
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
      return withQuery(path, queryOfReading(route.reading));
    case 'brief': {
      const { place } = route;
      return withQuery(place ? `${path}/${place.kind}/${place.id}` : path, queryOfReading(route.reading));
    }
    case 'cost':
      return withQuery(path, queryOfScenario(route));
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

function scenarioIn(query: URLSearchParams) {
  const clusters = (query.get('clusters') ?? '').split(',').filter((id) => /^[0-9a-z-]{1,40}$/.test(id));
  const saved = query.get('saved') ?? '';
  return {
    clusters,
    of: oneOf(CLUSTER_MEASURES, query.get('of')),
    saved: /^[0-9a-f-]{36}$/.test(saved) ? saved : undefined,
  };
}

function queryOfScenario({ reading, clusters, of, saved }: Extract<Route, { page: 'cost' }>): string {
  const chosen = saved ? `saved=${saved}` : clusters.length > 0 ? `clusters=${clusters.join(',')}` : '';
  return [queryOfReading(reading), of && !saved ? `of=${of}` : '', chosen].filter(Boolean).join('&');
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
  privacy: { page: 'privacy', reading: START },
} as const satisfies { readonly [Page in Exclude<Route['page'], 'table' | 'brief' | 'cost'>]: Route };
