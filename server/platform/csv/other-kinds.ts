/** Recognizes files that are no tables by their first bytes: chosen by mistake, or saved from an expired session. */
const KINDS: readonly [name: string, begins: RegExp][] = [
  ['a web page', /^<(!doctype html|html|head|body|table|meta)\b/i],
  ['an XML file', /^<(\?xml|!doctype|!--|[a-z][\w:.-]*[\s/>])/i],
  ['a JSON file', /^(\{\s*["}]|\[\s*[[{])/],
  ['a PDF', /^%PDF-/],
  ['a text with formatting (RTF)', /^\{\\rtf/],
];
const LOOKED_AT_BYTES = 256;
/** The byte order mark of UTF-32, which begins with that of UTF-16. */
const MARKS_OF_UTF_32 = ['fffe0000', '0000feff'];

/** @param first bytes of the file @returns the name of its kind, undefined where it may be a table */
export function otherKindOf(first: Uint8Array): string | undefined {
  const mark = Array.from(first.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (MARKS_OF_UTF_32.includes(mark)) return 'a text in UTF-32';
  const text = new TextDecoder('utf-8').decode(first.subarray(0, LOOKED_AT_BYTES)).trimStart();
  return KINDS.find(([, begins]) => begins.test(text))?.[0];
}

/** @returns the line, from 1, of the first zero byte, which no text has; undefined without one */
export function lineOfZero(bytes: Uint8Array): number | undefined {
  const at = bytes.indexOf(0);
  return at < 0 ? undefined : bytes.subarray(0, at).reduce((line, byte) => line + (byte === LINE_FEED ? 1 : 0), 1);
}

const LINE_FEED = 10;
