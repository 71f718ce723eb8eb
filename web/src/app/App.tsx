/** The page: the map behind everything, one panel that answers three questions, the legend, and what is selected. */
import './app.css';
import { lazy, Suspense, useEffect } from 'react';
import { ClusterCard, closeCard, HexCard } from '../features/cards/index.ts';
import { Legend } from '../features/legend/index.ts';
import { PrintMap } from '../features/print/index.ts';
import { OfState, useReleasesShown, useStates } from '../lib/edition.ts';
import { mapMessages } from '../lib/messages.ts';
import { useChoice, useHeard, useRelease } from '../lib/queries.ts';
import { askReleaseAnew } from '../lib/query-client.ts';
import { isSessionOver } from '../lib/session.ts';
import { useCatalog } from '../lib/use-messages.ts';
import { useView, viewsInAddress } from '../lib/views.ts';
import { sentence } from '../lib/words.ts';
import { MapSessionProvider } from '../map/MapSessionProvider.tsx';
import { useHexes, useMapSession } from '../map/session.ts';
import { Coming } from '../ui/Coming.tsx';
import { NARROW, useMedia } from '../ui/use-media.ts';
import { LiveRegion } from './Announcer.tsx';
import { MapStage } from './MapStage.tsx';
import { Panel } from './Panel.tsx';
import { SyntheticMark } from './SyntheticMark.tsx';
import { ChooseTable } from './several-states.ts';

const TablePage = lazy(() => import('../features/table/index.ts'));

const views = viewsInAddress();

export function App() {
  return (
    <MapSessionProvider views={views}>
      <MapPage />
    </MapSessionProvider>
  );
}

function MapPage() {
  const { stage: messages } = useCatalog(mapMessages);
  const { page, selection, state } = useView();
  const choice = useChoice();
  const heard = useHeard();
  const isAlone = useStates().length === 0;
  const releases = useReleasesShown();
  usePublicOnceOver();
  useOwnStates();
  const isNarrow = useMedia(NARROW);
  const hexes = useHexes().loading.state;
  useKeys();
  const title = sentence(choice, heard);
  useEffect(() => {
    document.title = `${title} · Gapmap`;
  }, [title]);
  const card =
    page === 'map' &&
    selection &&
    (selection.kind === 'hex' ? <HexCard hex={selection} /> : <ClusterCard id={selection.id} />);
  const TableShown = isAlone ? TablePage : ChooseTable;
  return (
    <div className="page" data-page={page} data-hexes={hexes}>
      <a className="skip" href="#where-first">
        {messages.skipToList}
      </a>
      <Panel isNarrow={isNarrow} hasCard={Boolean(card)} />
      <main className="stage" aria-label={page === 'map' ? messages.map : messages.table}>
        <MapStage isHidden={page === 'table'} />
        {page === 'map' && (
          <>
            <Suspense>{!isNarrow && <Legend coversMap={Boolean(card)} />}</Suspense>
            <Suspense>
              <OfState value={state ? undefined : selection?.state}>{card}</OfState>
            </Suspense>
          </>
        )}
        {page === 'table' && (
          <Suspense fallback={<Coming className="table-page note" words={messages.tableComing} />}>
            <TableShown />
          </Suspense>
        )}
        {releases.some(({ synthetic }) => synthetic) && <SyntheticMark />}
      </main>
      <Suspense>
        <PrintMap />
      </Suspense>
      <LiveRegion />
    </div>
  );
}

/**
 * A link made while one state was here says of no hex and no place whose it is. Its place narrows the map to the state that the
 * place's identifier begins with; its hex is found on the map.
 */
function useOwnStates(): void {
  const { views, hexes } = useMapSession();
  const { place, selection } = useView();
  const states = useStates();
  const isDrawn = useHexes().loading.state === 'ready';
  useEffect(() => {
    if (!place || states.length === 0) return;
    const state = states.find(({ fips }) => place.id.startsWith(fips))?.fips;
    views.change(state ? { state } : { place: undefined }, 'replace');
  }, [place, states, views]);
  useEffect(() => {
    if (states.length === 0 || !isDrawn || selection?.kind !== 'hex' || selection.state) return;
    void hexes.ask('hex', { h3: selection.h3 }).then((hex) => {
      if (hex?.state && views.get().selection === selection)
        views.change({ selection: { ...selection, state: hex.state } }, 'replace');
    });
  }, [selection, states, isDrawn, hexes, views]);
}

/** When the link's session is over, the map becomes the public's; the panel says why. Parts that fail to come ask how it stands. */
function usePublicOnceOver(): void {
  const { views } = useMapSession();
  const { audience } = useView();
  const { error } = useRelease();
  const isOver = audience !== 'public' && isSessionOver(error);
  const hasFailed = useHexes().loading.state === 'failed';
  useEffect(() => {
    if (hasFailed && views.get().audience !== 'public') void askReleaseAnew();
  }, [hasFailed, views]);
  useEffect(() => {
    if (!isOver) return;
    views.change({ audience: 'public' }, 'replace');
    void askReleaseAnew();
  }, [isOver, views]);
}

/**
 * Escape clears the selection, but not while somebody types. T toggles between map and table only where the focus is in one of
 * them: elsewhere a letter belongs to whatever else listens, such as speech (WCAG 2.1.4).
 */
function useKeys(): void {
  const session = useMapSession();
  useEffect(() => {
    const { views } = session;
    const onKey = ({ key, target, defaultPrevented, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      if (defaultPrevented || altKey || ctrlKey || metaKey || !(target instanceof Element)) return;
      if (target instanceof HTMLInputElement && target.type === 'text') return;
      if (key === 'Escape' && views.get().selection) closeCard(session);
      if (key !== 't' || !target.closest('.map-frame, .table-page')) return;
      views.change({ page: views.get().page === 'map' ? 'table' : 'map' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [session]);
}
