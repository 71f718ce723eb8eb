/** The view as React state kept in the address bar. Looking around replaces the entry; choosing adds one, so Back goes back. */
import { useSyncExternalStore } from 'react';
import { addressOf, type View, viewOf } from './view.ts';

let current = viewOf(new URL(location.href));
const listeners = new Set<() => void>();

export function useView(): View {
  return useSyncExternalStore(subscribe, getView);
}

export function getView(): View {
  return current;
}

type Change = { [Part in keyof View]?: View[Part] | undefined };

/** Undefined takes a part out of the view. */
export function changeView(change: Change, how: 'push' | 'replace' = 'push'): void {
  const merged = Object.fromEntries(
    Object.entries({ ...current, ...change }).filter(([, value]) => value !== undefined),
  ) as unknown as View; // every required part is still there: Change cannot empty what defaults to a value
  const address = addressOf(merged);
  current = merged;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

addEventListener('popstate', () => {
  current = viewOf(new URL(location.href));
  for (const listener of listeners) listener();
});
