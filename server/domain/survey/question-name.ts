import type { Question } from '../survey.ts';

/** What each question is called wherever it is not asked: beside columns, answer rates and codes. In the order it is asked. */
export const QUESTION_NAMES: Readonly<Record<Question, string>> = {
  internet_access: 'Internet at home',
  barrier: 'Why there is no internet',
  internet_type: 'Type of internet',
  performance: 'How well the internet works',
  device: 'Device for learning',
  device_access: 'Own or shared device',
  device_provider: 'Whose device it is',
};
