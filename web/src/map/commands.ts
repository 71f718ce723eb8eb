/** What the panel asks of the map. Waits for the map when it is not there yet; knows nothing of how it is drawn. */
import type { HexInfo } from './protocol.ts';
import type { Bounds } from './tiles.ts';

export interface MapHands {
  /** Shows bounds beside the panel, in about a second, at once with reduced motion. */
  fly(bounds: Bounds, furthestZoom?: number): void;
  /** Pans only when the point is hidden or near the rim. */
  reveal(lng: number, lat: number): void;
  zoomBy(levels: number): void;
  focus(): void;
}

let hands: MapHands | undefined;
let queued: ((hands: MapHands) => void) | undefined;

/** Acts once the page shows what was just chosen, as the map keeps clear of the card and the panel. */
export function withMap(act: (hands: MapHands) => void): void {
  requestAnimationFrame(() => {
    if (hands) act(hands);
    else queued = act;
  });
}

export function offerHands(offered: MapHands | undefined): void {
  hands = offered;
  if (!hands) return;
  queued?.(hands);
  queued = undefined;
}

/** The hex pointed at, by mouse or by arrow keys. */
let pointed: HexInfo | undefined;
const listeners = new Set<() => void>();

export function pointAt(hex: HexInfo | undefined): void {
  if (hex?.h3 === pointed?.h3 && hex?.class === pointed?.class) return;
  pointed = hex;
  for (const listener of listeners) listener();
}

export function getPointed(): HexInfo | undefined {
  return pointed;
}

export function subscribePointed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
