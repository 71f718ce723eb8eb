import { useEffect, useRef } from 'react';

/**
 * Where eyes and screen readers are taken when something is new: the heading of a step, or what another check found. What is there at
 * first leaves the page at its top.
 */
export function useTakenTo<T extends HTMLElement>(news: unknown) {
  const place = useRef<T>(null);
  const shown = useRef(news);
  useEffect(() => {
    if (shown.current === news) return;
    shown.current = news;
    place.current?.focus({ preventScroll: true });
    place.current?.closest('.prepare')?.scrollIntoView({ block: 'start' });
  }, [news]);
  return place;
}
