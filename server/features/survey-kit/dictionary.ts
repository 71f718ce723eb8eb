import { ASKED_IF } from '../../domain/survey/asked.ts';
import { cedsCode, descriptorUri, ELEMENTS, writtenCode } from '../../domain/survey/element.ts';
import { answerLabel, WORDING } from '../../domain/survey/wording.ts';
import { type Question, SURVEY_CODES } from '../../domain/survey.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';

const COLUMNS = [
  'column',
  'edfi_element',
  'ceds_id',
  'definition',
  'question_en',
  'question_es',
  'asked_when',
  'code',
  'ceds_code',
  'edfi_descriptor',
  'answer_en',
  'answer_es',
];

/** The data dictionary: one row per code. */
export function dictionaryCsv(questions: readonly Question[]): string {
  let text = csvHeader(COLUMNS);
  for (const question of questions) {
    const { edfi, ceds, definition } = ELEMENTS[question];
    const { ask } = WORDING[question];
    for (const code of SURVEY_CODES[question]) {
      const label = answerLabel(question, code);
      text += csvLine([
        question,
        edfi,
        ceds,
        definition,
        ask.en,
        ask.es,
        askedWhen(question),
        writtenCode(code),
        cedsCode(code),
        descriptorUri(question, code) ?? '',
        label.en,
        label.es,
      ]);
    }
  }
  return text;
}

/** "always", "internet_access is No", "device is not None" */
export function askedWhen(question: Question): string {
  const condition = ASKED_IF[question];
  if (condition === null) return 'always';
  return 'is' in condition
    ? `${condition.question} is ${writtenCode(condition.is)}`
    : `${condition.question} is not ${condition.isNot}`;
}
