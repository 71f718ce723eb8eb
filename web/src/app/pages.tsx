/** Maps an address to its page. The map and its table come with the shell; pages of text load on demand. */
import '../ui/document.css';
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react';
import { shareDocument } from '../../../server/domain/pages.ts';
import { useAddress } from '../lib/location.ts';
import { type Route, routeOf } from '../lib/route.ts';
import { useMessages } from '../lib/use-messages.ts';
import { App } from './App.tsx';

const DOCUMENTS: Readonly<Record<Exclude<Route['page'], 'map' | 'table'>, ComponentType>> = {
  brief: lazy(() => import('../features/brief/index.ts')),
  collect: lazy(() => import('../features/collect/index.ts')),
  prepare: lazy(() => import('../features/prepare/index.ts')),
  workbench: lazy(() => import('../features/workbench/index.ts')),
  devices: lazy(() => import('../features/devices/index.ts')),
  privacy: lazy(() => import('../features/privacy/index.ts')),
};

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
      key={isMap ? 'map' : route.page}
      content={
        <Suspense fallback={<p className="document-main note">{messages.onItsWay}</p>}>
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
  return route.page === 'privacy' || route.page === 'devices' || route.page === 'brief' ? route.reading.theme : 'light';
}
