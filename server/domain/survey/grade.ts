import { descriptorCode, plainSigns } from '../typography.ts';
import { LIKELY_GRADES, READ_GRADES } from './grade-words.ts';
import { GRADES, type Grade } from './grades.ts';

/**
 * The grade of a CEDS code, an Ed-Fi gradeLevel descriptor (also as a URI), a number as student information systems and
 * spreadsheets write it ("9", "09", "9.0", "9th", "Gr. 9", and from PowerSchool 0 and below), or its name in English or Spanish;
 * of a code with its name beside it ("09 - Ninth") where both say the same. A sign or a point is never passed over: "-1" is not 1,
 * "1.0" is not 10, "K-5" is not kindergarten.
 *
 * @returns null for a blank value, undefined for one that is no grade or may be several
 */
export function readGrade(text: string): Grade | null | undefined {
  const value = gradeText(text);
  return value === '' && text.trim() === '' ? null : gradeIn(value, READ_GRADES);
}

/** The likely grade of an unknown value: for a person to accept. */
export function likelyGrade(text: string): Grade | undefined {
  const value = gradeText(text);
  if (/^-[3-6]$/.test(value)) return 'PK';
  // "GR-02" and "Grade-3" hardly mean numbers below zero.
  const joined = value.replace(/^pk-(?=[34]$)/, 'pk').replace(/^(g|gr|grade|grado)-(?=\d{1,2}$)/, '$1 ');
  return gradeIn(joined, LIKELY_GRADES) ?? gradeIn(joined, READ_GRADES);
}

/** Small letters without accents; the sign of an ordinal is kept, as "5ª" is a grade and "5A" a class. */
function gradeText(text: string): string {
  return plainSigns(descriptorCode(text))
    .replace(/^="(.*)"$|^'/, '$1')
    .replace(/[ºª°]/g, ORDINAL)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Stands for the raised letters of Spanish ordinals; no text holds it. */
const ORDINAL = '\u0001';

type Words = ReadonlyMap<string, Grade>;

function gradeIn(value: string, words: Words): Grade | undefined {
  return numbered(value) ?? named(value, words) ?? alike(value, words);
}

/** "9", "09", "9.0", "9th", "9no", "Grade 9", "Gr. 9", "9th grade", "3er grado"; 0, -1 and -2 as PowerSchool counts. */
function numbered(value: string): Grade | undefined {
  const digits = NUMBER.exec(value)?.[1];
  if (digits !== undefined) return GRADE_OF_NUMBER.get(Number(digits));
  return /^-[12](?:[.,]0+)?$/.test(value) ? 'PK' : undefined;
}

const NOUN = '(?:grade(?: level)?|grado|grd|gr|g)';
const ENDING = '(?:st|nd|rd|th|\u0001|er|r[oa]|d[oa]|t[oa]|m[oa]|v[oa]|n[oa])';
const NUMBER = new RegExp(
  `^(?:${NOUN}(?:[.:] ?| )?)?(\\d{1,2})(?:[.,]0+)?(?:\\.? ?${ENDING}\\.?)?(?:[ -]?(?:grade|grader|grado|gr)\\.?)?$`,
);

const GRADE_OF_NUMBER = new Map<number, Grade>([
  [0, 'KG'],
  ...Array.from({ length: 13 }, (_, i): [number, Grade] => [i + 1, GRADES[GRADES.indexOf('01') + i] ?? 'OT']),
]);

/** A code or a name, with or without the word "grade", and for the youngest with the part of the day. */
function named(value: string, words: Words): Grade | undefined {
  const core = value.replace(BEFORE, '').replace(AFTER, '');
  const grade = words.get(keyOf(core));
  if (grade !== undefined) return grade;
  const whole = words.get(keyOf(` ${core}`.replace(PART_OF_DAY, ' ')));
  return whole !== undefined && HAVE_PARTS.includes(whole) ? whole : undefined;
}

const BEFORE = /^(?:grade|grado|grd|gr)(?:[.:] ?| )(?=.)/;
const AFTER = /(?<=.)[ -](?:grade|grader|grado|gr)\.?$/;
const PART_OF_DAY =
  /[ (,/-]+(?:(?:half|full|all|extended)[ -]?day|half|am|pm|a\.m\.|p\.m\.|morning|afternoon|[34][ -]?(?:yr|year)s?(?:[ -]?olds?)?)\)?(?=$| )/g;
const HAVE_PARTS: readonly Grade[] = ['PR', 'PK', 'TK', 'KG'];

/** Spaces, points and the hyphen of "Pre-K" do not matter; a hyphen beside a digit makes a range. */
function keyOf(core: string): string {
  return core
    .trim()
    .replace(/(?<=[a-z])-(?=[a-z])/g, '')
    .replace(/[ ._]/g, '');
}

/** "09 - Ninth grade", "KG: Kindergarten", "Kindergarten (K)", "01 First": two halves that are not the same and say the same. */
function alike(value: string, words: Words): Grade | undefined {
  for (const { index, 0: sign } of value.matchAll(/ *[-:=|/,(] *| /g)) {
    const halves = [value.slice(0, index), value.slice(index + sign.length).replace(/\)$/, '')];
    const [one, other] = halves.map((half) => numbered(half) ?? named(half, words));
    if (one !== undefined && one === other && halves.some((half) => /[a-z]{2}/.test(half)) && halves[0] !== halves[1])
      return one;
  }
  return undefined;
}
