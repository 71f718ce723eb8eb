/** What to fetch while the map's code is loading: the view of the link, or the whole state. */
import type { Release } from '../lib/api.ts';
import { answerable, heardIn } from '../lib/heard.ts';
import type { View } from '../lib/view.ts';
import type { Scene } from './protocol.ts';
import { type Bounds, boundsAround, boundsFrom } from './tiles.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** @param room uncovered pixels; a guess is enough, the map corrects it once loaded */
export function firstScene(release: Release, view: View, room: Room): Scene {
  const state = boundsFrom(release.state.bounds);
  const seen = view.camera ? boundsAround(view.camera, room.width, room.height) : state;
  return {
    release: String(release.id),
    audience: view.audience,
    finest: finestOf(view),
    floor: release.floors.students,
    choice: answerable(view.choice, heardIn(release)),
    theme: view.theme,
    only: view.only,
    paid: view.paid,
    bounds: seen,
    seen,
    zoom: view.camera?.zoom ?? zoomToFit(state, room),
  };
}

/** Finest resolution of hexes that an audience sees. */
function finestOf({ audience }: View): number {
  return audience === 'public' ? 7 : 8;
}

function zoomToFit([west, south, east, north]: Bounds, { width, height }: Room): number {
  // On a Mercator map, a degree of latitude is stretched by 1 / cos(latitude).
  const tall = (north - south) / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return Math.log2((Math.min(width / (east - west), height / tall) * 360) / 512);
}
