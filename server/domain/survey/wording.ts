import type { Language } from '../messages/language.ts';
import type { Question, SURVEY_CODES } from '../survey.ts';

export type InLanguages = Readonly<Record<Language, string>>;

/** A code as an object key: true and false as words. */
export type CodeName<Q extends Question> = `${(typeof SURVEY_CODES)[Q][number]}`;

export interface Wording<Q extends Question = Question> {
  readonly ask: InLanguages;
  readonly answers: Readonly<Record<CodeName<Q>, InLanguages>>;
}

/**
 * The questions to families and their possible answers, in our own words after the blueprint, plain enough to be read to a
 * person on the telephone. No answer is worded as a fault of the family.
 */
export const WORDING: { readonly [Q in Question]: Wording<Q> } = {
  internet_access: {
    ask: {
      en: 'Is there internet at home that the student can use for schoolwork?',
      es: '¿Hay internet en casa que el estudiante pueda usar para sus tareas escolares?',
    },
    answers: {
      true: { en: 'Yes', es: 'Sí' },
      false: { en: 'No', es: 'No' },
    },
  },
  barrier: {
    ask: {
      en: 'What is the main reason there is no internet at home?',
      es: '¿Cuál es la razón principal por la que no hay internet en casa?',
    },
    answers: {
      'Not Available': { en: 'It is not offered where we live', es: 'No se ofrece donde vivimos' },
      'Not Affordable': { en: 'It costs too much', es: 'Cuesta demasiado' },
      'Not Desired': { en: 'We prefer not to have it', es: 'Preferimos no tenerlo' },
      Other: { en: 'Another reason', es: 'Otra razón' },
    },
  },
  internet_type: {
    ask: {
      en: 'How does the student connect to the internet at home most of the time?',
      es: '¿Cómo se conecta el estudiante a internet en casa la mayor parte del tiempo?',
    },
    answers: {
      'Residential Broadband': {
        en: 'Home internet (cable, fiber, DSL or fixed wireless)',
        es: 'Internet residencial (cable, fibra, DSL o inalámbrico fijo)',
      },
      'Cellular Network': { en: 'A cell phone’s data plan', es: 'El plan de datos de un celular' },
      'Hot Spot': { en: 'A portable hotspot', es: 'Un punto de acceso portátil (hotspot)' },
      'Community Provided Wi-Fi': {
        en: 'Wi-Fi from the town, building or community',
        es: 'Wi-Fi del pueblo, del edificio o de la comunidad',
      },
      Satellite: { en: 'Satellite', es: 'Satélite' },
      'Dial-up': { en: 'Dial-up, over the phone line', es: 'Acceso telefónico (dial-up)' },
      Other: { en: 'Another way', es: 'De otra manera' },
      None: { en: 'None: there is no connection', es: 'Ninguna: no hay conexión' },
      Unknown: { en: 'I do not know', es: 'No sé' },
    },
  },
  performance: {
    ask: {
      en: 'Can the student watch a lesson on video at home without it stopping?',
      es: '¿Puede el estudiante ver en casa una clase en video sin que se corte?',
    },
    answers: {
      Yes: { en: 'Yes, with few or no interruptions', es: 'Sí, con pocas interrupciones o ninguna' },
      Sometimes: { en: 'Sometimes', es: 'A veces' },
      No: { en: 'No', es: 'No' },
    },
  },
  device: {
    ask: {
      en: 'Which device does the student use most for schoolwork away from school?',
      es: '¿Qué aparato usa más el estudiante para sus tareas fuera de la escuela?',
    },
    answers: {
      'Desktop Computer': { en: 'Desktop computer', es: 'Computadora de escritorio' },
      'Laptop Computer': { en: 'Laptop', es: 'Computadora portátil' },
      Tablet: { en: 'Tablet', es: 'Tableta' },
      Chromebook: { en: 'Chromebook', es: 'Chromebook' },
      Smartphone: { en: 'Cell phone', es: 'Teléfono celular' },
      None: { en: 'None', es: 'Ninguno' },
      Other: { en: 'Another device', es: 'Otro aparato' },
    },
  },
  device_access: {
    ask: {
      en: 'Does the student share this device with somebody?',
      es: '¿Comparte el estudiante este aparato con alguien?',
    },
    answers: {
      Shared: { en: 'Yes, it is shared', es: 'Sí, se comparte' },
      'Not Shared': { en: 'No, only the student uses it', es: 'No, solo lo usa el estudiante' },
      Unknown: { en: 'I do not know', es: 'No sé' },
    },
  },
  device_provider: {
    ask: { en: 'Whose device is it?', es: '¿De quién es el aparato?' },
    answers: {
      Personal: { en: 'Ours, the family’s', es: 'Nuestro, de la familia' },
      School: { en: 'The school’s or school district’s', es: 'De la escuela o del distrito escolar' },
      Other: { en: 'Somebody else’s', es: 'De otra persona u organización' },
    },
  },
};

export function answerLabel(question: Question, code: string | boolean): InLanguages {
  const labels: Readonly<Record<string, InLanguages>> = WORDING[question].answers;
  const label = labels[String(code)];
  if (!label) throw new Error(`${question} has no words for one of its codes`);
  return label;
}
