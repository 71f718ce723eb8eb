/** Reads a file on this computer once, to check that it is anonymized and to compute its SHA-256. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { AnonymizedCheck, keptByItsBytes } from './anonymized.ts';
import type { Kept } from './kept.ts';

export type ReadFile =
  | { readonly kept: Kept }
  | { readonly kept?: never; readonly sha256: string; readonly rows: number };

/** Small enough to keep the page responsive between slices of 20 ms. */
const SLICE_BYTES = 1 << 20;

/**
 * Reads in slices, so that a large file does not fill the memory. Without WebCrypto, which hashes only whole buffers in
 * memory, and is missing where a district reaches its server without https.
 *
 * @param onShare told 0 to 1 as the work goes on
 */
export async function readFile(file: Blob, signal: AbortSignal, onShare: (share: number) => void): Promise<ReadFile> {
  const digest = sha256.create();
  const decoder = new TextDecoder();
  const check = new AnonymizedCheck();
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer());
    signal.throwIfAborted();
    const kept = (at === 0 && keptByItsBytes(bytes)) || check.read(decoder.decode(bytes, { stream: true }));
    if (kept) return { kept };
    digest.update(bytes);
    onShare(Math.min(1, (at + bytes.length) / file.size));
  }
  const kept = check.read(decoder.decode()) ?? check.end();
  return kept ? { kept } : { sha256: bytesToHex(digest.digest()), rows: check.rows };
}
