/**
 * Detects in free text what a file of homes must not hold. Looser than the shapes of whole values (`identifying.ts`),
 * because other words surround them; it errs toward false alarms, which cost only a changed word.
 */
import { namesSomebody } from './full-name.ts';
import { type Identifying, valueSays } from './identifying.ts';

/** Students in kindergarten to grade 12 were born three years ago at the latest. */
const BORN_YEARS_AGO = 3;
/** Longer text is a sentence, in which shapes of whole values are not looked for. */
const MOST_OF_A_VALUE = 60;

/** @param today whose year dates are compared with @returns each kind once, in no particular order */
export function proseSays(text: string, today = new Date()): Identifying[] {
  const found = new Set<Identifying>();
  // Rows of a table that was pasted.
  for (const piece of text.split(/[\n\t;|]+/)) {
    const says = piece.trim().length <= MOST_OF_A_VALUE ? valueSays(piece) : undefined;
    if (says) found.add(says);
  }
  for (const [pattern, says] of SHAPES) if (pattern.test(text)) found.add(says);
  if (namesSomebody(text)) found.add('names of people');
  const dates = datesIn(text);
  if (dates.some(({ year }) => year <= today.getFullYear() - BORN_YEARS_AGO)) found.add('dates, such as of birth');
  if (dates.some(({ from, to }) => TWO_NAMES.test(text.slice(Math.max(0, from - NEAR), to + NEAR))))
    found.add('names of people');
  return [...found];
}

/** Characters between a name and the date that belongs to it. */
const NEAR = 40;

const NAME = "\\p{Lu}[\\p{Ll}'’-]+";
const PUPIL =
  'student|pupil|child|son|daughter|kid|boy|girl|brother|sister|estudiante|alumn[oa]|niñ[oa]|hij[oa]|herman[oa]';
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const STREET =
  'st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|hwy|highway|cir|circle|trl|trail|ter|terrace|pike|pkwy|parkway|hollow|holw|loop';

const SHAPES: readonly [RegExp, Identifying][] = [
  [/[^\s@]+@[^\s@]+\.[a-z]{2,}/i, 'e-mail addresses'],
  [/(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/, 'social security numbers'],
  [/(?<![\d-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)/, 'telephone numbers'],
  [/(?<![\d.,])\d{6,15}(?![\d,]|\.\d)/, 'numbers of students'],
  [/(?<!\d)-?(?:1[0-7]\d|180|\d{1,2})\.\d{4,}(?!\d)/, 'coordinates'],
  [/\d{1,3}\s*°\s*\d{1,2}/, 'coordinates'],
  [
    new RegExp(
      `(?<!\\d)\\d{1,6}[a-z]? (?:(?:\\p{Lu}[\\p{L}.'’-]*|\\d+(?:st|nd|rd|th)) ){1,4}(?:${STREET})(?![\\p{L}])`,
      'iu',
    ),
    'street addresses',
  ],
  [/\b(?:p\. ?o\.|po|post office) ?box \d/i, 'street addresses'],
  [
    new RegExp(
      `(?<!\\p{L})(?:${PUPIL})(?:,| is| was| named| called| es| se llama)* ${NAME} ${NAME}(?! (?:County|School|District))`,
      'u',
    ),
    'names of people',
  ],
  [
    new RegExp(
      `${NAME} ${NAME},? (?:is |es )?(?:an? |una? |our |in |de |en )*(?:\\d+(?:st|nd|rd|th)?[ -])?(?:grader?|grado|${PUPIL})(?!\\p{L})`,
      'u',
    ),
    'names of people',
  ],
  [/\b(?:born|birth ?da(?:y|te)|d\.?o\.?b\.?|nacid[oa]|naci(?:ó|miento))\b.{0,20}\d/i, 'dates, such as of birth'],
];

/** Two words that begin with a capital, as a first and a last name do. */
const TWO_NAMES = new RegExp(`(?<!\\p{L})${NAME},? ${NAME}`, 'u');

const DATES = [
  /(?<!\d)(?<year>\d{4})[-/]\d{1,2}[-/]\d{1,2}(?!\d)/g,
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?<year>\d{4}|\d{2})(?!\d)/g,
  new RegExp(`(?<!\\p{L})(?:${MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:de )?(?<year>\\d{4})`, 'giu'),
  new RegExp(`(?<!\\d)\\d{1,2} (?:de )?(?:${MONTH})\\.?,? (?:de |del )?(?<year>\\d{4})`, 'giu'),
];

function datesIn(text: string): { readonly from: number; readonly to: number; readonly year: number }[] {
  return DATES.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: { length }, groups }) => {
      const year = Number(groups?.year);
      return { from: index, to: index + length, year: year < 100 ? 2000 + year : year };
    }),
  );
}
