export { bodyCache, type CachedBody } from './body-cache.ts';
export { type Effort, encoded } from './encoding.ts';
