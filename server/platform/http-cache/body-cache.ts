/**
 * Bodies that never change under their key: built once per content encoding, even for concurrent requests, cached as
 * sent, and answered with their ETag before anything else. Most readers of one body want the same encoding, and
 * compressing takes longer than building it, so only requested encodings are compressed.
 */
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { acceptedEncoding, type ContentEncoding, type Effort, encoded } from './encoding.ts';

export interface BodyCache {
  /**
   * Answers a request with the body of a key.
   *
   * @param make builds the body when the key is cold; empty = there is nothing, answered with 204. Concurrent requests of one
   *   encoding share one call, which continues if one of them disconnects: the others wait for the same bytes.
   */
  send(request: FastifyRequest, reply: FastifyReply, body: CachedBody): FastifyReply | Promise<FastifyReply>;
}

export interface CachedBody {
  readonly key: string;
  readonly contentType: string;
  /** Of the public's; `caching.ts` decides who may keep a finer one. */
  readonly cacheControl: string;
  /** Pages of other sites may read it, such as maps elsewhere. */
  readonly anyOrigin?: true;
  readonly effort: Effort;
  readonly make: () => Promise<Uint8Array>;
}

interface Stored {
  /** Of the plain bytes. */
  readonly hash: string;
  /** As sent; undefined for nothing. */
  readonly body: Buffer | undefined;
}

/** The source of a cold body. */
interface Asked {
  readonly body: CachedBody;
  readonly encoding: ContentEncoding;
}

const OVERHEAD_BYTES = 400;
/** ETags outlive their bodies: they take a hundred bytes each. */
const REMEMBERED_HASHES = 200_000;

/** @param limit total bytes of cached bodies */
export function bodyCache(limit: number): BodyCache {
  const hashes = new LRUCache<string, string>({ max: REMEMBERED_HASHES });
  const bodies = new LRUCache<string, Stored, Asked>({
    maxSize: limit,
    sizeCalculation: ({ body }) => OVERHEAD_BYTES + (body?.length ?? 0),
    // Readers may wait for a body even while newer ones evict it.
    ignoreFetchAbort: true,
    fetchMethod: async (_key, _stale, { context: { body, encoding } }) => {
      const stored = await made(body, encoding);
      hashes.set(body.key, stored.hash);
      return stored;
    },
  });

  return {
    // Avoids a promise for a warm body: one costs as much as all the rest of the answer.
    send(request, reply, body) {
      const encoding = acceptedEncoding(request.headers['accept-encoding']);
      const asked = request.headers['if-none-match'];
      if (asked !== undefined) {
        const hash = hashes.get(body.key);
        if (hash !== undefined && matches(asked, hash)) return notModified(reply, hash, encoding, body);
      }
      const key = `${encoding} ${body.key}`;
      const stored = bodies.get(key);
      if (stored) return answer(reply, stored, encoding, body);
      return bodies
        .forceFetch(key, { context: { body, encoding } })
        .then((filled) =>
          asked !== undefined && matches(asked, filled.hash)
            ? notModified(reply, filled.hash, encoding, body)
            : answer(reply, filled, encoding, body),
        );
    },
  };
}

async function made({ effort, make }: CachedBody, encoding: ContentEncoding): Promise<Stored> {
  const bytes = await make();
  if (bytes.length === 0) return { hash: EMPTY, body: undefined };
  return {
    hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    body: await encoded(bytes, encoding, effort),
  };
}

function answer(reply: FastifyReply, stored: Stored, encoding: ContentEncoding, body: CachedBody): FastifyReply {
  describe(reply, body);
  reply.header('etag', etagOf(stored.hash, encoding));
  if (!stored.body) return reply.code(204).send();
  reply.header('content-type', body.contentType);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(stored.body);
}

const EMPTY = 'nothing';
const SUFFIX: Record<ContentEncoding, string> = { br: '-b', gzip: '-g', identity: '' };

/** Strong: each encoding has its own (RFC 9110, 8.8.3.3). */
function etagOf(hash: string, encoding: ContentEncoding): string {
  return `"${hash}${hash === EMPTY ? '' : SUFFIX[encoding]}"`;
}

/** Whether the reader has these contents in any encoding. */
function matches(ifNoneMatch: string, hash: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => {
    const opaque = tag.trim().replace(/^W\//, '').replaceAll('"', '');
    return opaque === hash || opaque === `${hash}-b` || opaque === `${hash}-g`;
  });
}

function notModified(reply: FastifyReply, hash: string, encoding: ContentEncoding, body: CachedBody): FastifyReply {
  describe(reply, body);
  return reply.header('etag', etagOf(hash, encoding)).code(304).send();
}

/** Headers shared by 200, 204 and 304. */
function describe(reply: FastifyReply, { cacheControl, anyOrigin }: CachedBody): void {
  reply.header('cache-control', cacheControl).header('vary', 'accept-encoding');
  if (anyOrigin) reply.header('access-control-allow-origin', '*');
}
