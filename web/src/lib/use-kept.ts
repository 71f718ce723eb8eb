/** State that survives a reload while the tab is open: a position on the page, a message to districts, never anything typed about a student. */
import { useState } from 'react';
import { read, TAB, write } from './shelf.ts';

/** @param name key, with the feature and the collection in it @param isIt whether a stored value is usable */
export function useKept<T>(name: string, first: T, isIt: (kept: unknown) => kept is T): [T, (value: T) => void] {
  const place = `gapmap.${name}`;
  const [value, setValue] = useState<T>(() => {
    const kept = keptAt(place);
    return isIt(kept) ? kept : first;
  });
  const keep = (now: T) => {
    setValue(now);
    write(TAB, place, JSON.stringify(now));
  };
  return [value, keep];
}

export function isBoolean(kept: unknown): kept is boolean {
  return typeof kept === 'boolean';
}

export function isTexts(kept: unknown): kept is readonly string[] {
  return Array.isArray(kept) && kept.every((text) => typeof text === 'string');
}

function keptAt(place: string): unknown {
  try {
    return JSON.parse(read(TAB, place) ?? 'null');
  } catch {
    return null;
  }
}
