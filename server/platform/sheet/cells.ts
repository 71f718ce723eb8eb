/** Reads the cells of one row of a sheet as the displayed text, dates as ISO dates (ECMA-376, 18.3.1.4). */
import { DAY_MS } from '../../domain/day.ts';
import { sheetErrors } from './errors.ts';
import type { Styles } from './styles.ts';
import { textOf } from './xml.ts';

/** Excel's limit of columns. */
const MAX_COLUMNS = 16_384;

export interface CellWords {
  readonly strings: readonly string[];
  readonly styles: Styles;
}

/**
 * @param content between `<row>` and `</row>`
 * @param prefix of the namespace, with its colon, or empty
 * @returns values by column; '' for empty cells, nothing after the last nonempty one
 * @throws Refusal sheet.damaged
 */
export function cellsOf(content: string, prefix: string, words: CellWords): string[] {
  const opening = `<${prefix}c`;
  const closing = `</${prefix}c>`;
  const values: string[] = [];
  let column = -1;
  for (let at = content.indexOf(opening); at >= 0; at = content.indexOf(opening, at)) {
    const after = content.charCodeAt(at + opening.length);
    const tagEnd = content.indexOf('>', at);
    if (tagEnd < 0) throw sheetErrors.damaged();
    if (after > SPACE && after !== SLASH && after !== GREATER) {
      at = tagEnd;
      continue;
    }
    const attributes = content.slice(at + opening.length, tagEnd);
    column = columnOf(attributes) ?? column + 1;
    if (content.charCodeAt(tagEnd - 1) === SLASH) {
      at = tagEnd;
      continue;
    }
    const end = content.indexOf(closing, tagEnd);
    if (end < 0 || column >= MAX_COLUMNS) throw sheetErrors.damaged();
    const value = cellText(attributes, content.slice(tagEnd + 1, end), prefix, words);
    if (value !== '') {
      while (values.length < column) values.push('');
      values[column] = value;
    }
    at = end + closing.length;
  }
  return values;
}

const SPACE = 0x20;
const SLASH = 0x2f;
const GREATER = 0x3e;

const REFERENCE = /\sr\s*=\s*["']([A-Za-z]{1,3})\d/;

/** Column of "AB12", from 0. */
function columnOf(attributes: string): number | undefined {
  const letters = REFERENCE.exec(attributes)?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column - 1;
}

const TYPE = /\st\s*=\s*["'](\w+)["']/;
const STYLE = /\ss\s*=\s*["'](\d+)["']/;

function cellText(attributes: string, content: string, prefix: string, { strings, styles }: CellWords): string {
  const type = TYPE.exec(attributes)?.[1] ?? 'n';
  if (type === 'inlineStr') return runsOf(content, prefix);
  const raw = between(content, `<${prefix}v`, `</${prefix}v>`);
  if (raw === '') return '';
  if (type === 'n') {
    const style = STYLE.exec(attributes)?.[1];
    return style !== undefined && styles.isDate(Number(style)) ? dateText(Number(raw), styles.epoch) : numberText(raw);
  }
  if (type === 's') {
    const text = strings[Number(raw)];
    if (text === undefined) throw sheetErrors.damaged();
    return text;
  }
  if (type === 'b') return raw === '1' ? 'true' : 'false';
  return type === 'd' ? isoText(raw) : textOf(raw);
}

/** The text of a string, whose runs may differ in style; phonetic hints are not part of it. */
export function runsOf(xml: string, prefix: string): string {
  const content = xml.includes(`<${prefix}rPh`) ? xml.replace(/<(\w+:)?rPh[\s>][\s\S]*?<\/(\w+:)?rPh>/g, '') : xml;
  const opening = `<${prefix}t`;
  const closing = `</${prefix}t>`;
  let text = '';
  for (let at = content.indexOf(opening); at >= 0; at = content.indexOf(opening, at + 1)) {
    const after = content.charCodeAt(at + opening.length);
    if (after > SPACE && after !== GREATER) continue;
    const from = content.indexOf('>', at);
    const to = content.indexOf(closing, from);
    if (to >= 0 && content.charCodeAt(from - 1) !== SLASH) text += content.slice(from + 1, to);
  }
  return textOf(text);
}

function between(content: string, opening: string, closing: string): string {
  const at = content.indexOf(opening);
  if (at < 0) return '';
  const from = content.indexOf('>', at) + 1;
  const to = content.indexOf(closing, from);
  return to < 0 ? '' : content.slice(from, to);
}

/**
 * Digits as in the file, without an exponent and without the artifacts of binary fractions (38.100000000000001). A whole number
 * with more digits than Excel keeps has lost some: it stays in scientific notation, which every reader recognizes.
 */
function numberText(raw: string): string {
  const text = raw.trim();
  const number = Number(text);
  if (Number.isInteger(number) && Math.abs(number) >= LEAST_LOST)
    return /\.\d+e|e\+/i.test(text) ? text : number.toExponential(MAX_DIGITS - 1);
  if (!/e/i.test(text)) return text.length > MAX_DIGITS && text.includes('.') ? String(number) : text;
  if (Number.isNaN(number)) return text;
  return Number.isInteger(number) || !String(number).includes('e') ? String(number) : number.toFixed(MAX_DECIMALS);
}

/** Excel's precision in digits. */
const MAX_DIGITS = 15;
const LEAST_LOST = 10 ** MAX_DIGITS;
const MAX_DECIMALS = 10;

/** The date, with the time if there is one. @param serial days since the epoch of the workbook */
function dateText(serial: number, epoch: number): string {
  const date = new Date(epoch + Math.round((serial * DAY_MS) / 1000) * 1000);
  if (Number.isNaN(date.valueOf())) return '';
  return isoText(date.toISOString());
}

function isoText(iso: string): string {
  const [date = '', time = ''] = iso.slice(0, ISO_LENGTH).split('T');
  return /^(00:00:00)?$/.test(time) ? date : `${date} ${time}`;
}

/** Rounded to the second. */
const ISO_LENGTH = 19;
