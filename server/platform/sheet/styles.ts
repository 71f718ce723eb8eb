import { attributeOf, elementsOf } from './xml.ts';

export interface Styles {
  /** Whether a style shows numbers as dates. */
  readonly isDate: (style: number) => boolean;
  /** Day 0 of dates, in JavaScript milliseconds. */
  readonly epoch: number;
}

/** Built-in number formats of dates and times (ECMA-376, 18.8.30), including those of East Asia. */
const DATE_FORMATS: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * @param stylesXml the part of styles, '' if absent
 * @param workbookXml gives the epoch of dates: 1900, or 1904 in workbooks from old Macs
 */
export function stylesOf(stylesXml: string, workbookXml: string): Styles {
  const custom = new Map(
    elementsOf(stylesXml, 'numFmt').map(({ attributes }) => [
      Number(attributeOf(attributes, 'numFmtId')),
      attributeOf(attributes, 'formatCode') ?? '',
    ]),
  );
  const shown = elementsOf(elementsOf(stylesXml, 'cellXfs')[0]?.content ?? '', 'xf').map(({ attributes }) => {
    const format = Number(attributeOf(attributes, 'numFmtId'));
    const code = custom.get(format);
    return code === undefined ? DATE_FORMATS.some(([from, to]) => format >= from && format <= to) : isDateCode(code);
  });
  const since1904 = elementsOf(workbookXml, 'workbookPr').some(({ attributes }) =>
    /^(1|true)$/.test(attributeOf(attributes, 'date1904') ?? ''),
  );
  return {
    isDate: (style) => shown[style] ?? false,
    // Excel counts from 31 December 1899 and treats 1900 as a leap year, so from March 1900 on day 0 is the 30th.
    epoch: since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
  };
}

/** "m/d/yyyy" shows a date; "0.00" and '0 "days"' do not. */
function isDateCode(code: string): boolean {
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/general/gi, ''));
}
