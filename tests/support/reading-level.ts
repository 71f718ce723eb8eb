/**
 * How hard a text is to read. English: the grade of Flesch and Kincaid (1975). Spanish: the ease of Szigriszt-Pazos (1993) on the scale INFLESZ,
 * where 65 begins "fairly easy", what a pupil of twelve reads. Both are of words a sentence and syllables a word.
 */

export function englishGrade(text: string): number {
  const { sentences, words, syllables } = countsOf(text, englishSyllables);
  return (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59;
}

export function spanishEase(text: string): number {
  const { sentences, words, syllables } = countsOf(text, spanishSyllables);
  return 206.835 - (62.3 * syllables) / words - words / sentences;
}

function countsOf(text: string, syllablesOf: (word: string) => number) {
  const sentences = text.split(/[.?!:]+(?=\s|$)|\n{2,}/).filter((part) => /\p{L}/u.test(part)).length;
  const words = text.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? [];
  return { sentences, words: words.length, syllables: words.reduce((sum, word) => sum + syllablesOf(word), 0) };
}

/** Groups of vowels, less a silent end: "home" has one, "table" and "needed" two. Errs upwards. */
function englishSyllables(word: string): number {
  const groups = word.match(/[aeiouy]+/g)?.length ?? 0;
  const isSilent = /[^aeiouyl]e$/.test(word) || /[^td]ed$/.test(word) || /[^aeiouysxzcg]es$/.test(word);
  return Math.max(1, groups - (isSilent && groups > 1 ? 1 : 0));
}

/** Two strong vowels part, and so does an accented weak one beside another; else a group is one syllable. */
function spanishSyllables(word: string): number {
  const groups = word.replace(/([qg])u(?=[eiéí])/g, '$1').match(/[aeiouáéíóúü]+|(?<=[^aeiouáéíóú])y$/g) ?? [];
  const parts = groups.map((group) => 1 + (group.match(/[aeoáéó](?=[aeoáéóíú])|[íú](?=[aeoáéó])/g)?.length ?? 0));
  return Math.max(
    1,
    parts.reduce((sum, count) => sum + count, 0),
  );
}
