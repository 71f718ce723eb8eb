/** Maps an address to its page. The map and its table come with the shell; pages of text load on demand. */
import '../ui/document.css';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { shareDocument } from '../../../server/domain/pages.ts';
import { useAddress } from '../lib/location.ts';
import { type Route, routeOf } from '../lib/route.ts';
import { useMessages } from '../lib/use-messages.ts';
import { Coming } from '../ui/Coming.tsx';
import { App } from './App.tsx';

type DocumentPage = Exclude<Route['page'], 'map' | 'table'>;
type Loader = () => Promise<{ readonly default: ComponentType }>;

const LOADERS: Readonly<Record<DocumentPage, Loader>> = {
  change: () => import('../features/change/index.ts'),
  brief: () => import('../features/brief/index.ts'),
  cost: () => import('../features/cost/index.ts'),
  story: () => import('../features/story/index.ts'),
  collect: () => import('../features/collect/index.ts'),
  prepare: () => import('../features/prepare/index.ts'),
  corrections: () => import('../features/room/CorrectionsPage.tsx'),
  room: () => import('../features/room/index.ts'),
  rounds: () => import('../features/rounds/index.ts'),
  qualify: () => import('../features/qualify/index.ts'),
  workbench: () => import('../features/workbench/index.ts'),
  commitments: () => import('../features/commitments/index.ts'),
  outbox: () => import('../features/outbox/index.ts'),
  proposal: () => import('../features/proposal/index.ts'),
  evaluation: () => import('../features/evaluation/index.ts'),
  devices: () => import('../features/devices/index.ts'),
  roadmap: () => import('../features/roadmap/index.ts').then(({ RoadmapPage }) => ({ default: RoadmapPage })),
  blueprint: () => import('../features/roadmap/index.ts').then(({ BlueprintPage }) => ({ default: BlueprintPage })),
  reading: () => import('../features/about/index.ts').then(({ ReadingPage }) => ({ default: ReadingPage })),
  method: () => import('../features/about/index.ts').then(({ MethodPage }) => ({ default: MethodPage })),
  accessibility: () =>
    import('../features/about/index.ts').then(({ AccessibilityPage }) => ({ default: AccessibilityPage })),
  outreach: () => import('../features/outreach/index.ts'),
  privacy: () => import('../features/privacy/index.ts'),
  places: () => import('../features/places/index.ts').then(({ PlacesPage }) => ({ default: PlacesPage })),
  place: () => import('../features/places/index.ts').then(({ PlacePage }) => ({ default: PlacePage })),
};

const DOCUMENTS: Readonly<Record<DocumentPage, ComponentType>> = {
  change: lazy(LOADERS.change),
  brief: lazy(LOADERS.brief),
  cost: lazy(LOADERS.cost),
  rounds: lazy(LOADERS.rounds),
  qualify: lazy(LOADERS.qualify),
  story: lazy(LOADERS.story),
  workbench: lazy(LOADERS.workbench),
  proposal: lazy(LOADERS.proposal),
  evaluation: lazy(LOADERS.evaluation),
  devices: lazy(LOADERS.devices),
  outbox: lazy(LOADERS.outbox),
  commitments: lazy(LOADERS.commitments),
  corrections: lazy(LOADERS.corrections),
  room: lazy(LOADERS.room),
  collect: lazy(LOADERS.collect),
  prepare: lazy(LOADERS.prepare),
  roadmap: lazy(LOADERS.roadmap),
  blueprint: lazy(LOADERS.blueprint),
  reading: lazy(LOADERS.reading),
  method: lazy(LOADERS.method),
  accessibility: lazy(LOADERS.accessibility),
  outreach: lazy(LOADERS.outreach),
  privacy: lazy(LOADERS.privacy),
  places: lazy(LOADERS.places),
  place: lazy(LOADERS.place),
};

fetchAlready(routeOf(new URL(location.href)));

/** The code of the page opened comes beside the shell's messages, not after them. A failure is told where the page waits for it. */
function fetchAlready({ page }: Route): void {
  if (page !== 'map' && page !== 'table') LOADERS[page]().catch(() => undefined);
}

/** The page whose security rules this document has. */
const LOADED_AT = location.pathname;

export function CurrentPage() {
  const route = routeOf(new URL(useAddress()));
  const messages = useMessages();
  useEffect(() => {
    document.documentElement.dataset.theme = themeOf(route);
  });
  // Whatever the navigation, no page is shown under another page's rules.
  if (!shareDocument(LOADED_AT, location.pathname)) {
    location.reload();
    return null;
  }
  const isMap = route.page === 'map' || route.page === 'table';
  const Page = route.page === 'map' || route.page === 'table' ? App : DOCUMENTS[route.page];
  return (
    <Arrival
      key={isMap ? 'map' : route.page === 'place' || route.page === 'rounds' ? location.pathname : route.page}
      content={
        <Suspense fallback={<Coming className="document-main note" words={messages.onItsWay} />}>
          <Page />
        </Suspense>
      }
    />
  );
}

let pagesShown = 0;

/** Imitates a page load: focus and scroll start at the top of the new page. Back is left to the browser. */
function Arrival({ content }: { readonly content: React.ReactNode }) {
  const top = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    pagesShown += 1;
    if (pagesShown === 1) return;
    scrollTo(0, 0);
    top.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <span ref={top} className="sr-only" tabIndex={-1} />
      {content}
    </>
  );
}

function themeOf(route: Route) {
  if (route.page === 'map' || route.page === 'table') return route.view.theme;
  return 'reading' in route ? route.reading.theme : 'light';
}
