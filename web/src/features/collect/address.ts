/** The address bar as React state, and going to another place of the collection. */
import { useSyncExternalStore } from 'react';
import { addressOf, type Place, placeOf } from './place.ts';

const CHANGED = 'collect:place';

export function goTo(place: Place): void {
  history.pushState(null, '', addressOf(place));
  dispatchEvent(new Event(CHANGED));
}

export function usePlace(): Place {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return placeOf(search);
}

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(CHANGED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(CHANGED, changed);
  };
}
