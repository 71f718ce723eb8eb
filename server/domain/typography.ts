/** Normalizes signs of other keyboards, word processors and languages to the form that rules read. */

/**
 * Minus signs, hyphens and dashes become "-", non-breaking spaces plain ones, full-width letters and digits plain ones, curly
 * quotation marks straight ones, "12½" and "12 1⁄2" become "12 1/2". Drops invisible marks (of direction, of zero width).
 * Keeps accents, and raised or circled digits: "12²" is not 122.
 */
export function plainSigns(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[‐‑‒–—―−﹣－]/g, '-')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’‚‛′＇ʼ]/g, "'")
    .replace(/[“”„‟″＂]/g, '"')
    .replace(/(\d?) ?(\p{No})/gu, (all, digit: string, sign: string) => fraction(digit, sign) ?? all)
    .replace(/(\d)\u2044(?=\d)/g, '$1/')
    .replace(/[！-～]/g, (sign) => sign.normalize('NFKC'));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but its white space is meant
const PLAIN = /^[\x00-\x08\x0e-\x7f]*$/;

/** Separates "½" from a whole number before it; leaves anything that is not a fraction. */
function fraction(digit: string, sign: string): string | undefined {
  const parts = sign.normalize('NFKC').split('\u2044');
  if (parts.length < 2) return undefined;
  return `${digit}${digit === '' ? '' : ' '}${parts.join('/')}`;
}

/** The part after the "#" of a descriptor's URI. Any other text with that sign stays whole: "Note #1" is not 1. */
export function descriptorCode(text: string): string {
  return DESCRIPTOR.test(text) ? text.slice(text.lastIndexOf('#') + 1) : text;
}

const DESCRIPTOR = /^\s*(?:[a-z][a-z0-9+.-]*:|\S*Descriptor)\S*#/i;
