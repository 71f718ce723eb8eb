export { bodyCache, type CachedBody } from './body-cache.ts';
export { cachedBy, decideCaching } from './caching.ts';
export { type Effort, encoded } from './encoding.ts';
export { addVary } from './vary.ts';
