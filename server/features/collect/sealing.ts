/**
 * Chunks are stored encrypted: a copy of the database, its log or its backups is unreadable without the server's secret.
 * One key per upload, derived from the data key by HKDF-SHA-256 (RFC 5869); each chunk is bound to its position.
 */
import { hkdfSync, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/** @param secret the data key */
export function chunkKey(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'gapmap upload', 32));
}
