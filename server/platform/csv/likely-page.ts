/** Detects the code page of a text by what each makes of its letters: "Jos‚" and "JosŽ" are not names, "José" is. */
import { CODE_PAGES, type CodePage, decoderOf } from './code-pages.ts';

/** Above this share of doubtful characters it is none of the code pages. */
const MOST_DOUBTFUL = 0.34;

/** @param lines with anything beyond ASCII @returns undefined where no code page makes words of most of it */
export function likelyPage(lines: readonly Uint8Array[]): CodePage | undefined {
  let best: { page: CodePage; sum: number; doubtful: number } | undefined;
  for (const page of CODE_PAGES) {
    const decode = decoderOf(page);
    let [sum, signs, doubts] = [0, 0, 0];
    for (const line of lines)
      for (const likelihood of likelihoods(decode(line, true))) {
        sum += likelihood;
        signs++;
        if (likelihood < 0) doubts++;
      }
    if (!best || sum > best.sum) best = { page, sum, doubtful: signs === 0 ? 0 : doubts / signs };
  }
  return best && best.doubtful <= MOST_DOUBTFUL ? best.page : undefined;
}

/** For each character beyond ASCII: 1 if expected between its neighbors, else -1. */
function* likelihoods(text: string): Generator<number> {
  for (const { index, 0: run } of text.matchAll(/\P{ASCII}+/gu))
    for (let at = index; at < index + run.length; at++)
      yield run.length >= LONG_RUN
        ? -1
        : likelihood(text[at - 1] ?? ' ', text[at] ?? '', text[at + 1] ?? ' ', text[at + 2] ?? ' ');
}

/** No name or sentence has so many consecutive characters beyond ASCII: that is another alphabet. */
const LONG_RUN = 3;

function likelihood(before: string, sign: string, after: string, next: string): number {
  const isBetween = isLetter(before) && isLetter(after);
  if (LETTERS.test(sign)) return letterLikelihood(before, sign, after);
  if (sign === '’') return isBetween ? (isContraction(before, after, next) ? 1 : 0) : 0.5;
  if ('“”‘–—…•'.includes(sign)) return isBetween ? -1 : 0.5;
  if ('½¼¾°ºª'.includes(sign)) return isBetween ? -1 : 0.5;
  if ('¿¡'.includes(sign)) return !isLetter(before) && isLetter(after) ? 1 : -1;
  if ('©®™\u00a0§€±'.includes(sign)) return isBetween ? -1 : 0;
  return isLetter(before) || isLetter(after) || OF_NO_TEXT.test(sign) ? -1 : 0;
}

/** Letters of Spanish, French, Portuguese, German and the Nordic languages, without þ, ð, š and ž, which nobody here uses. */
const LETTERS = /[áéíóúüñçàèìòùâêîôûäëïöãõåøæœßÿýÁÉÍÓÚÜÑÇÀÈÌÒÙÂÊÎÔÛÄËÏÖÃÕÅØÆŒÝ]/;
/** Control characters, lines of boxes, Greek and mathematics. */
const OF_NO_TEXT = /[\u0080-\u009f\u0370-\u03ff\u2200-\u259f\u25a0ƒ₧]/;

function letterLikelihood(before: string, sign: string, after: string): number {
  if (!isLetter(before) && !isLetter(after)) return /^\s+$/.test(before + after) ? 0 : -1;
  if (isUpper(sign)) return isLower(before) ? -1 : 1;
  return isUpper(after) ? -1 : 1;
}

/** "Don’t", "child’s", "O’Brien", "we’ll", "Hawai’i". */
function isContraction(before: string, after: string, next: string): boolean {
  const isVowel = (letter: string) => /[aeiou]/i.test(letter);
  if (isUpper(before) || (isVowel(before) && isVowel(after))) return true;
  return /^(?:[stdm][^a-z]|ll|re|ve)/i.test(after + next);
}

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}

function isUpper(sign: string): boolean {
  return /\p{Lu}/u.test(sign);
}

function isLower(sign: string): boolean {
  return /\p{Ll}/u.test(sign);
}
