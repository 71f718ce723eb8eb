/** Several answers ticked in one cell, as forms with boxes write them: separated by commas, semicolons, slashes or lines. */
import { QUESTIONS, type Question } from '../survey.ts';
import { readAnswer, type SomeAnswers } from './answer.ts';

export interface Ticked {
  readonly answers: SomeAnswers;
  /** Whether the ticks differed, so that one was chosen or none counts. */
  readonly areSeveral: boolean;
}

/**
 * The answer of a cell with several ticks. Of internet types and devices the best counts, as a home has everything
 * ticked; of reasons *Not Available*, else the first, as a place without service lacks it at any price; contradictory ticks,
 * such as yes and no, are no answer.
 *
 * @returns undefined if a part is no answer to the question
 */
export function readTicked(question: Question, text: string): Ticked | undefined {
  const parts = partsOf(question, text);
  if (!parts) return undefined;
  const answers: { [Q in Question]?: unknown } = {};
  let areSeveral = false;
  for (const asked of QUESTIONS) {
    const codes = [...new Set(parts.flatMap((part) => part[asked] ?? []))];
    if (codes.length > 1) areSeveral = true;
    const chosen = codes.length > 1 ? oneOf(asked, codes) : codes[0];
    if (chosen !== undefined) answers[asked] = chosen;
  }
  return { answers: answers as SomeAnswers, areSeveral };
}

/** Best first, by what `homeStatus` and `deviceStatus` make of them; among equals the faster and the larger. */
const BEST: { readonly [Q in Question]?: readonly (string | boolean)[] } = {
  internet_type: [
    ...['Residential Broadband', 'Community Provided Wi-Fi', 'Satellite', 'Hot Spot', 'Cellular Network', 'Dial-up'],
    ...['Other', 'Unknown', 'None'],
  ],
  device: ['Laptop Computer', 'Desktop Computer', 'Chromebook', 'Tablet', 'Other', 'Smartphone', 'None'],
};

function oneOf(question: Question, codes: readonly (string | boolean)[]): string | boolean | undefined {
  if (question === 'barrier') return codes.includes('Not Available') ? 'Not Available' : codes[0];
  return BEST[question]?.find((code) => codes.includes(code));
}

const SEPARATOR = /\s*(?:[;,|/&+\r\n]|\band\b|\by\b)\s*/gi;
const MOST_PARTS = 16;

/** The answers of all parts, each part as long as possible: "Home internet (cable, fiber, DSL or fixed wireless)" is one. */
function partsOf(question: Question, text: string): SomeAnswers[] | undefined {
  const starts = [0];
  const ends: number[] = [];
  for (const { index, 0: sign } of text.matchAll(SEPARATOR)) {
    ends.push(index);
    starts.push(index + sign.length);
  }
  ends.push(text.length);
  return starts.length < 2 || starts.length > MOST_PARTS ? undefined : partsFrom(0);

  function partsFrom(first: number): SomeAnswers[] | undefined {
    if (first === starts.length) return [];
    for (let last = starts.length - 1; last >= first; last--) {
      const answer = readAnswer(question, text.slice(starts[first], ends[last]));
      const rest = answer && partsFrom(last + 1);
      if (answer && rest) return [answer, ...rest];
    }
    return undefined;
  }
}
