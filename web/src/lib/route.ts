/** Every address of the pages, typed: `routeOf` reads one, `addressOf` writes it. */
import { CLUSTER_MEASURES, type ClusterMeasure } from '../../../server/domain/cluster/measure.ts';
import { PAGES, pageAt } from '../../../server/domain/pages.ts';
import { type PlaceRef, placeRefOf } from '../../../server/domain/place-ref.ts';
import { type CollectPlace, collectPlaceOf, queryOfCollectPlace } from './collect-place.ts';
import { queryOfRoomChoice, type RoomChoice, roomChoiceOf } from './room-choice.ts';
import { oneOf, queryOf, type View, viewOf } from './view.ts';
import { placeOfWorkbench, queryOfWorkbench, type WorkbenchPlace } from './workbench-place.ts';

export type { WorkbenchPlace };

/** The steps of preparing a file, in order. */
export const STEPS = ['file', 'columns', 'problems', 'preview', 'save'] as const;
export type Step = (typeof STEPS)[number];

/** Parts of the page of outreach; it begins with the plan. */
export const OUTREACH_VIEWS = ['plan', 'messages', 'response', 'contacts', 'log'] as const;
export type OutreachView = (typeof OUTREACH_VIEWS)[number];

export type Reading = Pick<View, 'release' | 'audience' | 'theme' | 'state'>;

/** The index of places: its kind, what is searched, and the ids side by side. */
export interface PlacesAsked {
  readonly kind?: string;
  readonly q: string;
  readonly compared: readonly string[];
}

/** Pages for everybody that reads, at the foot of each page. */
export const ABOUT = ['reading', 'method', 'accessibility'] as const;
export type AboutName = (typeof ABOUT)[number];

export type Route =
  | { readonly page: 'map' | 'table'; readonly view: View }
  | { readonly page: 'privacy' | 'devices' | 'roadmap' | 'blueprint' | AboutName; readonly reading: Reading }
  /** `saved`: id of a scenario, which brings its own clusters. */
  | {
      readonly page: 'cost';
      readonly reading: Reading;
      readonly clusters: readonly string[];
      /** The set they are of; without the benchmark unless said otherwise. */
      readonly of?: ClusterMeasure | undefined;
      readonly saved?: string | undefined;
    }
  /** The page reads the rest of its query itself. */
  | { readonly page: 'change'; readonly reading: Reading; readonly query: string }
  /** Without a place it is the state's. */
  | { readonly page: 'brief'; readonly reading: Reading; readonly place: PlaceRef | undefined }
  | { readonly page: 'places'; readonly reading: Reading; readonly asked: PlacesAsked }
  | { readonly page: 'place'; readonly reading: Reading; readonly place: PlaceRef }
  | { readonly page: 'story'; readonly reading: Reading; readonly place: PlaceRef }
  | { readonly page: 'workbench'; readonly place: WorkbenchPlace }
  | { readonly page: 'collect'; readonly place: CollectPlace }
  | { readonly page: 'room'; readonly choice: RoomChoice }
  | { readonly page: 'corrections' | 'outbox' | 'qualify' }
  /** Without an id it is the list. */
  | { readonly page: 'rounds' | 'commitments'; readonly id?: number | undefined }
  /** Of a round, by its number. */
  | { readonly page: 'proposal' | 'evaluation'; readonly round: number }
  /** Id of a collection; without one the newest. */
  | { readonly page: 'outreach'; readonly collection?: number | undefined; readonly view?: OutreachView | undefined }
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
    case 'roadmap':
    case 'blueprint':
    case 'reading':
    case 'method':
    case 'accessibility':
      return { page, reading: viewOf(url) };
    case 'change':
      return { page, reading: viewOf(url), query: url.search.slice(1) };
    case 'brief':
      return { page, reading: viewOf(url), place: placeInPath(url.pathname, PAGES.brief.path) };
    case 'cost':
      return { page, reading: viewOf(url), ...scenarioIn(url.searchParams) };
    case 'places':
      return { page, reading: viewOf(url), asked: placesAsked(url.searchParams) };
    case 'place':
    case 'story': {
      const place = placeInPath(url.pathname, PAGES[page].path);
      if (place) return { page, reading: viewOf(url), place };
      return { page: 'places', reading: viewOf(url), asked: NOTHING_ASKED };
    }
    case 'workbench':
      return { page, place: placeOfWorkbench(url.searchParams) };
    case 'collect':
      return { page, place: collectPlaceOf(url.searchParams) };
    case 'room':
      return { page, choice: roomChoiceOf(url.searchParams) };
    case 'corrections':
    case 'outbox':
    case 'qualify':
      return { page };
    case 'rounds':
    case 'commitments':
      return { page, id: numberIn(url.pathname, PAGES[page].path) };
    case 'proposal':
    case 'evaluation':
      // 0, which no round has, for what is no number.
      return { page, round: numberIn(url.pathname, PAGES[page].path) ?? 0 };
    case 'outreach': {
      const asked = /^[1-9][0-9]{0,8}$/.exec(url.searchParams.get('collection') ?? '');
      const view = oneOf(OUTREACH_VIEWS, url.searchParams.get('view'));
      return { page, collection: asked ? Number(asked[0]) : undefined, view: view === 'plan' ? undefined : view };
    }
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
    case 'roadmap':
    case 'blueprint':
    case 'reading':
    case 'method':
    case 'accessibility':
      return withQuery(path, readingQuery(route.reading));
    case 'brief': {
      const { place } = route;
      return withQuery(place ? `${path}/${place.kind}/${place.id}` : path, readingQuery(route.reading));
    }
    case 'cost':
      return withQuery(path, queryOfScenario(route));
    case 'places':
      return withQuery(path, [readingQuery(route.reading), placesQuery(route.asked)].filter(Boolean).join('&'));
    case 'place':
    case 'story':
      return withQuery(`${path}/${route.place.kind}/${route.place.id}`, readingQuery(route.reading));
    case 'change':
      return withQuery(path, route.query);
    case 'workbench':
      return withQuery(path, queryOfWorkbench(route.place));
    case 'collect':
      return withQuery(path, queryOfCollectPlace(route.place));
    case 'room':
      return withQuery(path, new URLSearchParams(queryOfRoomChoice(route.choice)).toString());
    case 'corrections':
    case 'outbox':
    case 'qualify':
      return path;
    case 'rounds':
    case 'commitments':
      return route.id === undefined ? path : `${path}/${route.id}`;
    case 'proposal':
    case 'evaluation':
      return `${path}/${route.round}`;
    case 'outreach': {
      const collection = route.collection === undefined ? '' : `collection=${route.collection}`;
      const view = route.view === undefined || route.view === 'plan' ? '' : `view=${route.view}`;
      return withQuery(path, [collection, view].filter(Boolean).join('&'));
    }
    case 'prepare':
      return `${path}${route.step ? `#${route.step}` : route.leaId ? `#${new URLSearchParams({ lea: route.leaId })}` : ''}`;
  }
}

/** A place as the end of an address: `/brief/county/54015`. */
function placeInPath(pathname: string, page: string): PlaceRef | undefined {
  const [kind, id] = pathname.slice(page.length + 1).split('/');
  return placeRefOf(`${kind}:${decodeURIComponent(id ?? '')}`);
}

/** The number at the end of an address: `/rounds/12`. */
function numberIn(pathname: string, page: string): number | undefined {
  const text = pathname.slice(page.length + 1);
  return /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : undefined;
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
  return [readingQuery(reading), of && !saved ? `of=${of}` : '', chosen].filter(Boolean).join('&');
}

export const NOTHING_ASKED: PlacesAsked = { q: '', compared: [] };

/** The most places side by side. */
export const MOST_COMPARED = 3;

function placesAsked(query: URLSearchParams): PlacesAsked {
  const kind = query.get('kind');
  const compared = (query.get('compare') ?? '').split(',').filter((id) => placeRefOf(`county:${id}`));
  return {
    ...(kind && /^[a-z_]{3,30}$/.test(kind) ? { kind } : {}),
    q: (query.get('q') ?? '').slice(0, 80),
    compared: compared.slice(0, MOST_COMPARED),
  };
}

function placesQuery({ kind, q, compared }: PlacesAsked): string {
  const query = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(q ? { q } : {}),
    ...(compared.length > 0 ? { compare: compared.join(',') } : {}),
  });
  return query.toString();
}

function readingQuery({ release, audience, theme, state }: Reading): string {
  return queryOf({ ...START, ...(release ? { release } : {}), ...(state ? { state } : {}), audience, theme });
}

function withQuery(path: string, query: string): string {
  return query ? `${path}?${query}` : path;
}

/** The view of a bare address. */
export const START = viewOf(new URL('http://localhost/'));
