/** Content encodings: negotiation (RFC 9110, 12.5.3) and compression. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type ContentEncoding = 'br' | 'gzip' | 'identity';

const OURS = ['br', 'gzip'] as const;
/** Browsers send a handful of values; further ones are not cached. */
const remembered = new Map<string, ContentEncoding>();

export function acceptedEncoding(header: string | undefined): ContentEncoding {
  if (header === undefined || header === '') return 'identity';
  const known = remembered.get(header);
  if (known) return known;
  const encoding = negotiate(header);
  if (remembered.size < 100) remembered.set(header, encoding);
  return encoding;
}

function negotiate(header: string): ContentEncoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, weight === undefined ? 1 : Number(weight) || 0);
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  let best: ContentEncoding = 'identity';
  // Identity is the fallback if both are refused, so it competes only if named.
  let bestWeight = weights.get('identity') ?? 0;
  for (const name of OURS) {
    if (weightOf(name) > 0 && (best === 'identity' ? weightOf(name) >= bestWeight : weightOf(name) > bestWeight)) {
      best = name;
      bestWeight = weightOf(name);
    }
  }
  return best;
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Optimizes for a fast first answer, or for small answers. */
export type Effort = 'soon' | 'small';

/** Small blocks suit columns of different kinds: 6 % smaller than zlib's default on cell tiles. */
const GZIP = { soon: { level: 1 }, small: { level: 4, memLevel: 5 } } as const satisfies Record<Effort, object>;
const BROTLI: Record<Effort, number> = { soon: 1, small: 4 };

/**
 * The bytes to send, compressed off the main thread. A vector tile of 120 kB takes 1.4 ms with gzip 1, 2.6 ms with gzip 6 for 5 %
 * less, and 0.4 ms with brotli 1, which is as small as gzip 1.
 */
export async function encoded(bytes: Uint8Array, encoding: ContentEncoding, effort: Effort): Promise<Buffer> {
  switch (encoding) {
    case 'identity':
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    case 'gzip':
      return gzipAsync(bytes, { ...GZIP[effort], chunkSize: Math.max(bytes.length, 1024) });
    case 'br':
      return brotliAsync(bytes, {
        chunkSize: Math.max(bytes.length, 1024),
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI[effort],
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      });
  }
}
