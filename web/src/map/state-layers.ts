/** What lies around and over the hexes of each state: its neighbors, its ground, its counties, and land somebody is to build on. */
import type { Feature, FeatureCollection } from 'geojson';
import {
  fetchCommittedOutlines,
  fetchFundedOutlines,
  fetchGround,
  fetchPlaces,
  type PlaceFound,
  type Release,
} from '../lib/api.ts';
import type { MapInstance } from './map-instance.ts';
import { surroundings } from './surroundings.ts';

/**
 * The map works without any of these, so parts that fail to load are left out.
 *
 * @param credit called with the credit line of the instance's own basemap
 * @param gone when the map is taken away
 */
export function showStates(
  made: MapInstance,
  releases: readonly Release[],
  credit: (words: string) => void,
  gone: AbortSignal,
): void {
  const states = releases.map(({ state }) => state.fips);
  function show<T>(asked: Promise<T>, draw: (found: T) => void): void {
    void asked.then(
      (found) => {
        if (!gone.aborted) draw(found);
      },
      () => undefined,
    );
  }
  const all = (ask: (state: string) => Promise<FeatureCollection>) =>
    Promise.all(states.map((state) => ask(state).catch(() => undefined))).then(together);
  show(surroundings(states), ({ outlines, borders, names }) => {
    made.overlay('states', outlines);
    made.overlay('stateBorders', borders);
    made.overlay('stateNames', names);
  });
  states.forEach((state, number) => {
    show(fetchGround(state), (ground) => {
      made.showGround(number === 0 ? 'ground' : `ground-${state}`, ground);
      if (number === 0) credit(ground.basemap?.attribution ?? '');
    });
  });
  show(all(countyNames), (names) => made.overlay('countyNames', names));
  show(all(fetchFundedOutlines), (areas) => made.overlay('funded', areas));
  show(all(fetchCommittedOutlines), (areas) => made.overlay('committed', areas));
}

function together(all: readonly (FeatureCollection | undefined)[]): FeatureCollection {
  return { type: 'FeatureCollection', features: all.flatMap((one) => one?.features ?? []) };
}

async function countyNames(state: string): Promise<FeatureCollection> {
  const { places } = await fetchPlaces('', { kind: 'county', state, limit: 500 });
  return { type: 'FeatureCollection', features: places.map(named) };
}

function named({ name, center }: PlaceFound): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: center },
    properties: { name: name.replace(/ (County|Parish)$/, '') },
  };
}
