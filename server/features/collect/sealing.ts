/**
 * Chunks are stored encrypted: a copy of the database, its log or its backups is unreadable without the server's
 * secret. One key per upload by HKDF-SHA-256 (RFC 5869), bound to the chunk's position.
 */
import { hkdfSync, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES);
}

/** @param secret the server's */
export function chunkKey(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'gapmap upload', 32));
}
