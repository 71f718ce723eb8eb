const QUOTE = 0x22;
const EQUALS = 0x3d;
const SMALL_R = 0x72;
const SPACE = 0x20;

/** How far a sheet reaches, in rows and columns. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The last row and column that any cell or row of a sheet names, empty ones too, by its `r="AB12"` attributes. A reader
 * lays out every cell up to there: one stray cell in the last corner of Excel makes 17,000 million of them.
 *
 * Looks at bytes, as the part may be hundreds of megabytes; 300 MB take half a second.
 */
export function extentOf(xml: Uint8Array): Extent {
  let rows = 0;
  let columns = 0;
  for (let at = xml.indexOf(SMALL_R); at >= 0; at = xml.indexOf(SMALL_R, at + 1)) {
    if (xml[at + 1] !== EQUALS || xml[at + 2] !== QUOTE || (xml[at - 1] ?? 0) > SPACE) continue;
    let next = at + 3;
    let column = 0;
    for (let letter = letterAt(xml, next); letter > 0; letter = letterAt(xml, ++next)) column = column * 26 + letter;
    let row = 0;
    for (let digit = digitAt(xml, next); digit >= 0; digit = digitAt(xml, ++next)) row = row * 10 + digit;
    if (row > rows) rows = row;
    if (column > columns) columns = column;
  }
  return { rows, columns };
}

function letterAt(xml: Uint8Array, at: number): number {
  const byte = xml[at] ?? 0;
  return byte >= 0x41 && byte <= 0x5a ? byte - 0x40 : 0;
}

function digitAt(xml: Uint8Array, at: number): number {
  const byte = xml[at] ?? 0;
  return byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : -1;
}
