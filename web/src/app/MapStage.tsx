/** The place of the map: shows what is loading, and what failed with a retry. */

import './map-stage.css';
import type { Feature, Geometry } from 'geojson';
import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useReleasesShown } from '../lib/edition.ts';
import { mapMessages } from '../lib/messages.ts';
import { usePlace, useRelease, useSelectedCluster } from '../lib/queries.ts';
import { useLate } from '../lib/use-late.ts';
import { useCatalog, useMessages } from '../lib/use-messages.ts';
import { useView } from '../lib/views.ts';
import { firstScene, type Room } from '../map/first-scene.ts';
import { useHexes, useMapSession } from '../map/session.ts';
import { boundsFrom } from '../map/tiles.ts';
import { Coming } from '../ui/Coming.tsx';
import { Message } from '../ui/Message.tsx';
import { NARROW } from '../ui/use-media.ts';
import { ZoomButtons } from '../ui/ZoomButtons.tsx';
import { announce } from './Announcer.tsx';

const loadMap = () => import('../map/MapCanvas.tsx');
const MapCanvas = lazy(loadMap);

export function MapStage({ isHidden }: { readonly isHidden: boolean }) {
  const { hexes, views, commands } = useMapSession();
  const { stage: messages } = useCatalog(mapMessages);
  const keys = useId();
  const { place } = useView();
  const { isError } = useRelease();
  const releases = useReleasesShown();
  const cluster = useSelectedCluster().data;
  const placeFound = usePlace(place).data;
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (releases.length > 0 && hexes.get().loading.state === 'starting')
      hexes.show(firstScene(releases, views.get(), openRoom()));
  }, [releases, hexes, views]);
  // Fetched in parallel with the release, but after the first paint.
  useEffect(() => {
    hexes.start();
    void loadMap();
  }, [hexes]);
  const outlines = useMemo(
    () => ({ cluster: featureOf(cluster?.outline), place: place ? featureOf(placeFound?.outline) : undefined }),
    [cluster, placeFound, place],
  );
  useFirstLook(placeFound?.bbox);
  useFocusBack(isHidden);
  const onFailure = useCallback(() => setFailed(true), []);
  return (
    // The table covers the map, which stays unchanged underneath.
    <div className="map-stage" inert={isHidden} aria-hidden={isHidden || undefined}>
      <p id={keys} className="sr-only">
        {messages.keys}
      </p>
      {releases.length > 0 && !hasFailed && (
        <Suspense
          fallback={
            <p className="map-coming">{messages.drawing({ stateNames: releases.map(({ state }) => state.name) })}</p>
          }
        >
          <MapCanvas
            releases={releases}
            outlines={outlines}
            describedBy={keys}
            announce={announce}
            onFailure={onFailure}
          />
        </Suspense>
      )}
      {releases.length === 0 && !isError && <Coming className="map-coming" words={messages.asking} />}
      {hasFailed && (
        <div className="map-message">
          <Message title={messages.cannotDraw}>{messages.needsWebGl}</Message>
        </div>
      )}
      <HexNews />
      <ZoomButtons zoomBy={(levels) => commands.withMap((map) => map.zoomBy(levels))} />
    </div>
  );
}

/** A link to a place opens on the place, unless it says where to look or what to open. */
function useFirstLook(bbox: readonly number[] | undefined): void {
  const { views, commands } = useMapSession();
  const isAsked = useRef(views.get().place !== undefined && !views.get().camera && !views.get().selection);
  useEffect(() => {
    if (!bbox || !isAsked.current) return;
    isAsked.current = false;
    commands.withMap((map) => map.fly(boundsFrom(bbox), 10.5));
  }, [bbox, commands]);
}

/** Back from the table, the map has the focus again, if nothing else took it: only now it is no longer inert. */
function useFocusBack(isHidden: boolean): void {
  const { commands } = useMapSession();
  const wasHidden = useRef(isHidden);
  useEffect(() => {
    if (wasHidden.current && !isHidden && document.activeElement === document.body)
      commands.withMap((map) => map.focus());
    wasHidden.current = isHidden;
  }, [isHidden, commands]);
}

/** The part of the window beside the panel, as panel.css lays it out. */
function openRoom(): Room {
  const isNarrow = matchMedia(NARROW).matches;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return isNarrow
    ? { width: innerWidth - 24, height: innerHeight * 0.54 - 40 }
    : { width: innerWidth - 26.5 * rem - 48, height: innerHeight - 48 };
}

const LONG_MS = 6_000;

/** Loading keeps the old picture and says what is coming; failure says so and offers a retry. */
function HexNews() {
  const { hexes } = useMapSession();
  const { stage: messages } = useCatalog(mapMessages);
  const { tryAgain, takesLong } = useMessages();
  const { loading, summary } = useHexes();
  const isLate = useLate(loading.state === 'loading', LONG_MS);
  if (loading.state === 'loading')
    return (
      <p className="news" role="status">
        {(summary ? messages.finerComing : messages.coming)({ arrived: loading.arrived, tiles: loading.wanted })}
        {isLate && ` ${takesLong}`}
      </p>
    );
  if (loading.state === 'failed')
    return (
      <div className="news failed" role="alert">
        {messages.partsFailed({ failed: loading.failed, tiles: loading.wanted })}{' '}
        <button type="button" className="link" onClick={hexes.retry}>
          {tryAgain}
        </button>
      </div>
    );
  if (loading.state === 'ready' && summary?.hexes === 0)
    return (
      <p className="news" role="status">
        {messages.nobodyHere}
      </p>
    );
  return null;
}

function featureOf(outline: object | undefined): Feature | undefined {
  return outline && { type: 'Feature', geometry: outline as Geometry, properties: {} };
}
