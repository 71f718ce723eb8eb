/** Photographs: where and when one was taken, by whom and with what, is removed before it is kept. */
import { Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exifBeGone from 'exif-be-gone';
import { refusal } from '../../platform/problem.ts';
import type { Found } from './contract.ts';

/** Its types describe another way of loading it than its code. */
const Scrub = exifBeGone as unknown as new () => Transform;

/** By their first bytes, in Latin-1. */
const FORMATS = [
  { format: 'jpeg', begins: /^\xff\xd8\xff/ },
  { format: 'png', begins: /^\x89PNG/ },
  { format: 'webp', begins: /^RIFF[\s\S]{4}WEBP/ },
] as const;

/** @throws Refusal 415 for any other kind of file */
export async function withoutMetadata(bytes: Buffer): Promise<{ bytes: Buffer; found: Found }> {
  const head = bytes.subarray(0, 16).toString('latin1');
  const known = FORMATS.find(({ begins }) => begins.test(head));
  if (!known) throw refusal('commitments.not-a-photograph', 415);
  return {
    bytes: await buffer(Readable.from([bytes]).pipe(new Scrub())),
    found: { format: known.format },
  };
}
