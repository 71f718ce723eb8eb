/** The address bar: reads it, observes it, and navigates without a reload where allowed. */
import { useEffect } from 'react';
import type { BaseLocationHook } from 'wouter';
import { navigate, useLocationProperty, usePathname } from 'wouter/use-browser-location';
import { shareDocument } from '../../../server/domain/pages.ts';

export type How = 'push' | 'replace';

/** Pages with other security rules need a load, as does any page while something would be lost: the browser then asks. */
export function goToAddress(address: string, how: How = 'push'): void {
  const { pathname } = new URL(address, location.href);
  const mayStay = shareDocument(location.pathname, pathname) && (held === 0 || pathname === location.pathname);
  if (mayStay) navigate(address, { replace: how === 'replace' });
  else location.assign(address);
}

/** The whole current address. */
export function useAddress(): string {
  return useLocationProperty(() => location.href);
}

/** Navigation for wouter's links. */
export const usePages: BaseLocationHook = () => [
  usePathname(),
  (address: string, { replace = false } = {}) => goToAddress(address, replace ? 'replace' : 'push'),
];

/** Browser events, and those wouter adds for history changes by scripts. */
const CHANGES = ['popstate', 'hashchange', 'pushState', 'replaceState'] as const;

export function subscribeAddress(listener: () => void): () => void {
  for (const event of CHANGES) addEventListener(event, listener);
  return () => {
    for (const event of CHANGES) removeEventListener(event, listener);
  };
}

let held = 0;

/** While leaving would lose something, the browser asks first. */
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
