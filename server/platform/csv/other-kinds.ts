/** What a file is that is no table, by how it begins: chosen by mistake, or saved from a session that had ended. */
const KINDS: readonly [name: string, begins: RegExp][] = [
  ['a web page', /^<(!doctype html|html|head|body|table|meta)\b/i],
  ['an XML file', /^<(\?xml|!doctype|!--|[a-z][\w:.-]*[\s/>])/i],
  ['a JSON file', /^(\{\s*["}]|\[\s*[[{])/],
  ['a PDF', /^%PDF-/],
  ['a text with formatting (RTF)', /^\{\\rtf/],
];
const LOOKED_AT_BYTES = 256;

/** @param first bytes of the file @returns what it is called, undefined where it may be a table */
export function otherKindOf(first: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(first.subarray(0, LOOKED_AT_BYTES)).trimStart();
  return KINDS.find(([, begins]) => begins.test(text))?.[0];
}

/** @returns the line, from 1, of the first byte of zero, which no text has; undefined where there is none */
export function lineOfZero(bytes: Uint8Array): number | undefined {
  const at = bytes.indexOf(0);
  return at < 0 ? undefined : bytes.subarray(0, at).reduce((line, byte) => line + (byte === LINE_FEED ? 1 : 0), 1);
}

const LINE_FEED = 10;
