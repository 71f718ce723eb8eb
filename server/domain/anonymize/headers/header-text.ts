/** Splits a column name into words, whatever system or person wrote it. */

/** Longest name; forms make names of questions with explanations, but a value of that length is no name. */
export const LONGEST_NAME = 500;

/**
 * Lower-case words with single spaces, without accents and signs, split at capitals. "S_XX_STU_X.HomelessInd" becomes
 * "s xx stu x homeless ind".
 */
export function wordsOf(name: string): string {
  return plainWords(name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2'));
}

/** The same without splitting at capitals inside a word: "HomeLess" becomes "homeless". */
export function plainWords(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** A parsed name: its languages, the number before it, its explanation. */
export interface NameParts {
  /** Without the numbers, tags and marks of forms. */
  readonly whole: string;
  /** Without the parts in parentheses. */
  readonly outside: string;
  /** Parts between lines, slashes, dashes, colons or question marks; empty without a separator. */
  readonly pieces: readonly string[];
  /** The parts in parentheses. */
  readonly asides: readonly string[];
}

export function partsOf(name: string): NameParts {
  const whole = cleaned(name);
  const asides = [...whole.matchAll(/[([{]([^()[\]{}]{2,})[)\]}]/g)].map(([, aside = '']) => aside.trim());
  const outside = whole.replace(/[([{][^()[\]{}]*[)\]}]/g, ' ').trim();
  const pieces = (outside === '' ? whole : outside)
    .split(DIVIDERS)
    .map((piece) => piece.replace(NUMBERED, '').trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return { whole, outside, pieces: pieces.length > 1 ? pieces : [], asides };
}

/** Lines, " / ", " - ", "|", ":", ";", and the end of a question or sentence before another. "Wi-Fi" and "K-12" stay whole. */
const DIVIDERS =
  /\s*[\n\r|;•·¦]+\s*|\s+[/\\]+\s*|\s*[/\\]+\s+|(?<=[\p{L}?)]{3})\/(?=[\p{L}¿]{4})|\s+[-–—~]+\s+|\s*[–—]\s*|:\s+|(?<=[\p{L}]{3}):(?=[\p{L}¿]{3})|(?<=[?.!])\s+(?=\S)|\s*(?=¿)/u;

/** "Q1: ", "Question 2. ", "3) ", "QID12_", "1a. "; "Q1 Grade" is the grade of a quarter. */
const NUMBERED =
  /^\s*(?:(?:q|question|pregunta|item)\s*(?:id)?\s*#?\d+(?:[._]\d+|[a-z])?\s*[.:)_–—-]\s*|#?\d+[a-z]?\s*[.:)\]–—-]\s+|\d+[.)](?=[\p{L}¿]))/iu;

function cleaned(name: string): string {
  return name
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&nbsp;|&#160;|\u00a0/gi, ' ')
    .replace(/&amp;/gi, '&')
    .replace(/&(?:rsquo|lsquo|apos|#0?39|#8217);/gi, '’')
    .replace(/&(?:[a-z]+|#\d+);/gi, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(FORM_MARKS, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()
    .replace(NUMBERED, '')
    .replace(/[*_\s]+$|^[*_\s]+/g, '')
    .trim();
}

/** Additions of forms to a question: a star if it is required, Qualtrics' "- Selected Choice". */
const FORM_MARKS =
  /\*+|[([]\s*(?:required|obligatorio|requerido|optional|opcional|select one|choose one|check one|single choice|y\s*\/\s*n|yes\s*\/\s*no|s[ií]\s*\/\s*no)\s*[)\]]|\s[-–—]\s*(?:selected choice|response|open-ended response|respuesta)\s*$|\[\w*selected choice\]/gi;
