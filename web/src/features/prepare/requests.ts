/** Where nobody can tell where a request went. */
export const UNREADABLE = '';

/** A request as the network log names it. */
export interface SeenRequest {
  readonly how: 'fetch' | 'XMLHttpRequest' | 'WebSocket' | 'EventSource' | 'beacon' | 'resource' | 'refused';
  /** Origin and path, never a query: what a person may read aloud. */
  readonly where: string;
  readonly from: 'page' | 'worker';
}

/**
 * Origin and path of an address, without the query.
 *
 * @param base address of the page or worker that asks
 * @returns undefined for what never leaves the browser: addresses of its own memory
 */
export function placeOf(address: unknown, base: string): string | undefined {
  const text = String(address);
  if (/^(blob|data|about):/.test(text)) return undefined;
  if (!URL.canParse(text, base)) return UNREADABLE;
  const { origin, pathname } = new URL(text, base);
  return `${origin}${pathname}`;
}
