/** The address bar: reading it, hearing of it, and going elsewhere without a reload where that may be. */
import { useEffect } from 'react';
import type { BaseLocationHook } from 'wouter';
import { navigate, useLocationProperty, usePathname } from 'wouter/use-browser-location';
import { shareDocument } from '../../../server/domain/pages.ts';

export type How = 'push' | 'replace';

/** A page of other security rules is loaded, and so is any page while something would be lost: the browser then asks. */
export function goToAddress(address: string, how: How = 'push'): void {
  const { pathname } = new URL(address, location.href);
  const mayStay = shareDocument(location.pathname, pathname) && (held === 0 || pathname === location.pathname);
  if (mayStay) navigate(address, { replace: how === 'replace' });
  else location.assign(address);
}

/** The whole address, as it is now. */
export function useAddress(): string {
  return useLocationProperty(() => location.href);
}

/** How wouter's links go anywhere. */
export const usePages: BaseLocationHook = () => [
  usePathname(),
  (address: string, { replace = false } = {}) => goToAddress(address, replace ? 'replace' : 'push'),
];

/** Events of the browser, and those that wouter adds to what scripts do to the history. */
const CHANGES = ['popstate', 'hashchange', 'pushState', 'replaceState'] as const;

export function subscribeAddress(listener: () => void): () => void {
  for (const event of CHANGES) addEventListener(event, listener);
  return () => {
    for (const event of CHANGES) removeEventListener(event, listener);
  };
}

let held = 0;

/** While something here would be lost by leaving, the browser asks before it leaves. */
export function useHeld(isHeld: boolean): void {
  useEffect(() => {
    if (!isHeld) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    held += 1;
    addEventListener('beforeunload', warn);
    return () => {
      held -= 1;
      removeEventListener('beforeunload', warn);
    };
  }, [isHeld]);
}
