/** What others may use of collections. */
export { beginUpload } from './begin.ts';
export { writeChunk } from './chunks.ts';
export { collectionsFor } from './collections.ts';
export { MOST_CHUNK_BYTES } from './contract-uploads.ts';
export { detailOf, markPrepared } from './districts.ts';
