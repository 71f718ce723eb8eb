/** What others may use of collections. */
export { beginUpload } from './begin.ts';
export { writeChunk } from './chunks.ts';
export { collectionFor, collectionsFor } from './collections.ts';
export { type Collection, type CollectionDetail, DISTRICT_STATES } from './contract.ts';
export { MOST_CHUNK_BYTES } from './contract-uploads.ts';
export { detailOf, districtName, markPrepared } from './districts.ts';
export { collectErrors } from './errors.ts';
export { DAYS_AFTER_WINDOW, daysOf } from './links.ts';
export { HOURS_UNTOUCHED } from './sweep.ts';
