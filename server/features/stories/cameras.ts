/** Where the drawings of a story lie under the camera of each step, so that moving from one to the next is one flight. */
import { type Bounds, type Frame, frameAround, HEIGHT, WIDTH } from '../briefs/index.ts';
import type { Camera } from './contract.ts';

export interface Drawn {
  readonly id: string;
  readonly bbox: Bounds;
}

/** Closer, lines and letters of a drawing are coarse. */
const CLOSEST = 2.6;

/** @param shown id of the drawing in sight; the others lie where they would be seen, and fade */
export function camerasAt(camera: Frame, drawings: readonly Drawn[], shown: string): Camera[] {
  return drawings.map(({ id, bbox }) => {
    const own = frameAround(bbox);
    const [west, south, east, north] = bbox;
    const corners = [
      [west, north],
      [east < west ? east + 360 : east, south],
    ] as const;
    const [from, to] = corners.map(([lng, lat]) => [own.point(lng, lat), camera.point(lng, lat)] as const) as [
      Corner,
      Corner,
    ];
    const zoom = (to[1][0] - from[1][0]) / (to[0][0] - from[0][0]);
    return {
      drawing: id,
      zoom: rounded(zoom),
      x: rounded((100 * (from[1][0] - zoom * from[0][0])) / WIDTH),
      y: rounded((100 * (from[1][1] - zoom * from[0][1])) / HEIGHT),
      isShown: id === shown,
    };
  });
}

/** A corner on the drawing, and under the camera. */
type Corner = readonly [readonly [number, number], readonly [number, number]];

/** Around a point of a drawing, as close as it can be looked at. */
export function closeUp({ bbox }: Drawn, [lng = 0, lat = 0]: readonly number[]): Frame {
  const [west, south, east, north] = frameAround(bbox).bounds;
  const [width, height] = [(east - west) / CLOSEST / 2, (north - south) / CLOSEST / 2];
  const at = lng < west - 180 ? lng + 360 : lng;
  return frameAround([at - width, lat - height, at + width, lat + height]);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
