/** Starts a map and lets the reader move it, point at its hexes and choose one. */
import type { Release } from '../lib/api.ts';
import type { Camera } from '../lib/view.ts';
import { prefersStillness, reveal, seenBounds, windowBounds } from './camera.ts';
import { boundsOf, firstScene } from './first-scene.ts';
import { MapInstance } from './map-instance.ts';
import { selectionOf } from './selection.ts';
import type { MapSession } from './session.ts';

/** @returns undefined where the browser cannot draw it */
export function startMap(
  container: HTMLElement,
  releases: readonly Release[],
  session: MapSession,
): MapInstance | undefined {
  const { views, hexes } = session;
  const { camera, theme, areas } = views.get();
  const bounds = boundsOf(releases);
  let made: MapInstance;
  try {
    made = new MapInstance({ container, releases, bounds, theme, camera, hexes });
  } catch {
    return undefined;
  }
  const { map } = made;
  made.showAreas(areas);
  map.on('move', () => tellScene(made, releases, session));
  map.on('resize', () => tellScene(made, releases, session));
  map.on('moveend', (event) => {
    // Only a move by the reader goes into the link, not the first fit.
    if (event.originalEvent || views.get().camera || flown) views.change({ camera: cameraOf(made) }, 'replace');
  });
  map.on('click', async ({ lngLat }) => {
    const hex = await hexes.ask('at', { lng: lngLat.lng, lat: lngLat.lat });
    views.change({ selection: hex && selectionOf(hex, releases.length === 1) });
  });
  pointWithMouse(made, session);
  map.on('idle', () => session.areasSeen.tell(made.areasInView()));
  let flown = false;
  session.commands.offer({
    fly: (target, furthest = 11) => {
      flown = true;
      made.fly(target, furthest);
    },
    reveal: (lng, lat, margin = 0.12) => {
      if (reveal(map, lng, lat, margin)) flown = true;
    },
    zoomBy: (levels) => {
      flown = true;
      if (prefersStillness()) map.jumpTo({ zoom: map.getZoom() + levels });
      else map.easeTo({ zoom: map.getZoom() + levels, duration: 250 });
    },
    focus: () => container.parentElement?.focus(),
  });
  tellScene(made, releases, session);
  return made;
}

export function cameraOf({ map }: MapInstance): Camera {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}

export function tellScene({ map }: MapInstance, releases: readonly Release[], { hexes, views }: MapSession): void {
  // On paper the map has no size: the picture stays what it was on the screen.
  if (map.getContainer().clientWidth === 0 || matchMedia('print').matches) return;
  hexes.show({
    ...firstScene(releases, views.get(), { width: 0, height: 0 }),
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
