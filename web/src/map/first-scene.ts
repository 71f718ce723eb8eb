/** What to fetch while the map's code is loading: the view of the link, or the whole state. */
import type { Release } from '../lib/api.ts';
import type { Choice } from '../lib/choice.ts';
import { answerable, answers, heardIn, heardTogether } from '../lib/heard.ts';
import type { View } from '../lib/view.ts';
import type { Scene, SceneRelease } from './protocol.ts';
import { around, type Bounds, boundsAround, boundsFrom } from './tiles.ts';

export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * @param releases of one state each, at least one
 * @param room uncovered pixels; a guess is enough, the map corrects it once loaded
 */
export function firstScene(releases: readonly Release[], view: View, room: Room): Scene {
  const states = boundsOf(releases);
  const seen = view.camera ? boundsAround(view.camera, room.width, room.height) : states;
  const choice = answerable(view.choice, heardTogether(releases.map(heardIn)));
  return {
    releases: releases.flatMap((release) => sceneRelease(release, choice) ?? []),
    audience: view.audience,
    finest: finestOf(view),
    floor: floorOf(releases),
    choice,
    theme: view.theme,
    only: view.only,
    paid: view.paid,
    bounds: seen,
    seen,
    zoom: view.camera?.zoom ?? zoomToFit(states, room),
  };
}

/** Undefined where its filings do not answer: another question's hexes under the same legend would mislead. */
function sceneRelease(release: Release, choice: Choice): SceneRelease | undefined {
  const heard = heardIn(release);
  if (!answers(choice, heard)) return undefined;
  return { release: String(release.id), state: release.state.fips, choice: answerable(choice, heard) };
}

/** What a map of these releases shows first. */
export function boundsOf(releases: readonly Release[]): Bounds {
  return around(releases.map(({ state }) => boundsFrom(state.bounds)));
}

/** The highest floor, so that steps and hidden numbers are the same in all states. */
export function floorOf(releases: readonly Release[]): number {
  return Math.max(...releases.map(({ floors }) => floors.students));
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
