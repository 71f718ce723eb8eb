/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 units, with the MurmurHash3 finalizer); different seeds are practically independent.
 * Not cryptographic: it shortens an index on one machine and is never stored or sent.
 */
export function textHash(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
