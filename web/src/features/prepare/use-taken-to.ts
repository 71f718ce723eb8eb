import { useEffect, useRef } from 'react';

/**
 * Moves focus and view to something new: the heading of a step, or the result of another check. The first render stays at the
 * top of the page.
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
