/** Refusals of geographic files: what was found, and what to do. */
import { wordingIn } from '../../wording.ts';

const { grouped, list, plural } = wordingIn('en');

const EXPORT = 'Export it as a zipped Shapefile, a zipped FileGDB, GeoPackage (.gpkg), GeoJSON or TopoJSON.';

const MOST_TOLD = 20;

const listed = (lines: readonly string[]) => lines.map((line) => `  - ${line}`).join('\n');

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

interface OfLayer {
  readonly layer: string;
  readonly file: string;
}

/** What a file is instead, and what to do with it. */
const otherFormats = {
  'gis.what/empty': 'empty',
  'gis.what/kml': 'a file of Google Earth (KML)',
  'gis.what/archive': 'an archive of a kind that is not read here',
  'gis.what/document': 'a document',
  'gis.what/web-page': 'a web page, no geographic data; perhaps one that asks to sign in',
  'gis.what/xml': 'an XML file',
  'gis.what/style': 'a map or a style, without the areas themselves',
  'gis.what/arcgis-package': 'a package of ArcGIS',
  'gis.what/drawing': 'a drawing (CAD)',
  'gis.what/table': 'a table, without outlines of areas',
  'gis.what/access': 'a personal geodatabase or database of Access',
  'gis.what/mapinfo': 'a file of MapInfo',
  'gis.what/not-read': 'of a format that is not read here',
  'gis.what/shapefile-part': 'one file of a Shapefile, which is several',
  'gis.what/geodatabase-part': 'one file of a geodatabase (FileGDB)',
  'gis.what/other':
    'none of the formats read here: a zipped Shapefile, a zipped FileGDB, GeoPackage (.gpkg), GeoJSON or TopoJSON',
  'gis.todo/again': 'Export or download it again.',
  'gis.todo/ask-for-layer': 'Ask for the layer that its map was drawn from.',
  'gis.todo/export': EXPORT,
  'gis.todo/export-shown': 'Export the layer that it shows.',
  'gis.todo/one-of-them': 'Export it as one of them.',
  'gis.todo/open-in-arcgis': `Open it in ArcGIS. ${EXPORT}`,
  'gis.todo/signed-in': 'Download the file again, signed in where the server wants it.',
  'gis.todo/unpack': 'Unpack it, and zip what is inside.',
  'gis.todo/zip-folder': 'Zip its whole .gdb folder.',
  'gis.todo/zip-parts': 'Zip all of them together.',
};

export const gisRefusals = {
  ...otherFormats,
  'gis.file-inside': ({ inside, file }: { inside: string; file: string }) => `${inside} in ${file}`,
  'gis.guess/local': 'They look like a state plane (SPCS) or another local projection.',
  'gis.guess/utm': 'They look like UTM.',
  'gis.guess/web-mercator': 'They look like Web Mercator (EPSG:3857).',
  'gis.why/cut-off': 'the file is damaged or cut off',
  'gis.why/outside': ({ projection }: { projection: string }) =>
    `some of its coordinates lie where the projection "${projection}" has none`,
  'gis.why/outside-projection': 'some of its coordinates lie where the projection it names has none',
  'gis.no-file/no-file': ({ file }: { file: string }) => `There is no file ${file}.`,
  'gis.no-file/folder': ({ file }: { file: string }) => `${file} is a folder. Zip it, and give the .zip file.`,
  'gis.format/format': ({ file, what, todo }: { file: string; what: string; todo: string }) =>
    `${file} is ${what}. ${todo}`,
  'gis.no-layer/nothing-inside': ({ file }: { file: string }) =>
    `${file} holds no Shapefile, FileGDB, GeoPackage or GeoJSON. Zip one of them with all its files.`,
  'gis.no-layer/other-inside': ({ file, what, inside }: { file: string; what: string; inside: string }) =>
    `${file} holds no Shapefile, FileGDB, GeoPackage or GeoJSON, but ${what}: ${inside}. Zip one of them with all its files.`,
  'gis.shapefile-incomplete/part-missing': ({ file, parts }: { file: string; parts: readonly string[] }) =>
    `${file} came without its ${list(parts)} file. Zip all files of the Shapefile together.`,
  'gis.shapefile-incomplete/unequal-parts': ({ file, shapes, rows }: { file: string; shapes: number; rows: number }) =>
    `${file} holds shapes for ${grouped(shapes)} features, its .dbf file rows for ${grouped(rows)}: they are of different exports, and no row can be trusted to belong to its shape. Export the layer again, and zip all its files together.`,
  'gis.zip/zip': ({ file }: { file: string }) =>
    `${file} cannot be unpacked: it is damaged or not a zip file. Zip or download it again.`,
  'gis.too-large/too-large': ({ file }: { file: string }) =>
    `${file} is larger than the 4 GB, or has more than the 20,000 files, that can be read here. Send the layer alone.`,
  'gis.too-large/inflated': ({ file, ratio }: { file: string; ratio: number }) =>
    `${file} unpacks to more than ${ratio} times its size, which no geographic file does. Zip or download it again.`,
  'gis.too-many/features': ({ file, most }: { file: string; most: number }) =>
    `${file} has more than ${grouped(most)} features, which no state needs. Send those of the state alone.`,
  'gis.too-many/rows': ({ file, most }: { file: string; most: number }) =>
    `${file} has more than ${grouped(most)} rows, which no state needs. Send those of the state alone.`,
  'gis.unreadable/unreadable': ({ file }: { file: string }) =>
    `${file} cannot be read as geographic data. Export or download it again.`,
  'gis.server-error/server-error': ({ file, message }: { file: string; message: string }) =>
    `${file} holds no areas but the error of the server it was downloaded from: "${message}". Download it again, signed in where the server wants it.`,
  'gis.truncated/pages': ({ file, word }: { file: string; word: string }) =>
    `${file} says of itself that it holds only one part of its layer (${word}). Ask the server for the rest too, or export the layer as a file geodatabase, and import all of it. If the parts were put together already, take that word out of the file.`,
  'gis.format/description': ({ file }: { file: string }) =>
    `${file} is what a server tells of a layer, without its features. Ask it for those: .../query?where=1=1&outFields=*&f=geojson.`,
  'gis.curves/curves': ({ file }: { file: string }) =>
    `${file} holds curves (curveRings), which are not read here. Ask the server with f=geojson, or with returnTrueCurves=false.`,
  'gis.format/feature-collection-item': ({ file }: { file: string }) =>
    `${file} is a feature collection of ArcGIS Online, several layers in a form of its own. Export each layer as GeoJSON or Shapefile.`,
  'gis.no-layer/no-layer': ({ file }: { file: string }) =>
    `${file} has no features with a place. Export the layer again.`,
  'gis.no-layer/no-feature': ({ file }: { file: string }) =>
    `${file} is JSON that holds no features. GeoJSON has them in "features", each with a "geometry" and its columns in "properties".`,
  'gis.no-layer/no-feature/page': ({ file }: { file: string }) =>
    `${file} is JSON that holds no features. GeoJSON has them in "features", each with a "geometry" and, in "properties", the columns technology, maxdown and maxup.`,
  'gis.no-layer/passed-over': ({ file, leftOut }: { file: string; leftOut: readonly string[] }) =>
    `Nothing of ${file} is left to load: ${leftOut.join(' ')}`,
  'gis.layer/no-such-layer': ({ file, asked, layers }: { file: string; asked: string; layers: readonly string[] }) =>
    `${file} has no layer "${asked}". It has ${quoted(layers)}; name one with --layer.`,
  'gis.layers/which-layer': ({ file, layers }: { file: string; layers: readonly string[] }) =>
    `Several layers of ${file} hold areas, with different columns, and which are meant is yours to say:\n${listed(layers)}\nName each that is meant with --layer.`,
  'gis.layers/which-layer/page': ({ file, layers }: { file: string; layers: readonly string[] }) =>
    `Several layers of ${file} hold areas, with different columns, and which are meant is yours to say:\n${listed(layers)}\nSend a file of those that are meant.`,
  'gis.no-projection/no-projection': ({ layer, file, guess }: OfLayer & { guess: string }) =>
    `The coordinates of layer "${layer}" of ${file} are not degrees, and the file names no projection. ${guess} Set the projection where the file was made (a Shapefile says it in its .prj file), export it in longitude and latitude (EPSG:4326), and import it again.`,
  'gis.no-projection/not-degrees': ({ layer, file, named, guess }: OfLayer & { named: string; guess: string }) =>
    `The coordinates of layer "${layer}" of ${file} are not degrees, though the file says "${named}". ${guess} Set the right projection where the file was made, and export it again.`,
  'gis.no-projection/projection-unknown': ({ file }: { file: string }) =>
    `${file} names a projection that is not known here. Export it in longitude and latitude (EPSG:4326).`,
  'gis.exchanged/exchanged': ({
    layer,
    file,
    exchanged,
    featureCount,
  }: OfLayer & { exchanged: number; featureCount: number }) =>
    `Latitude and longitude are exchanged in ${grouped(exchanged)} of ${plural(featureCount, 'feature', 'features')} of layer "${layer}" of ${file}: longitude comes first, then latitude. Correct it where the file was made, and export it again.`,
  'gis.unreadable/layer-unreadable': ({ layer, file, why }: OfLayer & { why: string }) =>
    `Layer "${layer}" of ${file} cannot be read to its end: ${why}. Export or download it again.`,
  'gis.code-page/code-page': ({ file, page }: { file: string; page: string }) =>
    `The text of ${file} is in the code page ${page}, which is not read here. Save the table in UTF-8, with a .cpg file that says so.`,
  'gis.features': ({ faults }: { faults: readonly string[] }) =>
    [
      `${faults.length === 1 ? 'A feature' : `${faults.length} features`} cannot be loaded, so nothing was:`,
      ...faults.slice(0, MOST_TOLD).map((fault) => `  - ${fault}`),
      ...(faults.length > MOST_TOLD ? [`  - and ${faults.length - MOST_TOLD} more`] : []),
      'Mend them where the file was made, and import it again.',
    ].join('\n'),
};
