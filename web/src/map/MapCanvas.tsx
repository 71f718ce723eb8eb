/** The map itself, loaded once the page has content. */

import type { Feature } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { Release } from '../lib/api.ts';
import { fetchCommittedOutlines, fetchFundedOutlines, fetchGround, fetchPlaces } from '../lib/api.ts';
import { mapMessages } from '../lib/messages.ts';
import { usePlace } from '../lib/queries.ts';
import { useCatalog } from '../lib/use-messages.ts';
import type { Camera } from '../lib/view.ts';
import { useView } from '../lib/views.ts';
import type { StateOutline } from './border.ts';
import { isNear, prefersStillness, seenBounds, windowBounds } from './camera.ts';
import { firstScene } from './first-scene.ts';
import { Locator } from './Locator.tsx';
import { MapInstance } from './map-instance.ts';
import { selectionOf } from './selection.ts';
import { type MapSession, useHexes, useMapSession } from './session.ts';
import { surroundings } from './surroundings.ts';
import { boundsFrom } from './tiles.ts';
import { useWalk } from './use-walk.ts';

export interface MapCanvasProps {
  readonly release: Release;
  /** GeoJSON outline of the selection. */
  readonly outlines: Readonly<Partial<Record<'cluster' | 'demand' | 'place' | 'footprint', Feature | undefined>>>;
  /** Id of the element that explains the keys. */
  readonly describedBy: string;
  readonly announce: (text: string) => void;
  readonly onFailure: () => void;
  /** Called with each step of a move, for a map that goes along. Must be stable. */
  readonly onMove?: ((camera: Camera) => void) | undefined;
}

export default function MapCanvas({ release, outlines, describedBy, announce, onFailure, onMove }: MapCanvasProps) {
  const session = useMapSession();
  const { stage: messages } = useCatalog(mapMessages);
  const view = useView();
  const container = useRef<HTMLDivElement>(null);
  const instance = useRef<MapInstance>(undefined);
  const [map, setMap] = useState<MapLibre>();
  const [attribution, setAttribution] = useState('');
  const walk = useWalk(announce, release);

  useEffect(() => {
    if (!container.current) return;
    const made = start(container.current, release, session);
    if (!made) return onFailure();
    instance.current = made;
    if (onMove) made.map.on('move', () => onMove(cameraOf(made)));
    setMap(made.map);
    let isGone = false;
    // Without ground the map still says what it has to say.
    void fetchGround(release.state.fips).then(
      (ground) => {
        if (isGone) return;
        made.showGround(ground);
        setAttribution(ground.basemap?.attribution ?? '');
      },
      () => undefined,
    );
    return () => {
      isGone = true;
      setMap(undefined);
      session.commands.offer(undefined);
      made.remove();
      instance.current = undefined;
    };
  }, [release, onFailure, onMove, session]);

  useEffect(() => instance.current?.setTheme(view.theme, release), [view.theme, release]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each release has a map of its own, to be named again
  useEffect(() => instance.current?.map.getCanvas().setAttribute('aria-label', messages.map), [messages, release]);
  useEffect(() => instance.current?.showAreas(view.areas), [view.areas]);
  useEffect(() => instance.current?.overlay('cluster', outlines.cluster), [outlines.cluster]);
  useEffect(() => instance.current?.overlay('demand', outlines.demand), [outlines.demand]);
  useEffect(() => instance.current?.overlay('place', outlines.place), [outlines.place]);
  useEffect(() => instance.current?.overlay('footprint', outlines.footprint), [outlines.footprint]);

  // A new choice repaints; a camera from Back or from a link moves the map.
  const { choice, theme, only, paid, audience, camera, selection } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is read from the view, these say when
  useEffect(
    () => instance.current && tellScene(instance.current, release, session),
    [choice, theme, only, paid, audience, release],
  );
  useEffect(() => {
    const map = instance.current?.map;
    if (map && camera && !map.isMoving() && !isNear(map, camera)) map.jumpTo({ center: camera, zoom: camera.zoom });
  }, [camera]);

  const selectedHex = selection?.kind === 'hex' ? selection.h3 : undefined;
  const geometry = useHexes().drawing?.geometry;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the land a hex is drawn on changes with the hexes around it
  useEffect(() => void outlineHex(session, instance, 'hex', selectedHex), [session, selectedHex, geometry]);
  const { data: state } = usePlace({ kind: 'state', id: release.state.fips });
  useEffect(() => state?.outline && session.hexes.cutAt(state.outline as StateOutline), [session, state]);
  useEffect(() => {
    const { pointed } = session;
    return pointed.subscribe(() => void outlineHex(session, instance, 'hover', pointed.get()?.h3));
  }, [session]);

  return (
    // The map is one tab stop; inside it the arrow keys walk from hex to hex.
    <div
      className="map-frame"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys
      tabIndex={0}
      aria-label={messages.mapOf({ stateName: release.state.name })}
      aria-describedby={describedBy}
      onKeyDown={walk}
      onBlur={() => session.pointed.at(undefined)}
    >
      <div ref={container} className="map-canvas" />
      <Locator map={map} state={release.state} />
      {attribution && <p className="attribution">{attribution}</p>}
    </div>
  );
}

function start(container: HTMLElement, release: Release, session: MapSession): MapInstance | undefined {
  const { views, hexes } = session;
  const { camera, theme, areas } = views.get();
  const bounds = boundsFrom(release.state.bounds);
  let made: MapInstance;
  try {
    made = new MapInstance({ container, release, bounds, theme, camera, hexes });
  } catch {
    return undefined;
  }
  const { map } = made;
  made.showAreas(areas);
  map.on('move', () => tellScene(made, release, session));
  map.on('resize', () => tellScene(made, release, session));
  map.on('moveend', (event) => {
    // Only a move by the reader goes into the link, not the first fit.
    if (event.originalEvent || views.get().camera || flown) views.change({ camera: cameraOf(made) }, 'replace');
  });
  map.on('click', async ({ lngLat }) => {
    const hex = await hexes.ask('at', { lng: lngLat.lng, lat: lngLat.lat });
    views.change({ selection: hex && selectionOf(hex) });
  });
  pointWithMouse(made, session);
  map.on('idle', () => session.areasSeen.tell(made.areasInView()));
  let flown = false;
  session.commands.offer({
    fly: (target, furthest = 11) => {
      flown = true;
      made.fly(target, furthest);
    },
    reveal: (lng, lat) => {
      const [west, south, east, north] = seenBounds(map);
      const dx = (east - west) * 0.12;
      const dy = (north - south) * 0.12;
      if (lng > west + dx && lng < east - dx && lat > south + dy && lat < north - dy) return;
      flown = true;
      const target = { center: [lng, lat] as [number, number] };
      if (prefersStillness()) map.jumpTo(target);
      else map.easeTo({ ...target, duration: 300 });
    },
    zoomBy: (levels) => {
      flown = true;
      if (prefersStillness()) map.jumpTo({ zoom: map.getZoom() + levels });
      else map.easeTo({ zoom: map.getZoom() + levels, duration: 250 });
    },
    focus: () => container.parentElement?.focus(),
  });
  tellScene(made, release, session);
  void surroundings(release.state.fips).then(({ outlines, borders, names }) => {
    made.overlay('states', outlines);
    made.overlay('stateBorders', borders);
    made.overlay('stateNames', names);
  });
  void nameCounties(made, release.state.fips);
  void fetchFundedOutlines(release.state.fips).then(
    (areas) => made.overlay('funded', areas),
    () => undefined,
  );
  void fetchCommittedOutlines(release.state.fips).then(
    (areas) => made.overlay('committed', areas),
    () => undefined,
  );
  return made;
}

function cameraOf({ map }: MapInstance): Camera {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}

function tellScene({ map }: MapInstance, release: Release, { hexes, views }: MapSession): void {
  // On paper the map has no size: the picture stays what it was on the screen.
  if (map.getContainer().clientWidth === 0 || matchMedia('print').matches) return;
  hexes.show({
    ...firstScene(release, views.get(), { width: 0, height: 0 }),
    bounds: windowBounds(map),
    seen: seenBounds(map),
    zoom: map.getZoom(),
  });
}

function pointWithMouse({ map }: MapInstance, { hexes, pointed }: MapSession): void {
  let asking = false;
  map.on('mousemove', async ({ lngLat }) => {
    if (asking) return;
    asking = true;
    const hex = await hexes.ask('at', { lng: lngLat.lng, lat: lngLat.lat });
    asking = false;
    map.getCanvas().style.cursor = hex ? 'pointer' : '';
    pointed.at(hex);
  });
  map.on('mouseout', () => pointed.at(undefined));
}

async function outlineHex(
  { hexes }: MapSession,
  instance: { current: MapInstance | undefined },
  overlay: 'hex' | 'hover',
  h3: string | undefined,
) {
  if (!h3) return instance.current?.overlay(overlay, undefined);
  const coordinates = await hexes.ask('outline', { h3 });
  instance.current?.overlay(overlay, {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates },
    properties: {},
  });
}

async function nameCounties(made: MapInstance, fips: string): Promise<void> {
  const { places } = await fetchPlaces('', { kind: 'county', state: fips, limit: 500 }).catch(() => ({ places: [] }));
  made.overlay('countyNames', {
    type: 'FeatureCollection',
    features: places.map((place) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: place.center },
      properties: { name: place.name.replace(/ (County|Parish)$/, '') },
    })),
  });
}
