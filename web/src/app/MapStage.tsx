/** The place of the map: what is coming while it comes, what failed and how to ask again. */

import './map-stage.css';
import type { Feature, Geometry } from 'geojson';
import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { useChoice, useCluster, usePlace, useRelease } from '../lib/queries.ts';
import { useView } from '../lib/views.ts';
import { firstScene, type Room } from '../map/first-scene.ts';
import { useHexes, useMapSession } from '../map/session.ts';
import { Message } from '../ui/Message.tsx';
import { NARROW } from '../ui/use-media.ts';
import { announce } from './Announcer.tsx';

const loadMap = () => import('../map/MapCanvas.tsx');
const MapCanvas = lazy(loadMap);

export function MapStage({ isHidden }: { readonly isHidden: boolean }) {
  const { hexes, views, commands } = useMapSession();
  const keys = useId();
  const { selection, place } = useView();
  const choice = useChoice();
  const { data: release, isError, error, refetch } = useRelease();
  const cluster = useCluster(choice, selection?.kind === 'cluster' ? selection.id : undefined).data;
  const placeFound = usePlace(place).data;
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (release && hexes.get().loading.state === 'starting') hexes.show(firstScene(release, views.get(), openRoom()));
  }, [release, hexes, views]);
  // Fetched while the release is being asked for, but after the first paint.
  useEffect(() => {
    hexes.start();
    void loadMap();
  }, [hexes]);
  const outlines = useMemo(
    () => ({ cluster: featureOf(cluster?.outline), place: place ? featureOf(placeFound?.outline) : undefined }),
    [cluster, placeFound, place],
  );
  const onFailure = useCallback(() => setFailed(true), []);
  return (
    // The table covers the map, which stays as it was underneath.
    <div className="map-stage" inert={isHidden} aria-hidden={isHidden || undefined}>
      <p id={keys} className="sr-only">
        Arrow keys walk from hex to hex, Enter opens one, Escape closes it, plus and minus zoom, T shows the table.
      </p>
      {release && !hasFailed && (
        <Suspense fallback={<p className="map-coming">Drawing the map of {release.state.name}.</p>}>
          <MapCanvas
            release={release}
            outlines={outlines}
            describedBy={keys}
            announce={announce}
            onFailure={onFailure}
          />
        </Suspense>
      )}
      {!release && !isError && <p className="map-coming">Asking for the current release.</p>}
      {!release && isError && (
        <div className="map-message">
          <Message
            tone="failed"
            title="The map did not come"
            action={{ words: 'Try again', act: () => void refetch() }}
          >
            {error.message}
          </Message>
        </div>
      )}
      {hasFailed && (
        <div className="map-message">
          <Message title="This browser cannot draw the map">
            It needs WebGL 2. The list and the table say the same.
          </Message>
        </div>
      )}
      <HexNews />
      <div className="zoom">
        <button type="button" aria-label="Zoom in" onClick={() => commands.withMap((map) => map.zoomBy(1))}>
          +
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => commands.withMap((map) => map.zoomBy(-1))}>
          −
        </button>
      </div>
    </div>
  );
}

/** What the panel leaves of the window, as styles.css lays it out. */
function openRoom(): Room {
  const isNarrow = matchMedia(NARROW).matches;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return isNarrow
    ? { width: innerWidth - 24, height: innerHeight * 0.54 - 40 }
    : { width: innerWidth - 26.5 * rem - 48, height: innerHeight - 48 };
}

/** Loading keeps the old picture and says what is coming; failed says so and offers again. */
function HexNews() {
  const { hexes } = useMapSession();
  const { loading, summary } = useHexes();
  if (loading.state === 'loading')
    return (
      <p className="news" role="status">
        {summary ? 'Finer hexes are coming' : 'Hexes are coming'}, {loading.arrived} of {loading.wanted} parts.
      </p>
    );
  if (loading.state === 'failed')
    return (
      <div className="news failed" role="alert">
        {loading.failed} of {loading.wanted} parts of the map did not come.{' '}
        <button type="button" className="link" onClick={hexes.retry}>
          Try again
        </button>
      </div>
    );
  if (loading.state === 'ready' && summary?.hexes === 0)
    return (
      <p className="news" role="status">
        No students live in view. Zoom out, or find a place.
      </p>
    );
  return null;
}

function featureOf(outline: object | undefined): Feature | undefined {
  return outline && { type: 'Feature', geometry: outline as Geometry, properties: {} };
}
