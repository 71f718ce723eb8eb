/** Holds a view: in the address bar, so that a link carries it, or in memory, for a second map on a page. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { goToAddress, type How, subscribeAddress } from './location.ts';
import { addressOf } from './route.ts';
import { type View, viewOf } from './view.ts';

export type ViewChange = { readonly [Part in keyof View]?: View[Part] | undefined };

export interface ViewStore {
  /** Referentially stable: the same object until something changes, with the same unchanged parts. */
  readonly get: () => View;
  readonly subscribe: (listener: () => void) => () => void;
  /** Undefined removes a part from the view. Panning replaces the history entry; choosing adds one, so Back goes back. */
  readonly change: (change: ViewChange, how?: How) => void;
}

export function viewsInAddress(): ViewStore {
  let read = '';
  let view: View | undefined;
  const get = () => {
    if (view && read === location.href) return view;
    read = location.href;
    view = shared(viewOf(new URL(read)), view);
    return view;
  };
  return {
    get,
    subscribe: subscribeAddress,
    change: (change, how) => {
      const next = changed(get(), change);
      goToAddress(addressOf({ page: next.page, view: next }), how);
    },
  };
}

export function viewsInMemory(first: View): ViewStore {
  let view = first;
  const listeners = new Set<() => void>();
  return {
    get: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (change) => {
      view = changed(view, change);
      for (const listener of listeners) listener();
    },
  };
}

function changed(view: View, change: ViewChange): View {
  const parts = Object.entries({ ...view, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(parts) as unknown as View; // every required part is still there: none accepts undefined
}

/** Reuses unchanged parts of the previous view, so that effects and memos run only for real changes. */
function shared(view: View, before: View | undefined): View {
  const old: Partial<Record<string, unknown>> = { ...before };
  const isSame = (part: string, value: unknown) => JSON.stringify(old[part]) === JSON.stringify(value);
  const parts = Object.entries(view).map(([part, value]) => [part, isSame(part, value) ? old[part] : value]);
  return Object.fromEntries(parts) as View;
}

const Views = createContext<ViewStore>(viewsInAddress());
export const ViewsProvider = Views.Provider;

export function useViews(): ViewStore {
  return useContext(Views);
}

export function useView(): View {
  const { subscribe, get } = useViews();
  return useSyncExternalStore(subscribe, get);
}
