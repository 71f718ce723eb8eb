/** A form's answers in a file of their own: student numbers and answers, and no homes. */
import { QUESTIONS } from '../survey.ts';
import { bareName } from './column-names.ts';
import { ADDRESS_FIELDS, FIELDS, type Field, type Mapping, mappingFaults, PLACE_FIELDS } from './fields.ts';
import { guessMapping } from './guess.ts';

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

/** The guess for a file of answers. */
export function guessAnswersMapping(header: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const { mapping: all } = guessMapping(header, samples);
  const mapping: Mapping = {};
  for (const field of ANSWERS_FIELDS) if (all[field] !== undefined) mapping[field] = all[field];
  if (isResponseNumber(header, mapping.student_id)) delete mapping.student_id;
  const taken = new Set(Object.values(mapping));
  const asked = header.findIndex((name, column) => !taken.has(column) && asksForNumber(name));
  if (mapping.student_id === undefined && asked >= 0) mapping.student_id = asked;
  return mapping;
}

/** What is still missing before answers can be joined, in words; empty when they can. */
export function answersFaults(mapping: Mapping): string[] {
  const faults: string[] = [];
  if (mapping.student_id === undefined) faults.push(NO_NUMBER);
  if (!asksAnything(mapping)) faults.push('Choose the column of at least one answer.');
  const columns = Object.values(mapping);
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

/** Microsoft Forms counts its responses in a column "ID" beside their times. */
function isResponseNumber(header: readonly string[], column: number | undefined): boolean {
  const bare = header.map(bareName);
  return (
    /^(id|responseid|submissionid|recordid)$/.test(bare[column ?? -1] ?? '') && bare.some((name) => TIME.test(name))
  );
}

const TIME = /^(starttime|completiontime|startdate|enddate|recordeddate|submittedat|timestamp)$/;

function asksForNumber(name: string): boolean {
  return /\b(student|pupil|child|children|lunch|school id)\b.*(\b(id|number|no|num)\b|#)|n[uú]mero .*(estudiante|alumno)/i.test(
    name,
  );
}
