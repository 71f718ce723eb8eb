/** Refusals of geographic files: what was found, and what to do. No word of a library, and no value of a feature. */
import { Refusal } from '../problem.ts';

type Said = (file: string, ...more: string[]) => string;

/** Code, HTTP status and sentence of each; the sentence is given the file's name. */
const CATALOGUE = {
  noFile: ['gis.no-file', 400, (file) => `There is no file ${file}.`],
  folder: ['gis.no-file', 400, (file) => `${file} is a folder. Zip it, and give the .zip file.`],
  format: ['gis.format', 400, (file, what = '', todo = '') => `${file} is ${what}. ${todo}`],
  nothingInside: [
    'gis.no-layer',
    400,
    (file, holds = '') =>
      `${file} holds no Shapefile, FileGDB, GeoPackage or GeoJSON${holds}. Zip one of them with all its files.`,
  ],
  partMissing: [
    'gis.shapefile-incomplete',
    400,
    (file, parts = '') => `${file} came without its ${parts} file. Zip all files of the Shapefile together.`,
  ],
  zip: [
    'gis.zip',
    400,
    (file) => `${file} cannot be unpacked: it is damaged or not a zip file. Zip or download it again.`,
  ],
  tooLarge: [
    'gis.too-large',
    413,
    (file) =>
      `${file} is larger than the 4 GB, or has more than the 20,000 files, that can be read here. Send the layer alone.`,
  ],
  unreadable: [
    'gis.unreadable',
    400,
    (file) => `${file} cannot be read as geographic data. Export or download it again.`,
  ],
  serverError: [
    'gis.server-error',
    422,
    (file, message = '') =>
      `${file} holds no areas but the error of the server it was downloaded from: "${message}". Download it again, signed in where the server wants it.`,
  ],
  pages: [
    'gis.truncated',
    422,
    (file, word = '') =>
      `${file} says of itself that it holds only one part of its layer (${word}). Ask the server for the rest too, or export the layer as a file geodatabase, and import all of it. If the parts were put together already, take that word out of the file.`,
  ],
  description: [
    'gis.format',
    400,
    (file) =>
      `${file} is what a server tells of a layer, without its features. Ask it for those: .../query?where=1=1&outFields=*&f=geojson.`,
  ],
  curves: [
    'gis.curves',
    422,
    (file) =>
      `${file} holds curves (curveRings), which are not read here. Ask the server with f=geojson, or with returnTrueCurves=false.`,
  ],
  featureCollectionItem: [
    'gis.format',
    400,
    (file) =>
      `${file} is a feature collection of ArcGIS Online, several layers in a form of its own. Export each layer as GeoJSON or Shapefile.`,
  ],
  noLayer: [
    'gis.no-layer',
    400,
    (file, why = '') => `${file} has no features with a place${why}. Export the layer again.`,
  ],
  passedOver: ['gis.no-layer', 422, (file, why = '') => `Nothing of ${file} is left to load: ${why}`],
  noSuchLayer: [
    'gis.layer',
    400,
    (file, asked = '', layers = '') => `${file} has no layer "${asked}". It has ${layers}; name one with --layer.`,
  ],
  whichLayer: [
    'gis.layers',
    422,
    (file, layers = '') =>
      `Several layers of ${file} hold areas, with different columns, and which are meant is yours to say:\n${layers}\nName each that is meant with --layer.`,
  ],
  noProjection: [
    'gis.no-projection',
    400,
    (layer, guess = '') =>
      `The coordinates of ${layer} are not degrees, and the file names no projection. ${guess} Set the projection where the file was made (a Shapefile says it in its .prj file), export it in longitude and latitude (EPSG:4326), and import it again.`,
  ],
  notDegrees: [
    'gis.no-projection',
    400,
    (layer, named = '', guess = '') =>
      `The coordinates of ${layer} are not degrees, though the file says "${named}". ${guess} Set the right projection where the file was made, and export it again.`,
  ],
  projectionUnknown: [
    'gis.no-projection',
    400,
    (file) => `${file} names a projection that is not known here. Export it in longitude and latitude (EPSG:4326).`,
  ],
  exchanged: [
    'gis.exchanged',
    422,
    (layer, features = '') =>
      `Latitude and longitude are exchanged in ${features} of ${layer}: longitude comes first, then latitude. Correct it where the file was made, and export it again.`,
  ],
  layerUnreadable: [
    'gis.unreadable',
    400,
    (layer, why = 'the file is damaged or cut off') =>
      `${layer} cannot be read to its end: ${why}. Export or download it again.`,
  ],
  codePage: [
    'gis.code-page',
    422,
    (file, page = '') =>
      `The text of ${file} is in the code page ${page}, which is not read here. Save the table in UTF-8, with a .cpg file that says so.`,
  ],
} as const satisfies Record<string, readonly [code: string, status: number, sentence: Said]>;

/** @param of name of the file or layer @param more what the sentence asks for, in its order */
export function gisRefusal(
  kind: keyof typeof CATALOGUE,
  of: string,
  more: readonly string[] = [],
  cause?: unknown,
): Refusal {
  const [code, status, sentence] = CATALOGUE[kind];
  return new Refusal(code, status, (sentence as Said)(of, ...more), { cause });
}
