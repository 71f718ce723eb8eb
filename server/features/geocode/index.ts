/** Places homes by address, for the commands that anonymize. */
export {
  type Asking,
  AT_TERMINAL,
  type GeocodeFlags,
  geocodeOptions,
  notFoundLines,
  placing,
} from './options.ts';
