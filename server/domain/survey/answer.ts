import { LANGUAGES } from '../messages/language.ts';
import { type Answers, QUESTIONS, type Question, SURVEY_CODES } from '../survey.ts';
import { descriptorCode, plainSigns } from '../typography.ts';
import { cedsCode } from './element.ts';
import { LIKELY, SYNONYMS } from './everyday.ts';
import { answerLabel } from './wording.ts';

export type SomeAnswers = Partial<Answers>;

/**
 * What one value of a survey column answers. Read alike are: Ed-Fi codes, also as descriptor URIs of any namespace
 * (matched after the `#`); CEDS codes, which are the same words without spaces; the codes of the 2020 "DigitalEquity"
 * indicators, two of which answer two questions at once; the answers of our own forms as families read them, in
 * English and Spanish; and everyday words that can mean nothing else; each of them also twice, in two languages ("Yes / Sí", "No (No)"). Capitals, accents, spaces, hyphens and dashes do not matter.
 *
 * @returns no answers for a blank value, undefined for a value that is no code of the question
 */
export function readAnswer(question: Question, text: string): SomeAnswers | undefined {
  const key = bare(descriptorCode(text));
  if (key === '') return text.trim() === '' ? {} : undefined;
  return READINGS[question].get(key) ?? saidTwice(question, text);
}

/** "Yes / Sí", "Yes - Sí", "Sí (Yes)": an answer and the same in another language. Pieces that say different things are no answer. */
function saidTwice(question: Question, text: string): SomeAnswers | undefined {
  const [first, ...others] = text
    .replace(ASIDE, ' / $1')
    .split(BETWEEN_LANGUAGES)
    .map((piece) => READINGS[question].get(bare(piece)));
  const isSame = first !== undefined && others.length > 0 && others.every((other) => isEqual(first, other));
  return isSame ? first : undefined;
}

const ASIDE = /\s*[([]([^()[\]]+)[)\]]\s*$/;
const BETWEEN_LANGUAGES = /\s*[/|\\\r\n]+\s*|\s+[-–—~]+\s+|\s*[–—]\s*/;

function isEqual(one: SomeAnswers, other: SomeAnswers | undefined): boolean {
  return other !== undefined && QUESTIONS.every((question) => one[question] === other[question]);
}

/** The likely code of an unknown value, as our tables write it: for a person to accept. */
export function likelyAnswer(question: Question, text: string): string | undefined {
  const likely = LIKELY_CODES[question].get(bare(text)) ?? sameCode(question, text.replace(/\?\s*$/, ''));
  return likely ?? (question === 'internet_access' && namesConnection(text) ? 'true' : undefined);
}

/** "Satellite", asked whether there is internet at home: by the blueprint's order, access follows from a type. */
function namesConnection(text: string): boolean {
  const type = sameCode('internet_type', text);
  return type !== undefined && !['None', 'Unknown', 'Other'].includes(type);
}

/** Our tables' notation of a code, if the value is another spelling of exactly that code. */
export function sameCode(question: Question, text: string): string | undefined {
  const answer = readAnswer(question, text)?.[question];
  return answer === undefined || answer === null ? undefined : String(answer);
}

/**
 * Letters and digits in lower case. Keeps the sign and decimals of a number, as -1 is not 1; a circled digit is not a number;
 * and "Yes?" is not yes.
 */
function bare(text: string): string {
  const plain = plainSigns(text).trim();
  if (NUMBER.test(plain) || /\p{No}/u.test(plain)) return plain.replace(/[.,]0+$/, '');
  const letters = plain
    .replace(ONE_TO_ONE, 'one to one')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return letters !== '' && plain.endsWith('?') ? `${letters}?` : letters;
}

const NUMBER = /^[-+]?\d+(?:[.,]\d+)?$/;

/** One device per student, "1:1"; without its colon it would be eleven. */
const ONE_TO_ONE = /\b1\s*:\s*1\b/;

/**
 * Codes of the 2020 indicators, and the short words forms offer, where they differ from the Ed-Fi words. Source: Ed-Fi
 * student indicators, group DigitalEquity (2020). "Desktop/Laptop" does not say which: it counts as a laptop, the more
 * common; no status depends on it.
 */
const OTHER_WORDS: { readonly [Q in Question]?: Readonly<Record<string, SomeAnswers>> } = {
  internet_access: {
    Yes: { internet_access: true },
    Y: { internet_access: true },
    S: { internet_access: true },
    T: { internet_access: true },
    1: { internet_access: true },
    No: { internet_access: false },
    N: { internet_access: false },
    F: { internet_access: false },
    0: { internet_access: false },
    'No - Not Available': { internet_access: false, barrier: 'Not Available' },
    'No - Not Affordable': { internet_access: false, barrier: 'Not Affordable' },
    'No - Not Desired': { internet_access: false, barrier: 'Not Desired' },
    'No - Other': { internet_access: false, barrier: 'Other' },
  },
  internet_type: {
    SchoolProvidedHotSpot: { internet_type: 'Hot Spot' },
    Broadband: { internet_type: 'Residential Broadband' },
    Cable: { internet_type: 'Residential Broadband' },
    DSL: { internet_type: 'Residential Broadband' },
    Fiber: { internet_type: 'Residential Broadband' },
    Cellular: { internet_type: 'Cellular Network' },
  },
  performance: {
    'Yes - No issues': { performance: 'Yes' },
    'Yes - But not consistent': { performance: 'Sometimes' },
  },
  device: {
    'Desktop/Laptop': { device: 'Laptop Computer' },
    Desktop: { device: 'Desktop Computer' },
    Laptop: { device: 'Laptop Computer' },
    'Cell Phone': { device: 'Smartphone' },
  },
  device_access: {
    'Personal - Dedicated': { device_access: 'Not Shared', device_provider: 'Personal' },
    'Personal - Shared': { device_access: 'Shared', device_provider: 'Personal' },
    'School Provided - Dedicated': { device_access: 'Not Shared', device_provider: 'School' },
    'School Provided - Shared': { device_access: 'Shared', device_provider: 'School' },
    None: { device: 'None' },
  },
};

const READINGS = Object.fromEntries(
  QUESTIONS.map((question) => [
    question,
    new Map<string, SomeAnswers>([
      ...SURVEY_CODES[question].flatMap((code) =>
        spellings(question, code).map((text): [string, SomeAnswers] => [bare(text), { [question]: code }]),
      ),
      ...everyday(SYNONYMS[question]).map(([text, code]): [string, SomeAnswers] => [text, { [question]: code }]),
      ...Object.entries(OTHER_WORDS[question] ?? {}).map(([text, answers]): [string, SomeAnswers] => [
        bare(text),
        answers,
      ]),
    ]),
  ]),
) as Record<Question, Map<string, SomeAnswers>>;

const LIKELY_CODES = Object.fromEntries(
  QUESTIONS.map((question) => [question, new Map(everyday(LIKELY[question]))]),
) as Record<Question, Map<string, string>>;

function everyday(words: Readonly<Record<string, readonly string[]>> = {}): [text: string, code: string][] {
  return Object.entries(words).flatMap(([code, texts]) => texts.map((text): [string, string] => [bare(text), code]));
}

function spellings(question: Question, code: string | boolean): string[] {
  const label = answerLabel(question, code);
  return [String(code), cedsCode(code), ...LANGUAGES.map((language) => label[language])];
}
