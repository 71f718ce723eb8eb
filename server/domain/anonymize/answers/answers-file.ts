/** A separate file of form answers: student numbers and answers, without homes. */
import { type Phrase, phrase } from '../../messages/phrase.ts';
import { QUESTIONS } from '../../survey.ts';
import { ADDRESS_FIELDS, FIELDS, type Field, type Mapping, mappingFaults, PLACE_FIELDS, usesOf } from '../fields.ts';

/**
 * The export decides homes, households and districts. A form knows at best what a parent typed, and its coordinates are those
 * of a phone or a server (Qualtrics writes `LocationLatitude` from the IP address).
 */
const NOT_OF_ANSWERS: ReadonlySet<Field> = new Set<Field>([
  ...PLACE_FIELDS,
  ...ADDRESS_FIELDS,
  'household_id',
  'district',
]);

/** Fields read from a file of answers, if present. */
export const ANSWERS_FIELDS: readonly Field[] = FIELDS.filter((field) => !NOT_OF_ANSWERS.has(field));

/** What is still missing before answers can be joined; empty when they can. */
export function answersFaults(mapping: Mapping): Phrase[] {
  const faults: Phrase[] = [];
  if (mapping.student_id === undefined) faults.push(phrase('mapping.answers-no-number'));
  if (!asksAnything(mapping)) faults.push(phrase('mapping.answers-none'));
  const columns = usesOf(mapping).map(({ column }) => column);
  if (new Set(columns).size < columns.length) faults.push(phrase('mapping.answers-several'));
  return faults;
}

/** Whether a file has answers and no homes, so that it must be joined to an export with homes. */
export function isAnswersOnly(mapping: Mapping): boolean {
  return asksAnything(mapping) && !tellsHomes(mapping);
}

export function tellsHomes(mapping: Mapping): boolean {
  return !mappingFaults({ student_id: -1, ...mapping }).some(({ key }) => key === 'mapping.no-home');
}

function asksAnything(mapping: Mapping): boolean {
  return QUESTIONS.some((question) => mapping[question] !== undefined);
}
