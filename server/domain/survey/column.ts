import { LANGUAGES } from '../messages/language.ts';
import { QUESTIONS, type Question } from '../survey.ts';
import { ELEMENT_NAMES } from './element.ts';
import { WORDING } from './wording.ts';

/**
 * The question a column answers, by its Ed-Fi element name (with or without "Descriptor"), its CEDS element name or
 * number, its name among the 2020 indicators, our own, or the question as families read it, which online forms make the
 * column's name; capitals, spaces and punctuation do not matter.
 */
export function questionOfColumn(header: string): Question | undefined {
  const letters = bare(header);
  return QUESTION_OF.get(letters.replace(/descriptor(id)?$/, '')) ?? QUESTION_OF.get(letters.replace(/^(ceds)?0*/, ''));
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

const QUESTION_OF: ReadonlyMap<string, Question> = new Map([
  ...QUESTIONS.flatMap((question) =>
    LANGUAGES.map((language): [string, Question] => [bare(WORDING[question].ask[language]), question]),
  ),
  // Ed-Fi, whose element names CEDS shares, and CEDS by number.
  ...ELEMENT_NAMES,
  ...Object.entries<Question>({
    // Student indicators of 2020, group DigitalEquity.
    internetperformance: 'performance',
    digitaldevice: 'device',
    deviceaccess: 'device_access',
    // Our own.
    internetaccess: 'internet_access',
    barrier: 'barrier',
    internettype: 'internet_type',
    performance: 'performance',
    device: 'device',
    deviceprovider: 'device_provider',
  }),
]);
