/** Small numbers and sizes in words, as the steps say them. */
import { grouped } from '../../lib/counts.ts';

export function bytesInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${grouped(Math.max(1, Math.round(bytes / 1_000)))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
