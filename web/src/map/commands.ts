/** Commands from the panel to the map. They wait until the map is ready, and know nothing of how it draws. */
import type { Bounds } from './tiles.ts';

export interface MapHands {
  /** Shows bounds beside the panel, in about a second, or at once with reduced motion. */
  fly(bounds: Bounds, furthestZoom?: number): void;
  /** Pans only when something covers the point. @param margin share of what is open that counts as covered @default 0.12 */
  reveal(lng: number, lat: number, margin?: number): void;
  zoomBy(levels: number): void;
  focus(): void;
}

export class Commands {
  #hands: MapHands | undefined;
  #queued: ((hands: MapHands) => void) | undefined;

  /** Runs after the page has rendered the new choice, as the map keeps clear of the card and the panel. */
  readonly withMap = (act: (hands: MapHands) => void): void => {
    requestAnimationFrame(() => {
      if (this.#hands) act(this.#hands);
      else this.#queued = act;
    });
  };

  offer(hands: MapHands | undefined): void {
    this.#hands = hands;
    if (!hands) return;
    this.#queued?.(hands);
    this.#queued = undefined;
  }
}
