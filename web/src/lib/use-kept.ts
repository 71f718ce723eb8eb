/** State that survives a reload while the tab is open: a position on the page, a message to districts, never anything typed about a student. */
import { useState } from 'react';

/** @param name key, with the feature and the collection in it @param isIt whether a stored value is usable */
export function useKept<T>(name: string, first: T, isIt: (kept: unknown) => kept is T): [T, (value: T) => void] {
  const place = `gapmap.${name}`;
  const [value, setValue] = useState<T>(() => {
    const kept = read(place);
    return isIt(kept) ? kept : first;
  });
  const keep = (now: T) => {
    setValue(now);
    try {
      sessionStorage.setItem(place, JSON.stringify(now));
    } catch {
      // A browser that keeps nothing shows the initial state again.
    }
  };
  return [value, keep];
}

export function isBoolean(kept: unknown): kept is boolean {
  return typeof kept === 'boolean';
}

export function isTexts(kept: unknown): kept is readonly string[] {
  return Array.isArray(kept) && kept.every((text) => typeof text === 'string');
}

function read(place: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}
