import { WORDING } from '../../survey/wording.ts';
import type { QuestionMessages } from '../en/questions.ts';

export const questions = {
  names: {
    internet_access: 'Internet en casa',
    barrier: 'Por qué no hay internet',
    internet_type: 'Tipo de internet',
    performance: 'Qué tan bien funciona el internet',
    device: 'Aparato para aprender',
    device_access: 'Aparato propio o compartido',
    device_provider: 'De quién es el aparato',
  },
  asks: {
    internet_access: WORDING.internet_access.ask.es,
    barrier: WORDING.barrier.ask.es,
    internet_type: WORDING.internet_type.ask.es,
    performance: WORDING.performance.ask.es,
    device: WORDING.device.ask.es,
    device_access: WORDING.device_access.ask.es,
    device_provider: WORDING.device_provider.ask.es,
  },
} satisfies QuestionMessages;
