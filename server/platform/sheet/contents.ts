/** The parts of a workbook besides its sheets: their list, the shared texts of cells, the styles. */
import { MOST_ROWS } from '../archive-limits.ts';
import { unpacked } from './archive.ts';
import { runsOf } from './cells.ts';
import { sheetErrors } from './errors.ts';
import { type Styles, stylesOf } from './styles.ts';
import { attributeOf, ElementCutter, elementsOf } from './xml.ts';

export interface SheetPart {
  /** As a person counts them, from 1. */
  readonly number: number;
  readonly path: string;
  readonly isHidden: boolean;
}

export interface Contents {
  readonly sheets: readonly SheetPart[];
  /** By number; many cells share one text. */
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly hasMacros: boolean;
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';
/** Distinct texts of a sheet as long as may be, some to each row. */
const MOST_STRINGS = 4 * MOST_ROWS;
const SMALL_PARTS: readonly string[] = [WORKBOOK, RELATIONS, STYLES];

/** @throws Refusal sheet.* */
export async function contentsOf(chunks: AsyncIterable<Uint8Array>, limit: number | undefined): Promise<Contents> {
  const texts = new Map<string, string>();
  const decoders = new Map<string, ReturnType<typeof decoding>>();
  const strings: string[] = [];
  const stringList = new ElementCutter('si', (_, content, prefix) => {
    if (strings.push(runsOf(content, prefix)) > MOST_STRINGS) throw sheetErrors.tooManyRows(MOST_ROWS);
  });
  let hasMacros = false;
  const pieces = unpacked(chunks, {
    wanted: (name) => name === STRINGS || SMALL_PARTS.includes(name),
    onEntry: (name) => {
      if (/vbaProject\.bin$/i.test(name)) hasMacros = true;
    },
    ...(limit === undefined ? {} : { limit }),
  });
  for await (const { name, bytes, isLast } of pieces) {
    const decoder = decoders.get(name) ?? decoding();
    decoders.set(name, decoder);
    const text = decoder(bytes, isLast);
    if (name === STRINGS) stringList.push(text);
    else texts.set(name, (texts.get(name) ?? '') + text);
  }
  const workbook = texts.get(WORKBOOK);
  if (workbook === undefined) throw sheetErrors.notAWorkbook();
  const paths = new Map(
    elementsOf(texts.get(RELATIONS) ?? '', 'Relationship')
      .filter(({ attributes }) => attributeOf(attributes, 'Type')?.endsWith('/worksheet') ?? true)
      .map(({ attributes }) => [attributeOf(attributes, 'Id'), pathFrom(attributeOf(attributes, 'Target') ?? '')]),
  );
  const sheets = elementsOf(workbook, 'sheet').flatMap(({ attributes }, i) => {
    const path = paths.get(attributeOf(attributes, 'id'));
    const isHidden = /hidden/i.test(attributeOf(attributes, 'state') ?? '');
    return path === undefined ? [] : [{ number: i + 1, path, isHidden }];
  });
  return { sheets, strings, styles: stylesOf(texts.get(STYLES) ?? '', workbook), hasMacros };
}

function decoding(): (bytes: Uint8Array, isLast: boolean) => string {
  const decoder = new TextDecoder();
  return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
}

/** Targets are relative to the workbook's folder, or absolute in the archive. */
function pathFrom(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}
