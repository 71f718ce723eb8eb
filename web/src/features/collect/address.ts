/** Which collection and which view of it, as the address bar says. Never a link's token. */
import { useSyncExternalStore } from 'react';

export const VIEWS = ['districts', 'answers', 'kit', 'disclosures'] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly collection: number | undefined;
  readonly view: View;
}

const CHANGED = 'collect:place';

export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  const collection = Number(asked.get('collection'));
  return {
    collection: Number.isSafeInteger(collection) && collection > 0 ? collection : undefined,
    view: VIEWS.find((view) => view === asked.get('view')) ?? 'districts',
  };
}

export function addressOf({ collection, view }: Place): string {
  const asked = new URLSearchParams();
  if (collection !== undefined) asked.set('collection', String(collection));
  if (view !== 'districts') asked.set('view', view);
  return asked.size > 0 ? `/collect?${asked}` : '/collect';
}

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
