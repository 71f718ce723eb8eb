/** Names of unsupported formats, as their users call them. */
import { extname } from 'node:path';

export interface OtherFormat {
  /** "a drawing of AutoCAD" */
  readonly what: string;
  readonly todo: string;
}

/** @returns undefined for an extension of no format known here */
export function otherFormat(name: string): OtherFormat | undefined {
  const ending = extname(name).toLowerCase();
  return ENDINGS.find(([endings]) => endings.includes(ending))?.[1];
}

/** Detects a format by its first bytes, whatever the extension. @returns undefined if it may be a supported one */
export function otherContent(head: Buffer): OtherFormat | undefined {
  if (head.subarray(0, 2).toString('latin1') === '7z' || head.subarray(0, 4).toString('latin1') === 'Rar!')
    return ARCHIVE;
  if (head[0] === 0x1f && head[1] === 0x8b) return ARCHIVE;
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return DOCUMENT;
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 1000)
    .toLowerCase();
  if (text.replace(/\0/g, '') === '') return EMPTY;
  if (/^<(!doctype html|html|head|script|body)/.test(text)) return WEB_PAGE;
  if (/^<\?xml/.test(text)) return /<kml\b/.test(text) ? KML : /<html\b/.test(text) ? WEB_PAGE : XML;
  return undefined;
}

const EMPTY: OtherFormat = { what: 'empty', todo: 'Export or download it again.' };
const EXPORT = 'Export it as a zipped Shapefile, a zipped FileGDB, GeoPackage (.gpkg), GeoJSON or TopoJSON.';
const KML: OtherFormat = { what: 'a file of Google Earth (KML)', todo: EXPORT };
const ARCHIVE: OtherFormat = {
  what: 'an archive of a kind that is not read here',
  todo: 'Unpack it, and zip what is inside.',
};
const DOCUMENT: OtherFormat = { what: 'a document', todo: 'Ask for the layer that its map was drawn from.' };
const WEB_PAGE: OtherFormat = {
  what: 'a web page, no geographic data; perhaps one that asks to sign in',
  todo: 'Download the file again, signed in where the server wants it.',
};
const XML: OtherFormat = { what: 'an XML file', todo: EXPORT };
const STYLE: OtherFormat = {
  what: 'a map or a style, without the areas themselves',
  todo: 'Export the layer that it shows.',
};

const ENDINGS: readonly (readonly [endings: readonly string[], format: OtherFormat])[] = [
  [['.kml', '.kmz'], KML],
  [
    ['.lpk', '.lpkx', '.mpk', '.mpkx', '.ppkx', '.gpkx'],
    { what: 'a package of ArcGIS', todo: `Open it in ArcGIS. ${EXPORT}` },
  ],
  [['.lyr', '.lyrx', '.qml', '.sld', '.mxd', '.aprx', '.qgz', '.qgs', '.qlr', '.stylx', '.pagx'], STYLE],
  [['.dwg', '.dxf', '.dgn'], { what: 'a drawing (CAD)', todo: EXPORT }],
  [['.csv', '.tsv', '.txt', '.xlsx', '.xls', '.ods'], { what: 'a table, without outlines of areas', todo: EXPORT }],
  [['.pdf', '.doc', '.docx', '.jpg', '.jpeg', '.png'], DOCUMENT],
  [['.mdb', '.accdb'], { what: 'a personal geodatabase or database of Access', todo: EXPORT }],
  [['.tab', '.mif', '.mid'], { what: 'a file of MapInfo', todo: EXPORT }],
  [
    [
      '.gml',
      '.gpx',
      '.fgb',
      '.parquet',
      '.geoparquet',
      '.sqlite',
      '.e00',
      '.tif',
      '.tiff',
      '.img',
      '.pmtiles',
      '.mbtiles',
    ],
    { what: 'of a format that is not read here', todo: EXPORT },
  ],
  [['.xml'], XML],
  [['.html', '.htm', '.php', '.aspx'], WEB_PAGE],
  [['.7z', '.rar', '.tar', '.gz', '.tgz'], ARCHIVE],
  [
    ['.shp', '.dbf', '.shx', '.prj', '.cpg', '.sbn', '.sbx'],
    { what: 'one file of a Shapefile, which is several', todo: 'Zip all of them together.' },
  ],
  [
    ['.gdbtable', '.gdbtablx', '.gdbindexes'],
    { what: 'one file of a geodatabase (FileGDB)', todo: 'Zip its whole .gdb folder.' },
  ],
];
