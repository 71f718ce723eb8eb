/**
 * How many parts a text message takes. Source: 3GPP TS 23.038: 160 letters of the GSM alphabet in one part, 153 in each of several; with any
 * other letter 70, and 67. Spanish has á, í, ó and ú outside of it.
 */

const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Each takes the place of two. */
const EXTENDED = '^{}\\[~]|€\f';

export interface TextParts {
  /** Letters, as the network counts them. */
  readonly length: number;
  readonly parts: number;
  /** Letters that the GSM alphabet lacks, each once: they more than halve what a part holds. */
  readonly outside: readonly string[];
}

export function textParts(text: string): TextParts {
  const letters = [...text];
  const outside = [...new Set(letters.filter((letter) => !GSM.includes(letter) && !EXTENDED.includes(letter)))];
  const isGsm = outside.length === 0;
  const length = isGsm ? letters.reduce((sum, letter) => sum + (EXTENDED.includes(letter) ? 2 : 1), 0) : text.length;
  const [single, several] = isGsm ? [160, 153] : [70, 67];
  return { length, parts: length <= single ? 1 : Math.ceil(length / several), outside };
}
