/**
 * How often one address, and one token, may ask. Counted before anything else is done for a request, so that guessing at tokens or
 * addresses costs the database nothing. IPv6 counts by its network of 64 bits, which is what one household or machine has.
 */
import { hash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { credentialIn } from './credential.ts';
import { type Refusal, refusal } from './problem.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Undefined: `api`, unknown addresses too. */
    rate?: keyof Rates | 'uncounted';
  }
}

/** Requests a minute, by kind of route. */
export interface Rates {
  readonly api: number;
  /** A person who pans without rest draws some 40 a second; an office of twenty shares an address. */
  readonly tiles: number;
  /** Files of the pages: a visit loads some thirty, once. */
  readonly files: number;
  /** Checking and loading a file. */
  readonly seldom: number;
  /** Opening a link: a training room opens its links in one minute. */
  readonly enter: number;
}

/** SECURITY.md states them, which a test holds. */
export const RATES: Rates = { api: 1_200, tiles: 12_000, files: 12_000, seldom: 120, enter: 60 };

/** Addresses, and tokens, counted at once by kind: 20 MB at the most in all. Of more, those that asked longest ago are forgotten. */
const REMEMBERED = 20_000;
const WINDOW_MS = 60_000;

interface RateOptions {
  readonly rates: Rates;
  /** @default 20,000 */
  readonly remembered?: number;
}

/** Register before whatever does work for a request. */
export const countRequests = fp<RateOptions>(async (app, { rates, remembered = REMEMBERED }) => {
  await app.register(rateLimit, { global: false });
  const counter = (max: number, keyGenerator?: (request: FastifyRequest) => string) => {
    const options = { max, timeWindow: WINDOW_MS, cache: remembered };
    return app.createRateLimit(keyGenerator ? { ...options, keyGenerator } : options);
  };
  const counters = (max: number) => ({ address: counter(max), token: counter(max, tokenKey) });
  const kinds = {
    api: counters(rates.api),
    tiles: counters(rates.tiles),
    files: counters(rates.files),
    seldom: counters(rates.seldom),
    enter: counters(rates.enter),
  } satisfies Record<keyof Rates, unknown>;
  const told = new Map<string, number>();

  async function refusedBy(
    request: FastifyRequest,
    reply: FastifyReply,
    kind: keyof Rates,
  ): Promise<Refusal | undefined> {
    for (const by of credentialIn(request) === undefined ? ONE : BOTH) {
      const counted = await kinds[kind][by](request);
      if (counted.isAllowed || !counted.isExceeded) continue;
      tell(request, kind, by);
      reply.header('retry-after', counted.ttlInSeconds);
      return refusal('request.too-many', 429);
    }
    return undefined;
  }

  /** A line a minute for each kind, not one for each of a flood. */
  function tell(request: FastifyRequest, kind: keyof Rates, by: keyof (typeof kinds)['api']): void {
    const what = `${kind} ${by}`;
    if (Date.now() - (told.get(what) ?? 0) < WINDOW_MS) return;
    told.set(what, Date.now());
    request.log.warn({ rate: kind, by, most: rates[kind] }, 'more requests than are answered in a minute');
  }

  app.addHook('onRequest', (request, reply, done) => {
    const { rate = 'api' } = request.routeOptions.config;
    if (rate === 'uncounted') return done();
    // A connection that is gone has no address, and nobody to answer.
    if (request.ip === undefined) return done(refusal('request.too-many', 429));
    refusedBy(request, reply, rate).then(done, done);
  });
});

const ONE = ['address'] as const;
const BOTH = ['address', 'token'] as const;

/** Never the token itself: counters are memory that a dump shows. */
function tokenKey(request: FastifyRequest): string {
  return hash('sha256', credentialIn(request) ?? '', 'base64url');
}
