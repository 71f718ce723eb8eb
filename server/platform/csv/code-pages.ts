/** Text in single-byte code pages, as older systems write it, and in UTF-8. No Node here: pages use it too. */

/** Best first, to break ties. */
export const CODE_PAGES = ['windows-1252', 'macintosh', 'ibm850', 'ibm437'] as const;
export type CodePage = (typeof CODE_PAGES)[number];

export const CODE_PAGE_NAMES: Readonly<Record<CodePage, string>> = {
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac Roman',
  ibm850: 'the DOS code page 850',
  ibm437: 'the DOS code page 437',
};

/** Code pages that browsers do not decode: characters from 128 on. Source: the Unicode Consortium's mappings of CP437 and CP850. */
const OF_DOS: Readonly<Partial<Record<CodePage, string>>> = {
  ibm437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ibm850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

/** Decodes bytes, which may be split anywhere. */
export type Decode = (bytes: Uint8Array, isLast: boolean) => string;

export function decoderOf(page: CodePage | 'utf-8' | 'utf-16le' | 'utf-16be'): Decode {
  const characters = OF_DOS[page as CodePage];
  if (characters === undefined) {
    const decoder = new TextDecoder(page);
    return (bytes, isLast) => decoder.decode(bytes, { stream: !isLast });
  }
  const all = [...Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)), ...characters];
  return (bytes) => Array.from(bytes, (byte) => all[byte]).join('');
}

/** Decodes a line as UTF-8 if it is valid, else by the code page. */
export function mixedDecoder(page: CodePage): Decode {
  const decodePage = decoderOf(page);
  let open = new Uint8Array();
  return (bytes, isLast) => {
    const all = joined(open, bytes);
    const to = isLast ? all.length : Math.max(all.lastIndexOf(LINE_FEED), all.lastIndexOf(CARRIAGE_RETURN)) + 1;
    open = all.slice(to);
    let text = '';
    for (const line of linesOf(all.subarray(0, to))) text += utf8Of(line) ?? decodePage(line, true);
    return text;
  };
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Each with its line end. */
export function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== LINE_FEED && bytes[at] !== CARRIAGE_RETURN) continue;
    yield bytes.subarray(from, at + 1);
    from = at + 1;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}

const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a valid UTF-8 line; undefined if it is invalid or contains letters that no name or address here has: two
 * letters of a code page can look like one of UTF-8 by chance.
 */
export function utf8Of(line: Uint8Array): string | undefined {
  try {
    const text = strict.decode(line);
    return EXPECTED.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** ASCII, the letters of Latin scripts and their marks, typographic signs, the replacement character. */
const EXPECTED =
  /^(?:[\p{ASCII}\u00a0-\u017f\u02bb\u02bc\u1e00-\u1eff\u2010-\u205f\u20ac\u2122\u2212\ufeff\ufffd]|\p{M})*$/u;
