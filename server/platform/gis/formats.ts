/** Names of unsupported formats, as their users call them. */
import { extname } from 'node:path';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';

export interface OtherFormat {
  /** "a drawing (CAD)" */
  readonly what: Phrase;
  readonly todo: Phrase;
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

const EMPTY: OtherFormat = { what: phrase('gis.what/empty'), todo: phrase('gis.todo/again') };
const EXPORT = phrase('gis.todo/export');
const KML: OtherFormat = { what: phrase('gis.what/kml'), todo: EXPORT };
const ARCHIVE: OtherFormat = {
  what: phrase('gis.what/archive'),
  todo: phrase('gis.todo/unpack'),
};
const DOCUMENT: OtherFormat = { what: phrase('gis.what/document'), todo: phrase('gis.todo/ask-for-layer') };
const WEB_PAGE: OtherFormat = {
  what: phrase('gis.what/web-page'),
  todo: phrase('gis.todo/signed-in'),
};
const XML: OtherFormat = { what: phrase('gis.what/xml'), todo: EXPORT };
const STYLE: OtherFormat = {
  what: phrase('gis.what/style'),
  todo: phrase('gis.todo/export-shown'),
};

const ENDINGS: readonly (readonly [endings: readonly string[], format: OtherFormat])[] = [
  [['.kml', '.kmz'], KML],
  [
    ['.lpk', '.lpkx', '.mpk', '.mpkx', '.ppkx', '.gpkx'],
    { what: phrase('gis.what/arcgis-package'), todo: phrase('gis.todo/open-in-arcgis') },
  ],
  [['.lyr', '.lyrx', '.qml', '.sld', '.mxd', '.aprx', '.qgz', '.qgs', '.qlr', '.stylx', '.pagx'], STYLE],
  [['.dwg', '.dxf', '.dgn'], { what: phrase('gis.what/drawing'), todo: EXPORT }],
  [['.csv', '.tsv', '.txt', '.xlsx', '.xls', '.ods'], { what: phrase('gis.what/table'), todo: EXPORT }],
  [['.pdf', '.doc', '.docx', '.jpg', '.jpeg', '.png'], DOCUMENT],
  [['.mdb', '.accdb'], { what: phrase('gis.what/access'), todo: EXPORT }],
  [['.tab', '.mif', '.mid'], { what: phrase('gis.what/mapinfo'), todo: EXPORT }],
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
    { what: phrase('gis.what/not-read'), todo: EXPORT },
  ],
  [['.xml'], XML],
  [['.html', '.htm', '.php', '.aspx'], WEB_PAGE],
  [['.7z', '.rar', '.tar', '.gz', '.tgz'], ARCHIVE],
  [
    ['.shp', '.dbf', '.shx', '.prj', '.cpg', '.sbn', '.sbx'],
    { what: phrase('gis.what/shapefile-part'), todo: phrase('gis.todo/zip-parts') },
  ],
  [
    ['.gdbtable', '.gdbtablx', '.gdbindexes'],
    { what: phrase('gis.what/geodatabase-part'), todo: phrase('gis.todo/zip-folder') },
  ],
];
