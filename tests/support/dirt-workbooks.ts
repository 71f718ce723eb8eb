/** Workbooks and archives that are too large or too binary to keep: made when they are tested. */
import { deflateRawSync } from 'node:zlib';
import { type AsyncZippable, strToU8, Zip, ZipPassThrough, zipSync } from 'fflate';

const HEADER = ['student_id', 'last_name', 'latitude', 'longitude', 'internet_access'];
const row = (n: number) => [`0045${100 + n}`, 'Zzmarker', `38.5${100 + n}23`, '-80.500123', 'Yes'];
export const ROWS = [HEADER, ...Array.from({ length: 12 }, (_, n) => row(n))];

const cell = (text: string) =>
  text.startsWith('<c') ? text : `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const sheetRows = (rows: readonly (readonly string[])[]) =>
  rows.map((fields, r) => {
    const cells = fields.map((text, c) => cell(text).replace('<c', `<c r="${'ABCDEFGH'[c]}${r + 1}"`));
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
const sheetXml = (inner: string, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${inner}</sheetData></worksheet>`;

type Parts = Record<string, string | Uint8Array>;

/** The parts of a workbook with the given sheets, `more` beside or in place of them. */
function workbookParts(sheets: readonly string[], more: Parts = {}): Parts {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...more,
  };
}

const workbook = (sheets: readonly string[], more?: Parts) => zipped(workbookParts(sheets, more));

function zipped(parts: Parts): Uint8Array {
  const bytes: AsyncZippable = {};
  for (const [name, part] of Object.entries(parts)) bytes[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(bytes as Record<string, Uint8Array>);
}

const good = sheetXml(sheetRows(ROWS).join(''));
const withCell = (xml: string) =>
  sheetXml(sheetRows(ROWS.map((r, i) => (i === 5 ? [xml, ...r.slice(1)] : r))).join(''));

const oleHead = (tail: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    Buffer.from(tail, 'utf16le'),
    Buffer.alloc(1024),
  ]);

/** An archive whose one part unpacks to far more than it says of itself. */
function bomb(name: string, megabytes: number, parts: Parts = {}): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, part] of Object.entries({ ...parts, [name]: '' })) {
    const file = new ZipPassThrough(path);
    const isBomb = path === name;
    if (isBomb) file.compression = 8;
    zip.add(file);
    file.push(isBomb ? deflateRawSync(Buffer.alloc(megabytes << 20, ' '), { level: 1 }) : strToU8(String(part)), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

const LAUGHS = `<!DOCTYPE worksheet [<!ENTITY a0 "Zzmarker">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

/** Name of the file, how it is made, and how it ends at the anonymizer. */
export const WORKBOOKS: readonly (readonly [name: string, make: () => Uint8Array, outcome: string])[] = [
  ['plain.xlsx', () => workbook([good]), '12 students'],
  [
    'macros.xlsm',
    () => workbook([good], { 'xl/vbaProject.bin': Buffer.from('Zzmarker Sub Auto_Open()') }),
    '12 students',
  ],
  ['no-addresses.xlsx', () => workbook([good.replaceAll(/ r="\w+"/g, '')]), '12 students'],
  ['two-sheets-the-first-empty.xlsx', () => workbook([sheetXml(''), good]), '12 students'],
  ['no-sheet.xlsx', () => workbook([]), 'sheet.empty'],
  ['empty-sheets.xlsx', () => workbook([sheetXml(''), sheetXml('<row/><row/>')]), 'sheet.empty'],
  ['encrypted.xlsx', () => oleHead('EncryptedPackage'), 'sheet.old-or-encrypted'],
  ['old.xls', () => oleHead('Workbook'), 'sheet.old-or-encrypted'],
  ['cut-off.xlsx', () => workbook([good]).subarray(0, 900), 'sheet.damaged'],
  [
    'bytes-changed.xlsx',
    () => workbook([good]).map((byte, i) => (i > 700 && i < 900 ? byte ^ 0x55 : byte)),
    'sheet.damaged',
  ],
  ['word-document.docx', () => zipped({ 'word/document.xml': '<w/>' }), 'sheet.not-a-workbook'],
  ['archive-of-csv.zip', () => zipped({ 'export.csv': ROWS.map((r) => r.join()).join('\n') }), 'sheet.not-a-workbook'],
  [
    'open-document.ods',
    () => zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }),
    'sheet.not-a-workbook',
  ],
  ['bomb.xlsx', () => bomb('xl/worksheets/sheet1.xml', 450, workbookParts([good])), 'sheet.too-large'],
  ['bomb-of-strings.xlsx', () => bomb('xl/sharedStrings.xml', 450, workbookParts([good])), 'sheet.too-large'],
  [
    'many-parts.xlsx',
    () => zipped(Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`xl/p${i}.xml`, '']))),
    'sheet.too-large',
  ],
  ['paths-that-climb.xlsx', () => workbook([good], { '../../../../tmp/zzmarker.xml': '<x/>' }), '12 students'],
  [
    'entities-of-entities.xlsx',
    () => workbook([sheetXml(sheetRows([HEADER, ['&a12;', 'x', '38.5', '-80.5', 'Yes']]).join(''), LAUGHS)]),
    '1 students',
  ],
  [
    'entity-of-a-file.xlsx',
    () =>
      workbook([
        sheetXml(
          sheetRows([HEADER, ['&f;12', 'x', '38.500123', '-80.500123', 'Yes']]).join(''),
          '<!DOCTYPE worksheet [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        ),
      ]),
    '1 students',
  ],
  [
    'formula.xlsx',
    () => workbook([withCell('<c t="str"><f>HYPERLINK("http://zzmarker")</f><v>0045999</v></c>')]),
    '12 students',
  ],
  [
    'error-values.xlsx',
    () => workbook([withCell('<c t="e"><v>#REF!</v></c>')]),
    '11 students; No student number on line 6 in Student number',
  ],
  ['numbers-as-ids.xlsx', () => workbook([withCell('<c><v>4.5105E+08</v></c>')]), '12 students'],
  [
    'value-in-the-last-column.xlsx',
    () => {
      const wide = ROWS.concat(Array.from({ length: 60_000 }, (_, n) => row(n + 500)));
      const [first = '', ...others] = sheetRows(wide);
      return workbook([sheetXml(first.replace('</row>', '<c r="XFD1"><v>1</v></c></row>') + others.join(''))]);
    },
    'sheet.too-wide, line 1',
  ],
  ['string-that-is-not-there.xlsx', () => workbook([withCell('<c t="s"><v>99999</v></c>')]), 'sheet.damaged'],
  [
    'last-row-of-all.xlsx',
    () => workbook([sheetXml(`${sheetRows(ROWS).join('')}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)]),
    '12 students',
  ],
  ['not-xml.xlsx', () => workbook(['Zzmarker <<<<']), 'sheet.damaged'],
  ['workbook-part-not-xml.xlsx', () => workbook([good], { 'xl/workbook.xml': 'Zzmarker' }), 'sheet.empty'],
];
