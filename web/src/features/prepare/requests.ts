/** Stands for an unknown destination. */
export const UNREADABLE = '';

/** A request in the network log. */
export interface SeenRequest {
  readonly how: 'fetch' | 'XMLHttpRequest' | 'WebSocket' | 'EventSource' | 'beacon' | 'resource' | 'refused';
  /** Origin and path, never a query: safe to read aloud. */
  readonly where: string;
  readonly from: 'page' | 'worker';
}

/**
 * Origin and path of an address, without the query.
 *
 * @param base address of the requesting page or worker
 * @returns undefined for addresses in the browser's own memory, which never leave it
 */
export function placeOf(address: unknown, base: string): string | undefined {
  const text = String(address);
  if (/^(blob|data|about):/.test(text)) return undefined;
  if (!URL.canParse(text, base)) return UNREADABLE;
  const { origin, pathname } = new URL(text, base);
  return `${origin}${pathname}`;
}
