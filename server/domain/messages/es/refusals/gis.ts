import type { gisRefusals as English } from '../../en/refusals/gis.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('es');

const MOST_TOLD = 20;

const listed = (lines: readonly string[]) => lines.map((line) => `  - ${line}`).join('\n');

export const gisRefusals = {
  'gis.no-file/no-file': ({ file }) => `No hay ningún archivo ${file}.`,
  'gis.no-file/folder': ({ file }) => `${file} es una carpeta. Comprímala y dé el archivo .zip.`,
  'gis.format/format': ({ file, what, todo }) => `${file} es ${what}. ${todo}`,
  'gis.no-layer/nothing-inside': ({ file, holds }) =>
    `${file} no contiene ningún Shapefile, FileGDB, GeoPackage ni GeoJSON${holds}. Comprima uno de ellos con todos sus archivos.`,
  'gis.shapefile-incomplete/part-missing': ({ file, parts }) =>
    `${file} llegó sin su archivo ${parts}. Comprima juntos todos los archivos del Shapefile.`,
  'gis.shapefile-incomplete/unequal-parts': ({ file, shapes, rows }) =>
    `${file} tiene formas de ${shapes} elementos y su archivo .dbf filas de ${rows}: son de exportaciones distintas, y no se sabe qué fila es de qué forma. Exporte la capa de nuevo y comprima juntos todos sus archivos.`,
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
  'gis.no-layer/no-layer': ({ file, why }) =>
    `${file} no tiene elementos con un lugar${why}. Exporte la capa de nuevo.`,
  'gis.no-layer/no-feature': ({ file }) =>
    `${file} es JSON sin ningún objeto geográfico. GeoJSON los tiene en "features", cada uno con su "geometry" y sus columnas en "properties".`,
  'gis.no-layer/no-feature/page': ({ file }) =>
    `${file} es JSON sin ningún objeto geográfico. GeoJSON los tiene en "features", cada uno con su "geometry" y, en "properties", las columnas technology, maxdown y maxup.`,
  'gis.no-layer/passed-over': ({ file, leftOut }) => `No queda nada de ${file} por cargar: ${leftOut.join(' ')}`,
  'gis.layer/no-such-layer': ({ file, asked, layers }) =>
    `${file} no tiene ninguna capa "${asked}". Tiene ${layers}; nombre una con --layer.`,
  'gis.layers/which-layer': ({ file, layers }) =>
    `Varias capas de ${file} contienen áreas, con columnas distintas, y usted debe decir cuáles se quieren:\n${listed(layers)}\nNombre cada una con --layer.`,
  'gis.layers/which-layer/page': ({ file, layers }) =>
    `Varias capas de ${file} contienen áreas, con columnas distintas, y usted debe decir de cuáles se trata:\n${listed(layers)}\nEnvíe un archivo con esas capas.`,
  'gis.no-projection/no-projection': ({ layer, guess }) =>
    `Las coordenadas de ${layer} no son grados, y el archivo no nombra ninguna proyección. ${guess} Fije la proyección donde se hizo el archivo (un Shapefile la dice en su archivo .prj), expórtelo en longitud y latitud (EPSG:4326) e impórtelo de nuevo.`,
  'gis.no-projection/not-degrees': ({ layer, named, guess }) =>
    `Las coordenadas de ${layer} no son grados, aunque el archivo dice "${named}". ${guess} Fije la proyección correcta donde se hizo el archivo y expórtelo de nuevo.`,
  'gis.no-projection/projection-unknown': ({ file }) =>
    `${file} nombra una proyección que aquí no se conoce. Expórtelo en longitud y latitud (EPSG:4326).`,
  'gis.exchanged/exchanged': ({ layer, features }) =>
    `La latitud y la longitud están intercambiadas en ${features} de ${layer}: primero va la longitud y después la latitud. Corríjalo donde se hizo el archivo y expórtelo de nuevo.`,
  'gis.unreadable/layer-unreadable': ({ layer, why }) =>
    `${layer} no se puede leer hasta el final: ${why === '' ? 'el archivo está dañado o cortado' : why}. Expórtelo o descárguelo de nuevo.`,
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
