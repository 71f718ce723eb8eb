/** One of the two maps, with its own release. */
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { useReleasesShown } from '../../lib/edition.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useRelease } from '../../lib/queries.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import type { Camera } from '../../lib/view.ts';
import { useViews } from '../../lib/views.ts';
import { firstScene } from '../../map/first-scene.ts';
import { type MapSession, useHexes, useMapSession } from '../../map/session.ts';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { changeMessages } from './messages.ts';

const MapCanvas = lazy(() => import('../../map/MapCanvas.tsx'));
const NO_OUTLINES = { cluster: undefined, place: undefined };

interface MapSideProps {
  /** Hands the session out, once. Stable, like `onMove`. */
  readonly onSession: (session: MapSession) => void;
  readonly onMove: (camera: Camera) => void;
}

export function MapSide({ onSession, onMove }: MapSideProps) {
  const session = useMapSession();
  const { hexes } = session;
  const views = useViews();
  const keys = useId();
  const { stage } = useCatalog(mapMessages);
  const { needsWebGl, didNotCome } = useCatalog(changeMessages);
  const { data: release, error, refetch } = useRelease();
  const releases = useReleasesShown();
  const [spoken, announce] = useState('');
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => onSession(session), [onSession, session]);
  useEffect(() => {
    if (releases.length > 0 && hexes.get().loading.state === 'starting')
      hexes.show(firstScene(releases, views.get(), { width: 700, height: 460 }));
  }, [releases, hexes, views]);
  const [fail] = useState(() => () => setFailed(true));
  if (hasFailed) return <Message title={needsWebGl} />;
  if (error) return <NotShown error={error} title={didNotCome} again={() => void refetch()} />;
  return (
    <>
      <p id={keys} className="sr-only">
        {stage.keys}
      </p>
      {release && releases.length > 0 && (
        <Suspense fallback={<p className="map-coming">{stage.drawing({ stateNames: [release.state.name] })}</p>}>
          <MapCanvas
            releases={releases}
            outlines={NO_OUTLINES}
            describedBy={keys}
            announce={announce}
            onFailure={fail}
            onMove={onMove}
          />
        </Suspense>
      )}
      <p className="sr-only" aria-live="polite">
        {spoken}
      </p>
      <Missing />
    </>
  );
}

/** Parts of the map that failed to load. */
function Missing() {
  const { hexes } = useMapSession();
  const { stage } = useCatalog(mapMessages);
  const { tryAgain } = useMessages();
  const { loading } = useHexes();
  if (loading.state !== 'failed') return null;
  return (
    <div className="swipe-news" role="alert">
      {stage.partsFailed({ failed: loading.failed, tiles: loading.wanted })}{' '}
      <button type="button" className="link" onClick={hexes.retry}>
        {tryAgain}
      </button>
    </div>
  );
}
