/** The map's camera, and how it moves. */
import type { LngLatBoundsLike, Map as MapLibre, PaddingOptions } from 'maplibre-gl';
import type { Bounds } from './tiles.ts';

const FLIGHT_MS = 1000;

export function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Space outside the panel, the sheet and the card: measured on the page, so that styles alone decide it.
 *
 * @param seen whether a narrow cover at the bottom, such as the legend beside a card, hides nothing of the rest of its strip
 */
function openRoom(container: HTMLElement, seen?: 'seen'): PaddingOptions {
  const whole = container.getBoundingClientRect();
  const room = { left: 24, right: 24, top: 24, bottom: 24 };
  for (const cover of document.querySelectorAll<HTMLElement>('[data-covers-map]')) {
    const box = cover.getBoundingClientRect();
    const isBeside =
      box.right <= whole.left || box.left >= whole.right || box.bottom <= whole.top || box.top >= whole.bottom;
    if (isBeside || box.width === 0 || box.height === 0) continue;
    if (seen && cover.dataset.coversMap === 'bottom' && box.width < whole.width / 2) continue;
    if (cover.dataset.coversMap === 'left') room.left = Math.max(room.left, box.right - whole.left + 24);
    if (cover.dataset.coversMap === 'right') room.right = Math.max(room.right, whole.right - box.left + 24);
    if (cover.dataset.coversMap === 'bottom') room.bottom = Math.max(room.bottom, whole.bottom - box.top + 16);
  }
  // In a small window a full sheet would cover everything: keep a third.
  if (whole.width - room.left - room.right < whole.width / 4) room.left = room.right = 12;
  if (whole.height - room.top - room.bottom < whole.height / 4) room.bottom = Math.min(room.bottom, whole.height * 0.6);
  return room;
}

export function fly(map: MapLibre, [west, south, east, north]: Bounds, maxZoom: number, how?: 'at once'): void {
  const bounds: LngLatBoundsLike = [
    [west, south],
    [east, north],
  ];
  const padding = openRoom(map.getContainer());
  if (how || prefersStillness()) map.fitBounds(bounds, { padding, maxZoom, animate: false });
  else map.fitBounds(bounds, { padding, maxZoom, duration: FLIGHT_MS, linear: false });
}

export function windowBounds(map: MapLibre): Bounds {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

/** Where a point that was covered comes to lie, as a share of the open room from its edge. */
const REVEALED = 0.3;

/** Moves the map where something covers a point. @param margin share of the open room that counts as covered @returns whether it did */
export function reveal(map: MapLibre, lng: number, lat: number, margin: number): boolean {
  const { clientWidth, clientHeight } = map.getContainer();
  const { left = 0, right = 0, top = 0, bottom = 0 } = openRoom(map.getContainer());
  const [width, height] = [clientWidth - left - right, clientHeight - top - bottom];
  const { x, y } = map.project([lng, lat]);
  const isWithin = (by: number) => x === nearest(x, left, width, by) && y === nearest(y, top, height, by);
  if (isWithin(margin)) return false;
  map.panBy([x - nearest(x, left, width, REVEALED), y - nearest(y, top, height, REVEALED)], {
    duration: 300,
    animate: !prefersStillness(),
  });
  return true;
}

function nearest(at: number, start: number, length: number, margin: number): number {
  return Math.min(Math.max(at, start + length * margin), start + length * (1 - margin));
}

/** The part of the window beside the panel. */
export function seenBounds(map: MapLibre): Bounds {
  const container = map.getContainer();
  const { left = 0, right = 0, top = 0, bottom = 0 } = openRoom(container, 'seen');
  const trim = (side: number) => (side <= 24 ? 0 : side - 24);
  const { lng: west, lat: north } = map.unproject([trim(left), trim(top)]);
  const { lng: east, lat: south } = map.unproject([
    container.clientWidth - trim(right),
    container.clientHeight - trim(bottom),
  ]);
  return [west, south, east, north];
}

export function isNear(map: MapLibre, camera: { lng: number; lat: number; zoom: number }): boolean {
  const { lng, lat } = map.getCenter();
  return (
    Math.abs(lng - camera.lng) < 2e-4 &&
    Math.abs(lat - camera.lat) < 2e-4 &&
    Math.abs(map.getZoom() - camera.zoom) < 0.02
  );
}
