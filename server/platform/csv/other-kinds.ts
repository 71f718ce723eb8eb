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
