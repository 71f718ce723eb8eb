import { questionOfColumn } from '../../domain/survey/column.ts';
import type { Question } from '../../domain/survey.ts';
import { codeOf, type FieldFault, isCurrent, listIn, textIn } from './fields.ts';
import { fieldOf } from './session.ts';

export type AnswerTexts = Partial<Record<Question, string>>;

/**
 * The survey answers of one studentEducationOrganizationAssociation, as the API writes them: from the elements of data standard
 * 3.3 and later (barrierToInternetAccessInResidenceDescriptor and so on); else from the same elements in a state's extension
 * (`_ext`); else from the student indicators of 2020, group DigitalEquity. `domain/survey/answer.ts` interprets the codes.
 *
 * @param today YYYY-MM-DD, for indicators that have ended
 */
export function answersIn(document: unknown, today: string, faults: FieldFault[]): AnswerTexts {
  const answers: AnswerTexts = {};
  const extensions = Object.values(objectIn(document, '_ext'));
  for (const part of [document, ...extensions]) Object.assign(answers, { ...elementsIn(part, faults), ...answers });
  return { ...indicatorsIn(document, today, faults), ...answers };
}

function elementsIn(part: unknown, faults: FieldFault[]): AnswerTexts {
  const answers: AnswerTexts = {};
  if (typeof part !== 'object' || part === null) return answers;
  for (const field of Object.keys(part)) {
    const question = questionOfColumn(field);
    if (question === undefined) continue;
    const text = codeOf(textIn(part, field, faults));
    if (text !== '') answers[question] = text;
  }
  return answers;
}

/** Of several indicators for one question, the one that began last counts. */
function indicatorsIn(document: unknown, today: string, faults: FieldFault[]): AnswerTexts {
  const answers: AnswerTexts = {};
  const begun: Partial<Record<Question, string>> = {};
  for (const indicator of listIn(document, 'studentIndicators', faults)) {
    const group = codeOf(textIn(indicator, 'indicatorGroup', faults)).replace(/[^a-z]/gi, '');
    // The group is optional; the names are specific enough.
    if (group !== '' && !/^digitalequity$/i.test(group)) continue;
    const question = questionOfColumn(codeOf(textIn(indicator, 'indicatorName', faults)));
    const text = codeOf(textIn(indicator, 'indicator', faults));
    if (question === undefined || text === '' || !isCurrent(indicator, today)) continue;
    const begin = beginOf(indicator);
    if (begin < (begun[question] ?? '')) continue;
    answers[question] = text;
    begun[question] = begin;
  }
  return answers;
}

function beginOf(indicator: object): string {
  return listIn(indicator, 'periods', [])
    .map((period) => textIn(period, 'beginDate', []))
    .reduce((latest, begin) => (begin > latest ? begin : latest), '');
}

function objectIn(document: unknown, field: string): object {
  const value = fieldOf(document, field);
  return typeof value === 'object' && value !== null ? value : {};
}
