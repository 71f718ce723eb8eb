export { type BodyCache, bodyCache, type CachedBody } from './body-cache.ts';
export { type ContentEncoding, type Effort, encoded } from './encoding.ts';
