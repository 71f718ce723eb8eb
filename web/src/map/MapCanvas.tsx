/** The map itself, loaded once the page has content. */

import type { Feature } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { Release } from '../lib/api.ts';
import { mapMessages } from '../lib/messages.ts';
import { useStateOutlines } from '../lib/queries.ts';
import { useCatalog } from '../lib/use-messages.ts';
import type { Camera } from '../lib/view.ts';
import { useView } from '../lib/views.ts';
import type { StateOutline } from './border.ts';
import { isNear } from './camera.ts';
import { Locator } from './Locator.tsx';
import type { MapInstance } from './map-instance.ts';
import type { HexOfState } from './protocol.ts';
import { type MapSession, useHexes, useMapSession } from './session.ts';
import { cameraOf, startMap, tellScene } from './start-map.ts';
import { showStates } from './state-layers.ts';
import { useWalk } from './use-walk.ts';

export interface MapCanvasProps {
  /** Of one state each, at least one; stable until others are to be shown. */
  readonly releases: readonly Release[];
  /** GeoJSON outline of the selection. */
  readonly outlines: Readonly<Partial<Record<'cluster' | 'demand' | 'place' | 'footprint', Feature | undefined>>>;
  /** Id of the element that explains the keys. */
  readonly describedBy: string;
  readonly announce: (text: string) => void;
  readonly onFailure: () => void;
  /** Called with each step of a move, for a map that goes along. Must be stable. */
  readonly onMove?: ((camera: Camera) => void) | undefined;
}

export default function MapCanvas({ releases, outlines, describedBy, announce, onFailure, onMove }: MapCanvasProps) {
  const session = useMapSession();
  const { stage: messages } = useCatalog(mapMessages);
  const view = useView();
  const container = useRef<HTMLDivElement>(null);
  const instance = useRef<MapInstance>(undefined);
  const [map, setMap] = useState<MapLibre>();
  const [attribution, setAttribution] = useState('');
  const walk = useWalk(announce, releases);

  useEffect(() => {
    if (!container.current) return;
    const made = startMap(container.current, releases, session);
    if (!made) return onFailure();
    instance.current = made;
    if (onMove) made.map.on('move', () => onMove(cameraOf(made)));
    setMap(made.map);
    const gone = new AbortController();
    showStates(made, releases, setAttribution, gone.signal);
    return () => {
      gone.abort();
      setMap(undefined);
      session.commands.offer(undefined);
      made.remove();
      instance.current = undefined;
    };
  }, [releases, onFailure, onMove, session]);

  useEffect(() => instance.current?.setTheme(view.theme, releases), [view.theme, releases]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each edition has a map of its own, to be named again
  useEffect(() => instance.current?.map.getCanvas().setAttribute('aria-label', messages.map), [messages, releases]);
  useEffect(() => instance.current?.showAreas(view.areas), [view.areas]);
  useEffect(() => instance.current?.overlay('cluster', outlines.cluster), [outlines.cluster]);
  useEffect(() => instance.current?.overlay('demand', outlines.demand), [outlines.demand]);
  useEffect(() => instance.current?.overlay('place', outlines.place), [outlines.place]);
  useEffect(() => instance.current?.overlay('footprint', outlines.footprint), [outlines.footprint]);

  // A new choice repaints; a camera from Back or from a link moves the map.
  const { choice, theme, only, paid, audience, camera, selection } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is read from the view, these say when
  useEffect(
    () => instance.current && tellScene(instance.current, releases, session),
    [choice, theme, only, paid, audience, releases],
  );
  useEffect(() => {
    const map = instance.current?.map;
    if (map && camera && !map.isMoving() && !isNear(map, camera)) map.jumpTo({ center: camera, zoom: camera.zoom });
  }, [camera]);

  const selectedHex = selection?.kind === 'hex' ? selection : undefined;
  const geometry = useHexes().drawing?.geometry;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the land a hex is drawn on changes with the hexes around it
  useEffect(() => void outlineHex(session, instance, 'hex', selectedHex), [session, selectedHex, geometry]);
  const { outlines: states } = useStateOutlines();
  useEffect(() => {
    for (const { state, outline } of states) session.hexes.cutAt({ state, outline: outline as StateOutline });
  }, [session, states]);
  useEffect(() => {
    const { pointed } = session;
    return pointed.subscribe(() => void outlineHex(session, instance, 'hover', pointed.get()));
  }, [session]);

  return (
    // The map is one tab stop; inside it the arrow keys walk from hex to hex.
    <div
      className="map-frame"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys
      tabIndex={0}
      aria-label={messages.mapOf({ stateNames: releases.map(({ state }) => state.name) })}
      aria-describedby={describedBy}
      onKeyDown={walk}
      onBlur={() => session.pointed.at(undefined)}
    >
      <div ref={container} className="map-canvas" />
      <Locator map={map} releases={releases} />
      {attribution && <p className="attribution">{attribution}</p>}
    </div>
  );
}

async function outlineHex(
  { hexes }: MapSession,
  instance: { current: MapInstance | undefined },
  overlay: 'hex' | 'hover',
  hex: HexOfState | undefined,
) {
  if (!hex) return instance.current?.overlay(overlay, undefined);
  const coordinates = await hexes.ask('outline', { h3: hex.h3, state: hex.state });
  instance.current?.overlay(overlay, {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates },
    properties: {},
  });
}
