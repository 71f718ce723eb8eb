import type { gisRefusals as English } from '../../en/refusals/gis.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, list, plural } = wordingIn('es');

const EXPORT = 'Expórtelo como Shapefile comprimido, FileGDB comprimida, GeoPackage (.gpkg), GeoJSON o TopoJSON.';

const MOST_TOLD = 20;

const listed = (lines: readonly string[]) => lines.map((line) => `  - ${line}`).join('\n');

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** What a file is instead, and what to do with it. */
const otherFormats = {
  'gis.what/empty': 'un archivo vacío',
  'gis.what/kml': 'un archivo de Google Earth (KML)',
  'gis.what/archive': 'un archivo comprimido de un tipo que aquí no se lee',
  'gis.what/document': 'un documento',
  'gis.what/web-page': 'una página web, sin datos geográficos; quizás una que pide iniciar sesión',
  'gis.what/xml': 'un archivo XML',
  'gis.what/style': 'un mapa o un estilo, sin las áreas mismas',
  'gis.what/arcgis-package': 'un paquete de ArcGIS',
  'gis.what/drawing': 'un dibujo (CAD)',
  'gis.what/table': 'una tabla, sin contornos de áreas',
  'gis.what/access': 'una geodatabase personal o una base de datos de Access',
  'gis.what/mapinfo': 'un archivo de MapInfo',
  'gis.what/not-read': 'de un formato que aquí no se lee',
  'gis.what/shapefile-part': 'un solo archivo de un Shapefile, que consta de varios',
  'gis.what/geodatabase-part': 'un solo archivo de una geodatabase (FileGDB)',
  'gis.what/other':
    'de un formato que aquí no se lee; se leen un Shapefile o una FileGDB en .zip, GeoPackage (.gpkg), GeoJSON y TopoJSON',
  'gis.todo/again': 'Expórtelo o descárguelo de nuevo.',
  'gis.todo/ask-for-layer': 'Pida la capa con la que se dibujó su mapa.',
  'gis.todo/export': EXPORT,
  'gis.todo/export-shown': 'Exporte la capa que muestra.',
  'gis.todo/one-of-them': 'Expórtelo en uno de esos formatos.',
  'gis.todo/open-in-arcgis': `Ábralo en ArcGIS. ${EXPORT}`,
  'gis.todo/signed-in': 'Descargue el archivo de nuevo, iniciando sesión donde el servidor lo pida.',
  'gis.todo/unpack': 'Descomprímalo y comprima en un .zip lo que contiene.',
  'gis.todo/zip-folder': 'Comprima toda su carpeta .gdb.',
  'gis.todo/zip-parts': 'Comprima todos juntos.',
} satisfies Partial<typeof English>;

export const gisRefusals = {
  ...otherFormats,
  'gis.file-inside': ({ inside, file }) => `${inside}, en ${file},`,
  'gis.guess/local': 'Parecen de un plano estatal (SPCS) o de otra proyección local.',
  'gis.guess/utm': 'Parecen de UTM.',
  'gis.guess/web-mercator': 'Parecen de Web Mercator (EPSG:3857).',
  'gis.why/cut-off': 'el archivo está dañado o cortado',
  'gis.why/outside': ({ projection }) =>
    `algunas de sus coordenadas quedan donde la proyección "${projection}" no tiene ninguna`,
  'gis.why/outside-projection': 'algunas de sus coordenadas quedan donde la proyección que nombra no tiene ninguna',
  'gis.no-file/no-file': ({ file }) => `No hay ningún archivo ${file}.`,
  'gis.no-file/folder': ({ file }) => `${file} es una carpeta. Comprímala y dé el archivo .zip.`,
  'gis.format/format': ({ file, what, todo }) => `${file} es ${what}. ${todo}`,
  'gis.no-layer/nothing-inside': ({ file }) =>
    `${file} no contiene ningún Shapefile, FileGDB, GeoPackage ni GeoJSON. Comprima uno de ellos con todos sus archivos.`,
  'gis.no-layer/other-inside': ({ file, what, inside }) =>
    `${file} no contiene ningún Shapefile, FileGDB, GeoPackage ni GeoJSON, sino ${what}: ${inside}. Comprima uno de ellos con todos sus archivos.`,
  'gis.shapefile-incomplete/part-missing': ({ file, parts }) =>
    `${file} llegó sin su archivo ${list(parts)}. Comprima juntos todos los archivos del Shapefile.`,
  'gis.shapefile-incomplete/unequal-parts': ({ file, shapes, rows }) =>
    `${file} tiene formas de ${grouped(shapes)} elementos y su archivo .dbf filas de ${grouped(rows)}: son de exportaciones distintas, y no se sabe qué fila es de qué forma. Exporte la capa de nuevo y comprima juntos todos sus archivos.`,
  'gis.zip/zip': ({ file }) =>
    `${file} no se puede descomprimir: está dañado o no es un archivo zip. Comprímalo o descárguelo de nuevo.`,
  'gis.too-large/too-large': ({ file }) =>
    `${file} pasa de los 4 GB, o de los 20,000 archivos, que aquí se pueden leer. Envíe solo la capa.`,
  'gis.too-large/inflated': ({ file, ratio }) =>
    `${file}, descomprimido, pasa de ${ratio} veces su tamaño, cosa que no ocurre con ningún archivo geográfico. Comprímalo o descárguelo de nuevo.`,
  'gis.too-many/features': ({ file, most }) =>
    `${file} tiene más de ${grouped(most)} elementos, y ningún estado necesita tantos. Envíe solo los del estado.`,
  'gis.too-many/rows': ({ file, most }) =>
    `${file} tiene más de ${grouped(most)} filas, y ningún estado necesita tantas. Envíe solo las del estado.`,
  'gis.unreadable/unreadable': ({ file }) =>
    `${file} no se puede leer como datos geográficos. Expórtelo o descárguelo de nuevo.`,
  'gis.server-error/server-error': ({ file, message }) =>
    `${file} no contiene áreas, sino el error del servidor de donde se descargó: "${message}". Descárguelo de nuevo, iniciando sesión donde el servidor lo pida.`,
  'gis.truncated/pages': ({ file, word }) =>
    `${file} dice que contiene solo una parte de su capa (${word}). Pida también el resto al servidor, o exporte la capa como geodatabase de archivos, e impórtela entera. Si ya se juntaron las partes, quite esa palabra del archivo.`,
  'gis.format/description': ({ file }) =>
    `${file} es lo que un servidor dice de una capa, sin sus elementos. Pídaselos: .../query?where=1=1&outFields=*&f=geojson.`,
  'gis.curves/curves': ({ file }) =>
    `${file} contiene curvas (curveRings), que aquí no se leen. Pida al servidor f=geojson, o returnTrueCurves=false.`,
  'gis.format/feature-collection-item': ({ file }) =>
    `${file} es una colección de elementos de ArcGIS Online: varias capas en un formato propio. Exporte cada capa como GeoJSON o Shapefile.`,
  'gis.no-layer/no-layer': ({ file }) => `${file} no tiene elementos con un lugar. Exporte la capa de nuevo.`,
  'gis.no-layer/no-feature': ({ file }) =>
    `${file} es JSON sin ningún objeto geográfico. GeoJSON los tiene en "features", cada uno con su "geometry" y sus columnas en "properties".`,
  'gis.no-layer/no-feature/page': ({ file }) =>
    `${file} es JSON sin ningún objeto geográfico. GeoJSON los tiene en "features", cada uno con su "geometry" y, en "properties", las columnas technology, maxdown y maxup.`,
  'gis.no-layer/passed-over': ({ file, leftOut }) => `No queda nada de ${file} por cargar: ${leftOut.join(' ')}`,
  'gis.layer/no-such-layer': ({ file, asked, layers }) =>
    `${file} no tiene ninguna capa "${asked}". Tiene ${quoted(layers)}; nombre una con --layer.`,
  'gis.layers/which-layer': ({ file, layers }) =>
    `Varias capas de ${file} contienen áreas, con columnas distintas, y usted debe decir cuáles se quieren:\n${listed(layers)}\nNombre cada una con --layer.`,
  'gis.layers/which-layer/page': ({ file, layers }) =>
    `Varias capas de ${file} contienen áreas, con columnas distintas, y usted debe decir de cuáles se trata:\n${listed(layers)}\nEnvíe un archivo con esas capas.`,
  'gis.no-projection/no-projection': ({ layer, file, guess }) =>
    `Las coordenadas de la capa "${layer}" de ${file} no son grados, y el archivo no nombra ninguna proyección. ${guess} Fije la proyección donde se hizo el archivo (un Shapefile la dice en su archivo .prj), expórtelo en longitud y latitud (EPSG:4326) e impórtelo de nuevo.`,
  'gis.no-projection/not-degrees': ({ layer, file, named, guess }) =>
    `Las coordenadas de la capa "${layer}" de ${file} no son grados, aunque el archivo dice "${named}". ${guess} Fije la proyección correcta donde se hizo el archivo y expórtelo de nuevo.`,
  'gis.no-projection/projection-unknown': ({ file }) =>
    `${file} nombra una proyección que aquí no se conoce. Expórtelo en longitud y latitud (EPSG:4326).`,
  'gis.exchanged/exchanged': ({ layer, file, exchanged, featureCount }) =>
    `La latitud y la longitud están intercambiadas en ${grouped(exchanged)} de ${plural(featureCount, 'elemento', 'elementos')} de la capa "${layer}" de ${file}: primero va la longitud y después la latitud. Corríjalo donde se hizo el archivo y expórtelo de nuevo.`,
  'gis.unreadable/layer-unreadable': ({ layer, file, why }) =>
    `La capa "${layer}" de ${file} no se puede leer hasta el final: ${why}. Expórtelo o descárguelo de nuevo.`,
  'gis.code-page/code-page': ({ file, page }) =>
    `El texto de ${file} está en la página de códigos ${page}, que aquí no se lee. Guarde la tabla en UTF-8, con un archivo .cpg que lo diga.`,
  'gis.features': ({ faults }) =>
    [
      `${faults.length === 1 ? 'Un elemento no se puede cargar' : `${faults.length} elementos no se pueden cargar`}, así que no se cargó nada:`,
      ...faults.slice(0, MOST_TOLD).map((fault) => `  - ${fault}`),
      ...(faults.length > MOST_TOLD ? [`  - y ${faults.length - MOST_TOLD} más`] : []),
      'Corríjalos donde se hizo el archivo e impórtelo de nuevo.',
    ].join('\n'),
} satisfies typeof English;
