/** Guesses the mapping of a file of form answers. */
import { ANSWERS_FIELDS } from '../answers/answers-file.ts';
import { type Mapping, usesOf } from '../fields.ts';
import { bareName } from './column-names.ts';
import { guessMapping } from './guess.ts';

export function guessAnswersMapping(header: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const { mapping: all } = guessMapping(header, samples);
  const mapping: Mapping = {};
  for (const field of ANSWERS_FIELDS) if (all[field] !== undefined) mapping[field] = all[field];
  if (all.homeless) mapping.homeless = all.homeless;
  if (isResponseNumber(header, mapping.student_id)) delete mapping.student_id;
  const taken = new Set(usesOf(mapping).map(({ column }) => column));
  const asked = header.findIndex((name, column) => !taken.has(column) && asksForNumber(name));
  if (mapping.student_id === undefined && asked >= 0) mapping.student_id = asked;
  return mapping;
}

/** Microsoft Forms numbers its responses in a column "ID", next to their times. */
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
