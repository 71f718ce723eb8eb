/**
 * The subset of XML that workbooks use. Ignores entities defined by a document, so they cannot expand; fetches
 * nothing.
 */
import { sheetErrors } from './errors.ts';

/** A longer row or string is invalid. */
const MAX_ELEMENT_CHARACTERS = 4 << 20;

/** Splits a stream of XML into its elements of one name, which must not nest: the rows of a sheet, the texts of a list. */
export class ElementCutter {
  readonly #name: string;
  readonly #onElement: (attributes: string, content: string, prefix: string) => void;
  /** Namespace prefix with its colon, taken from the first such element. */
  #prefix: string | undefined;
  #open = '';

  constructor(name: string, onElement: (attributes: string, content: string, prefix: string) => void) {
    this.#name = name;
    this.#onElement = onElement;
  }

  /** @throws Refusal sheet.damaged */
  push(text: string): void {
    const xml = this.#open + text;
    const first = this.#prefix === undefined ? new RegExp(`<(\\w+:)?${this.#name}[\\s/>]`).exec(xml) : null;
    if (first) this.#prefix = first[1] ?? '';
    let at = 0;
    for (;;) {
      const next = this.#elementAt(xml, at);
      if (next.end === undefined) {
        this.#open = xml.slice(next.keepFrom);
        break;
      }
      at = next.end;
    }
    if (this.#open.length > MAX_ELEMENT_CHARACTERS) throw sheetErrors.damaged();
  }

  #elementAt(xml: string, from: number): { readonly end: number } | { readonly end: undefined; keepFrom: number } {
    const prefix = this.#prefix ?? '';
    const opening = `<${prefix}${this.#name}`;
    let start = xml.indexOf(opening, from);
    while (start >= 0 && isNameCharacter(xml.charCodeAt(start + opening.length)))
      start = xml.indexOf(opening, start + 1);
    if (start < 0) return { end: undefined, keepFrom: Math.max(from, xml.length - opening.length - MAX_PREFIX) };
    const tagEnd = xml.indexOf('>', start);
    if (tagEnd < 0) return { end: undefined, keepFrom: start };
    const isEmpty = xml.charCodeAt(tagEnd - 1) === SLASH;
    const closing = `</${prefix}${this.#name}>`;
    const close = isEmpty ? tagEnd : xml.indexOf(closing, tagEnd);
    if (close < 0) return { end: undefined, keepFrom: start };
    const attributes = xml.slice(start + opening.length, isEmpty ? tagEnd - 1 : tagEnd);
    this.#onElement(attributes, isEmpty ? '' : xml.slice(tagEnd + 1, close), prefix);
    return { end: isEmpty ? tagEnd + 1 : close + closing.length };
  }
}

const MAX_PREFIX = 32;
const SLASH = 0x2f;

/** Whether a name continues: "<c" is not a cell in "<cols". True for NaN, at the end of the input. */
function isNameCharacter(code: number): boolean {
  return !(code <= 0x20 || code === SLASH || code === 0x3e);
}

/** Elements of one name with any prefix, in a complete document. */
export function elementsOf(xml: string, name: string): { readonly attributes: string; readonly content: string }[] {
  const elements: { attributes: string; content: string }[] = [];
  const cutter = new ElementCutter(name, (attributes, content) => elements.push({ attributes, content }));
  cutter.push(xml);
  return elements;
}

/** An attribute's value, with or without a namespace prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return value ? textOf(value[1] ?? value[2] ?? '') : undefined;
}

/** Decodes XML text: entities, and the `_x000D_` of workbooks. */
export function textOf(xml: string): string {
  let text = xml.includes('<![CDATA[') ? xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1') : xml;
  if (text.includes('&')) text = text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (all, name: string) => entity(name) ?? all);
  if (text.includes('_x'))
    text = text.replace(/_x([0-9A-F]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return text;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
