/** A form's answers in a file of their own: student numbers and answers, and no homes. */
import { QUESTIONS } from '../../survey.ts';
import { ADDRESS_FIELDS, FIELDS, type Field, type Mapping, mappingFaults, PLACE_FIELDS, usesOf } from '../fields.ts';

/**
 * Homes, households and districts are the export's to tell. A form knows at best what a parent typed, and its coordinates are those
 * of a telephone or a server (Qualtrics writes `LocationLatitude` from the IP address).
 */
const NOT_OF_ANSWERS: ReadonlySet<Field> = new Set<Field>([
  ...PLACE_FIELDS,
  ...ADDRESS_FIELDS,
  'household_id',
  'district',
]);

/** What is read of a file of answers, where it has it. */
export const ANSWERS_FIELDS: readonly Field[] = FIELDS.filter((field) => !NOT_OF_ANSWERS.has(field));

/** What is still missing before answers can be joined, in words; empty when they can. */
export function answersFaults(mapping: Mapping): string[] {
  const faults: string[] = [];
  if (mapping.student_id === undefined) faults.push(NO_NUMBER);
  if (!asksAnything(mapping)) faults.push('Choose the column of at least one answer.');
  const columns = usesOf(mapping).map(({ column }) => column);
  if (new Set(columns).size < columns.length)
    faults.push('One column of the answers is chosen for several things. Keep one.');
  return faults;
}

const NO_NUMBER =
  'Choose the column of student numbers in the answers. Names do not do: two students may share one, and families write them otherwise than the school. If the form asked for no number, write it into a column of its own first.';

/** Whether a file holds answers and tells no homes, so that it has to be joined to an export that does. */
export function isAnswersOnly(mapping: Mapping): boolean {
  return asksAnything(mapping) && !tellsHomes(mapping);
}

export function tellsHomes(mapping: Mapping): boolean {
  return !mappingFaults({ student_id: -1, ...mapping }).some((fault) => fault.startsWith('Choose where a home is'));
}

function asksAnything(mapping: Mapping): boolean {
  return QUESTIONS.some((question) => mapping[question] !== undefined);
}
