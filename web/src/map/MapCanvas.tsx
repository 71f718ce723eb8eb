/** The map itself, loaded after the page has something to say. */

import type { Feature } from 'geojson';
import { useEffect, useRef } from 'react';
import type { Release } from '../lib/api.ts';
import { fetchPlaces } from '../lib/api.ts';
import { changeView, getView, useView } from '../lib/use-view.ts';
import { isNear, prefersStillness, seenBounds, windowBounds } from './camera.ts';
import { getPointed, offerHands, pointAt, subscribePointed } from './commands.ts';
import { firstScene } from './first-scene.ts';
import { ask, showScene } from './hex-store.ts';
import { MapInstance } from './map-instance.ts';
import { selectionOf } from './selection.ts';
import { surroundings } from './surroundings.ts';
import { boundsFrom } from './tiles.ts';
import { useWalk } from './use-walk.ts';

export interface MapCanvasProps {
  readonly release: Release;
  /** GeoJSON to outline, from what is selected. */
  readonly outlines: { readonly cluster: Feature | undefined; readonly place: Feature | undefined };
  readonly announce: (text: string) => void;
  readonly onFailure: () => void;
}

export default function MapCanvas({ release, outlines, announce, onFailure }: MapCanvasProps) {
  const view = useView();
  const container = useRef<HTMLDivElement>(null);
  const instance = useRef<MapInstance>(undefined);
  const walk = useWalk(announce, release);

  useEffect(() => {
    if (!container.current) return;
    const made = start(container.current, release);
    if (!made) return onFailure();
    instance.current = made;
    return () => {
      offerHands(undefined);
      made.remove();
      instance.current = undefined;
    };
  }, [release, onFailure]);

  useEffect(() => instance.current?.setTheme(view.theme, String(release.id)), [view.theme, release.id]);
  useEffect(() => instance.current?.showAreas(view.areas), [view.areas]);
  useEffect(() => instance.current?.overlay('cluster', outlines.cluster), [outlines.cluster]);
  useEffect(() => instance.current?.overlay('place', outlines.place), [outlines.place]);

  // A new choice repaints what is there; a camera from Back or from a link moves the map.
  const { choice, theme, only, audience, camera, selection } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is read from the view, these say when
  useEffect(() => instance.current && tellScene(instance.current, release), [choice, theme, only, audience, release]);
  useEffect(() => {
    const map = instance.current?.map;
    if (map && camera && !map.isMoving() && !isNear(map, camera)) map.jumpTo({ center: camera, zoom: camera.zoom });
  }, [camera]);

  const selectedHex = selection?.kind === 'hex' ? selection.h3 : undefined;
  useEffect(() => void outlineHex(instance, 'hex', selectedHex), [selectedHex]);
  useEffect(() => subscribePointed(() => void outlineHex(instance, 'hover', getPointed()?.h3)), []);

  return (
    // The map is one stop on the way through the page; inside it the arrow keys walk from hex to hex.
    <div
      className="map-frame"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys
      tabIndex={0}
      aria-label={`Map of ${release.state.name}`}
      aria-describedby="map-keys"
      onKeyDown={walk}
      onBlur={() => pointAt(undefined)}
    >
      <div ref={container} className="map-canvas" />
    </div>
  );
}

function start(container: HTMLElement, release: Release): MapInstance | undefined {
  const { camera, theme, areas } = getView();
  const bounds = boundsFrom(release.state.bounds);
  let made: MapInstance;
  try {
    made = new MapInstance({ container, release: String(release.id), bounds, theme, camera });
  } catch {
    return undefined;
  }
  const { map } = made;
  made.showAreas(areas);
  map.on('move', () => tellScene(made, release));
  map.on('resize', () => tellScene(made, release));
  map.on('moveend', (event) => {
    const { lng, lat } = map.getCenter();
    // What the reader moved is worth a link; the first fit is not.
    if (event.originalEvent || getView().camera || flown)
      changeView({ camera: { lng, lat, zoom: map.getZoom() } }, 'replace');
  });
  map.on('click', async ({ lngLat }) => {
    const hex = await ask({ what: 'at', lng: lngLat.lng, lat: lngLat.lat });
    changeView({ selection: hex && selectionOf(hex) });
  });
  pointWithMouse(made);
  let flown = false;
  offerHands({
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
  tellScene(made, release);
  void surroundings(release.state.fips).then(({ outlines, borders, names }) => {
    made.overlay('states', outlines);
    made.overlay('stateBorders', borders);
    made.overlay('stateNames', names);
  });
  void nameCounties(made, release.state.fips);
  return made;
}

function tellScene({ map }: MapInstance, release: Release): void {
  // On paper the map has no size: the picture stays what it was on the screen.
  if (map.getContainer().clientWidth === 0 || matchMedia('print').matches) return;
  showScene({
    ...firstScene(release, getView(), { width: 0, height: 0 }),
    bounds: windowBounds(map),
    seen: seenBounds(map),
    zoom: map.getZoom(),
  });
}

function pointWithMouse({ map }: MapInstance): void {
  let asking = false;
  map.on('mousemove', async ({ lngLat }) => {
    if (asking) return;
    asking = true;
    const hex = await ask({ what: 'at', lng: lngLat.lng, lat: lngLat.lat });
    asking = false;
    map.getCanvas().style.cursor = hex ? 'pointer' : '';
    pointAt(hex);
  });
  map.on('mouseout', () => pointAt(undefined));
}

async function outlineHex(
  instance: { current: MapInstance | undefined },
  overlay: 'hex' | 'hover',
  h3: string | undefined,
) {
  if (!h3) return instance.current?.overlay(overlay, undefined);
  const ring = await ask({ what: 'outline', h3 });
  instance.current?.overlay(overlay, {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
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
