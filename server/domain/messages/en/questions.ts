/** What each question of the survey is called, and how families are asked it. */
import { QUESTION_NAMES } from '../../survey/question-name.ts';
import { WORDING } from '../../survey/wording.ts';

export const questions = {
  names: QUESTION_NAMES,
  asks: {
    internet_access: WORDING.internet_access.ask.en,
    barrier: WORDING.barrier.ask.en,
    internet_type: WORDING.internet_type.ask.en,
    performance: WORDING.performance.ask.en,
    device: WORDING.device.ask.en,
    device_access: WORDING.device_access.ask.en,
    device_provider: WORDING.device_provider.ask.en,
  },
};

export type QuestionMessages = typeof questions;
