export { type BodyCache, bodyCache, type CachedBody } from './body-cache.ts';
export { type ContentEncoding, type Effort, encoded } from './encoding.ts';
export { type Lru, lru } from './lru.ts';
export { type SingleFlight, singleFlight } from './single-flight.ts';
