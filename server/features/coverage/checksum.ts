import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** SHA-256 of a file, in hexadecimal. */
export async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  // One buffer for the whole file: a stream allocates one per read, and collecting them costs as much as the hashing.
  const buffer = Buffer.allocUnsafe(1 << 20);
  await using file = await open(path);
  for (;;) {
    const { bytesRead } = await file.read(buffer);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}
