/** Screen reader announcements of the map: one polite line at a time. */
import { useSyncExternalStore } from 'react';

let said = '';
const listeners = new Set<() => void>();

export function announce(text: string): void {
  // Repeated words would not be spoken: an invisible space makes them new.
  said = text === said ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function LiveRegion() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
  return (
    <div className="sr-only" aria-live="polite" id="spoken">
      {text}
    </div>
  );
}
